/** The gallery of proposals: what was found, which one is tried on the page, and how it ends. */
import { create } from 'zustand';
import { glyphs } from '../painter.ts';
import { type Begun, begin } from '../worker/begin.ts';
import type { FromArranger, MannerName, Proposal, ToArranger } from '../worker/proposals.ts';
import { Gesture, setTrial } from './change.ts';
import { desk, pageOf, useDesk } from './desk.ts';
import { tellText } from './notices.ts';

export interface Gallery {
  readonly page: string;
  readonly stories: readonly string[];
  readonly manner: MannerName;
  readonly seed: number;
  /** Best first. */
  readonly found: readonly Proposal[];
  /** The one that is tried on the page; null while the page is as it was. */
  readonly tried: string | null;
  /** 0…1; 1 when the search is over. */
  readonly done: number;
}

export const useGallery = create<{ readonly open: Gallery | null }>(() => ({ open: null }));
const now = (): Gallery | null => useGallery.getState().open;
const set = (change: Partial<Gallery>): void => {
  const open = now();
  if (open) useGallery.setState({ open: { ...open, ...change } });
};

/** Proposals that are looked for at once: more than five, so that five differ in structure. */
const COUNT = 6;

let worker: Begun<ToArranger> | null = null;
let turn = 0;
let trial: Gesture | null = null;
/** Proposals by id, as they came. */
let known = new Map<string, Proposal>();

/** The last manner a hand chose, for the next time. */
let lastManner: MannerName = 'party';

/** A search that says nothing for this long, in milliseconds, is begun anew in another worker: its steps take a second at most. */
const SILENCE_MS = 12_000;
/** How often; after that it is said that nothing was found. */
const ATTEMPTS = 2;
let silence: ReturnType<typeof setTimeout> | undefined;

function listen(attempts: number): void {
  clearTimeout(silence);
  silence = setTimeout(() => {
    worker?.end();
    worker = null;
    if (attempts > 1) search(attempts - 1);
    else set({ done: 1 });
  }, SILENCE_MS);
}

function hear(data: FromArranger): void {
  const open = now();
  if (!open || data.turn !== turn) return;
  if (data.kind === 'found' && data.done < 1) listen(1);
  else clearTimeout(silence);
  if (data.kind === 'failed') {
    tellText('error', data.why);
    set({ done: 1 });
    return;
  }
  if (data.kind !== 'found') return;
  for (const f of data.fonts) glyphs.learn(f.font, f.unitsPerEm, f.glyphs);
  for (const p of data.fresh) known.set(p.id, p);
  const best = data.best.flatMap((id) => known.get(id) ?? []);
  set({ found: open.tried === null ? best : withNew(open.found, best), done: data.done });
}

/** Once a hand goes along the row it stays as it is, and what is found then comes behind it. */
const withNew = (row: readonly Proposal[], best: readonly Proposal[]): readonly Proposal[] => [
  ...row,
  ...best.filter((p) => !row.some((r) => r.id === p.id)),
];

function search(attempts = ATTEMPTS): void {
  const open = now();
  const { project } = desk();
  if (!open || !project) return;
  worker ??= begin<ToArranger, FromArranger>(
    new Worker(new URL('../worker/arranger.worker.ts', import.meta.url), { type: 'module' }),
    hear,
    (why) => tellText('error', why),
  );
  known = new Map();
  const order = { project, page: open.page, stories: open.stories, count: COUNT, seed: open.seed, manner: open.manner };
  worker.send({ kind: 'arrange', turn: ++turn, order });
  listen(attempts);
}

/** Open the gallery for a page of the issue and these stories, and begin to search. */
export function openGallery(stories: readonly string[]): void {
  const page = pageOf(desk());
  const { project } = desk();
  if (!page || !project) return;
  closeGallery();
  useGallery.setState({ open: { page: page.id, stories, manner: lastManner, seed: project.seed, found: [], tried: null, done: 0 } });
  search();
}

/** The page as it was again, and another search. */
function again(change: Partial<Gallery>): void {
  drop();
  set({ ...change, found: [], tried: null, done: 0 });
  search();
}

/** The manner a hand chose last. */
export const mannerNow = (): MannerName => lastManner;

export function chooseManner(manner: MannerName): void {
  lastManner = manner;
  again({ manner });
}

/** 换一种: the next seed. What is locked stays where it is. */
export const anotherKind = (): void => again({ seed: (now()?.seed ?? 0) + 1 });

/** A mend taken: the page is searched for anew without a story, which stays on the desk. */
export function searchWithout(story: string): void {
  const open = now();
  if (open) again({ stories: open.stories.filter((id) => id !== story) });
}

/** Try a proposal on the page itself; nothing is remembered yet. */
export function tryProposal(id: string): void {
  const open = now();
  const proposal = open?.found.find((p) => p.id === id);
  if (!open || !proposal || open.tried === id) return;
  if (!trial) {
    trial = new Gesture('page.arrange');
    setTrial({ take: () => void takeProposal(), drop: closeGallery });
  }
  trial.to(proposal.edit);
  set({ tried: id });
}

/** Take what is tried (the best, where nothing is): one undo. */
export function takeProposal(): boolean {
  const open = now();
  const first = open?.found[0];
  if (!open || !first) return false;
  if (open.tried === null) tryProposal(first.id);
  setTrial(null);
  trial?.end([]);
  trial = null;
  end();
  return true;
}

function drop(): void {
  setTrial(null);
  trial?.drop();
  trial = null;
}

/** Leave the page as it was found. */
export function closeGallery(): void {
  drop();
  if (now()) end();
}

function end(): void {
  turn++;
  clearTimeout(silence);
  worker?.end();
  worker = null;
  known = new Map();
  useGallery.setState({ open: null });
}

/** A page that is left closes its gallery. */
export const startGallery = (): void => {
  useDesk.subscribe((s) => {
    const open = now();
    if (open && s.page !== open.page) closeGallery();
  });
};
