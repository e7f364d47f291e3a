/** A page that a hand holds: what is made ahead is what would be answered, and nothing is made ahead of a page that has changed. */
import { describe, expect, it } from 'vitest';
import { firstPage, placeEdit, type Reclosed, Recloser } from '../../src/core/arrange/index.ts';
import { apply, type Page, type Project } from '../../src/core/document/index.ts';
import { Alike } from '../../src/renderer/worker/alike.ts';
import { Hold } from '../../src/renderer/worker/hold.ts';
import type { Change } from '../../src/renderer/worker/messages.ts';
import { estimator } from '../arrange/estimator.ts';
import { issueOf } from '../arrange/issue.ts';

const pageOf = (p: Project): Page => p.pages[0] as Page;

/** A closed page with walls. */
function closed(seed: number): Project {
  const { project, page, stories } = issueOf(seed);
  const r = apply(project, placeEdit(project, page, firstPage(project, page, stories, estimator(project, page), { effort: 4 })));
  if (!r.ok) throw new Error(r.why);
  return r.project;
}
const project = [3, 5, 8, 13, 21].map(closed).find((p) => new Recloser(p, pageOf(p), estimator(p, pageOf(p))).walls.length > 0) as Project;
const fresh = (): Recloser => new Recloser(project, pageOf(project), estimator(project, pageOf(project)));
const wall = fresh().walls.find((w) => w.kind === 'stack') ?? fresh().walls[0];
const step = (by: number): Change => ({ kind: 'wall', id: wall?.id ?? '', by });

interface Told {
  readonly change: Change;
  readonly reclosed: Reclosed;
}

/** Hold the page and wait until so much was told, or a while. */
async function holding(likely: Change | null, most: number): Promise<{ hold: Hold; told: Told[]; composed: Project[] }> {
  const told: Told[] = [];
  const composed: Project[] = [];
  const ahead = {
    compose: (p: Project) => composed.push(p),
    tell: (change: Change, reclosed: Reclosed) => told.push({ change, reclosed }),
  };
  const hold = new Hold(project, pageOf(project), estimator(project, pageOf(project)), likely, ahead);
  for (let n = 0; n < 400 && told.length < most; n++) await new Promise((r) => setTimeout(r, 5));
  return { hold, told, composed };
}

describe('a page that is held', () => {
  it('has the steps near a wall answered before they are asked, and answered alike', async () => {
    const { hold, told, composed } = await holding(step(0), 6);
    hold.end();
    expect(told.map(({ change }) => (change.kind === 'wall' ? change.by : 0)).sort((a, b) => a - b)).toEqual([-3, -2, -1, 1, 2, 3]);
    for (const { change, reclosed } of told) {
      expect(reclosed).toEqual(fresh().wall(wall?.id ?? '', change.kind === 'wall' ? change.by : 0));
      expect(hold.reclose(change)).toBe(reclosed);
    }
    // What closes is composed as it would stand.
    const pages = told.flatMap(({ reclosed }) => (reclosed.ok && reclosed.edit.kind === 'page' ? [reclosed.edit.after] : []));
    expect(composed.map(pageOf)).toEqual(pages);
  });

  it('goes on from where the hand has gone', async () => {
    const { hold, told } = await holding(step(0), 6);
    hold.reached(step(3));
    hold.rest(0);
    for (let n = 0; n < 200 && told.length < 9; n++) await new Promise((r) => setTimeout(r, 5));
    hold.end();
    expect(
      told
        .slice(6)
        .map(({ change }) => (change.kind === 'wall' ? change.by : 0))
        .sort((a, b) => a - b),
    ).toEqual([4, 5, 6]);
  });

  it('answers a likely swap ahead, and stops when the project is changed', async () => {
    const [a, b] = pageOf(project).articles;
    const swap: Change = { kind: 'swap', one: a?.id ?? '', other: b?.id ?? '' };
    const { hold, told } = await holding(swap, 1);
    expect(told).toEqual([{ change: swap, reclosed: fresh().swap(a?.id ?? '', b?.id ?? '') }]);
    hold.changed();
    const other = await holding(null, 1);
    other.hold.changed();
    expect(other.told).toEqual([]);
  });
});

describe('parts that say the same', () => {
  it('become the same objects again, whatever copies they come as', () => {
    const alike = new Alike();
    const first = alike.page(pageOf(project));
    const copy = alike.page(structuredClone(pageOf(project)));
    expect(copy).toEqual(pageOf(project));
    expect(copy.frames.every((f, i) => f === first.frames[i])).toBe(true);
    expect(copy.articles.every((f, i) => f === first.articles[i])).toBe(true);
    expect([copy.grid, copy.format]).toEqual([first.grid, first.format]);
    expect(copy.grid).toBe(first.grid);
    const moved = structuredClone(pageOf(project));
    const [one] = moved.frames;
    if (!one) throw new Error('The page has no frame.');
    const after = alike.page({ ...moved, frames: [{ ...one, at: { ...one.at, line: one.at.line + 1 } }, ...moved.frames.slice(1)] });
    expect(after.frames[0]).not.toBe(first.frames[0]);
    expect(after.frames[1]).toBe(first.frames[1]);
  });
});
