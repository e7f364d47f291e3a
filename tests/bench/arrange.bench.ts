/** Arrangement with the real composer in the real faces, on generated issues (tests/arrange/issue.ts, seeds printed in the notes). */
import { arrangeIssue, arrangePages, firstPage, placeEdit, Recloser } from '../../src/core/arrange/index.ts';
import { ComposeMemory, createMeasurer } from '../../src/core/compose/index.ts';
import { apply, newPage, type Page, type Project } from '../../src/core/document/index.ts';
import { fontCatalogue, fontFaces } from '../../src/node/faces.ts';
import { dice, type Issue, issueOf, presetOf } from '../arrange/issue.ts';

for (const id of Object.keys(fontCatalogue())) fontFaces.face(id);

const rows: Record<string, unknown>[] = [];
const quantile = (xs: number[], q: number): number =>
  [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * q))] ?? 0;
const round = (x: number): number => Math.round(x * 10) / 10;
const measurerOf = (project: Project, page: Page) => createMeasurer(project, page, fontFaces, new ComposeMemory());
function timed<T>(run: () => T): [T, number] {
  const from = performance.now();
  const result = run();
  return [result, performance.now() - from];
}

/** Issues with so many stories and enough room, from the seeds in order. */
function issuesWith(stories: number, count: number): { seed: number; issue: Issue }[] {
  const found: { seed: number; issue: Issue }[] = [];
  for (let seed = 1; found.length < count && seed < 3000; seed++) {
    const issue = issueOf(seed, 0.8);
    if (issue.stories.length === stories) found.push({ seed, issue });
  }
  return found;
}

const firsts: number[] = [];
const fives: number[] = [];
for (const stories of [4, 6, 8, 10, 12, 14]) {
  const own: number[] = [];
  for (const { issue } of issuesWith(stories, 4)) {
    const { project, page } = issue;
    const [, first] = timed(() => firstPage(project, page, issue.stories, measurerOf(project, page)));
    const [, five] = timed(() => arrangePages(project, page, issue.stories, measurerOf(project, page), 5));
    own.push(first);
    if (stories >= 6 && stories <= 12) {
      firsts.push(first);
      fives.push(five);
    }
  }
  rows.push({ what: `first legal page, ${stories} stories, median of ${own.length}`, value: round(quantile(own, 0.5)), unit: 'ms' });
}
rows.unshift(
  {
    budget: 'arrange-first',
    value: round(quantile(firsts, 0.5)),
    note: `median of ${firsts.length} issues, nothing measured before; p95 ${round(quantile(firsts, 0.95))} ms`,
  },
  {
    what: `five proposals of a page of 6–12 stories, median of ${fives.length}; p95 ${round(quantile(fives, 0.95))} ms (budget 4,000)`,
    value: round(quantile(fives, 0.5)),
    unit: 'ms',
  },
);

/** Eight broadsheet pages of generated stories. */
function eightPages(): Project {
  const preset = presetOf('broadsheet-8');
  const parts = Array.from({ length: 8 }, (_, i) => issueOf(300 + i, 0.7).project);
  const stories = parts.flatMap((part, i) =>
    part.storyOrder.slice(0, 9).map((id) => ({
      ...part.stories[id]!,
      id: `${i}-${id}`,
      rank: i * 20 + part.stories[id]!.rank,
      pictures: [],
      kind: 'article' as const,
    })),
  );
  return {
    ...parts[0]!,
    styles: preset.styles,
    pictures: {},
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
    pages: Array.from({ length: 8 }, (_, i) => newPage(preset, i + 1)),
  };
}
const issue = eightPages();
const [done, issueMs] = timed(() =>
  arrangeIssue(
    issue,
    issue.pages.map((p) => p.id),
    issue.storyOrder,
    (p) => measurerOf(issue, p),
  ),
);
rows.push({
  what: `8 pages, ${issue.storyOrder.length} stories, ${done.left.length} left over (budget 20,000)`,
  value: round(issueMs),
  unit: 'ms',
});

/** A hand on the walls of one page: the time of each step, measuring included. */
const steps: number[] = [];
let moved = 0;
const d = dice(7);
for (const { issue: one } of issuesWith(8, 6)) {
  let project: Project = one.project;
  const placed = apply(project, placeEdit(project, one.page, firstPage(project, one.page, one.stories, measurerOf(project, one.page))));
  if (placed.ok) project = placed.project;
  const hand = new Recloser(project, project.pages[0]!, measurerOf(project, project.pages[0]!));
  for (let n = 0; n < 40 && hand.walls.length > 0; n++) {
    const wall = d.pick(hand.walls);
    const [r, ms] = timed(() => hand.wall(wall.id, wall.kind === 'side' ? d.pick([-2, -1, 1, 2]) : d.int(-12, 12) || 1));
    steps.push(ms);
    if (r.ok) moved++;
  }
}
rows.push({
  what: `a step of a wall under the hand, p95 of ${steps.length} (${moved} closed; median ${round(quantile(steps, 0.5))} ms)`,
  value: round(quantile(steps, 0.95)),
  unit: 'ms',
});

/** How many pages close: copy that neither overfills nor underfills its page. */
let closed = 0;
let fair = 0;
const SEEDS = Number(process.env.ARRANGE_SEEDS ?? 60);
for (let seed = 1; seed <= SEEDS; seed++) {
  const { project, page, stories } = issueOf(seed);
  const a = firstPage(project, page, stories, measurerOf(project, page), { effort: 6 });
  if (a.shortfall?.kind === 'over') continue;
  fair++;
  if (a.shortfall === null && a.unfilled <= 0.01) closed++;
}
rows.push({
  what: `pages closed to ≤ 1 % unfilled, of ${fair} whose copy fits (seeds 1–${SEEDS}, 4–14 stories, every preset)`,
  value: round((100 * closed) / Math.max(1, fair)),
  unit: '%',
});

console.log(JSON.stringify({ rows }));
