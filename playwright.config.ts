import { defineConfig } from '@playwright/test';

/** The real window, one at a time: the tests share a machine of few cores and a screen. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/test-results',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A busy machine loses a click now and then. A second try is told apart: the suite names every test that needed one.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/e2e.json' }]],
});
