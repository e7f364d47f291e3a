import { defineConfig } from '@playwright/test';

/** The tour through every panel uses no hand: where each window has a screen of its own, two may look at once. */
const TOURS = process.env.BANXIN_SCREENS ? 2 : 1;

/** The real window, one at a time: the tests share a machine of few cores. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results',
  workers: TOURS,
  forbidOnly: true,
  // A busy machine loses a click now and then. A second try is told apart: the suite names every test that needed one.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/e2e.json' }]],
  projects: [
    { name: 'hands', testMatch: '**/*.e2e.ts', testIgnore: '**/tour.e2e.ts', workers: 1 },
    { name: 'tour', testMatch: '**/tour.e2e.ts', fullyParallel: true, workers: TOURS, dependencies: ['hands'] },
  ],
});
