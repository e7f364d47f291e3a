/** What is likely to be asked of the page next, known before it is asked: two articles that are selected may be swapped. */
import type { Reclosed } from '../../core/arrange/index.ts';
import type { Project } from '../../core/document/index.ts';
import { ask, onAhead, reached } from '../worker/client.ts';
import type { Change } from '../worker/messages.ts';
import { type Desk, desk, pageOf, templateNow, useDesk } from './desk.ts';
import { picked } from './selection.ts';

/** What is selected for so long, in milliseconds, may be meant. */
const MEANT_MS = 150;

const sameChange = (a: Change, b: Change): boolean => JSON.stringify(a) === JSON.stringify(b);

const articlesIn = (s: Desk): string[] => s.selected.flatMap((key) => (picked(key).kind === 'article' ? [picked(key).id] : []));

/** The swap of the articles that are selected, where they are two. */
export function swapOf(s: Desk): Extract<Change, { kind: 'swap' }> | null {
  const [one, other, more] = articlesIn(s);
  return one !== undefined && other !== undefined && more === undefined ? { kind: 'swap', one, other } : null;
}

/** What the composer was told to make ready, and its answer when it has come. It holds for this project only. */
let likely: { readonly change: Change; readonly project: Project; answer: Reclosed | null } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
/** Hands that hold the page: nothing else takes hold of it meanwhile. */
let hands = 0;

async function makeReady(): Promise<void> {
  const s = desk();
  const [page, change] = [pageOf(s), swapOf(s)];
  if (hands > 0 || !s.project || !page || !change || templateNow(s)) return;
  const own = { change, project: s.project, answer: null };
  await ask('hold', { page: page.id, likely: change });
  if (hands === 0) likely = own;
}

/** A hand has taken hold of the page; call what is given back when it lets go. */
export function handOn(): () => void {
  hands++;
  clearTimeout(timer);
  likely = null;
  return () => void hands--;
}

/** A wall of a page under the hand: where steps near it were made ready, the answer is there at once. */
export interface HeldWall {
  step(by: number): Reclosed | Promise<Reclosed>;
  letGo(): void;
}

/** Take hold of a page by one of its walls. */
export function holdWall(page: string, id: string): HeldWall {
  const change = (by: number): Change => ({ kind: 'wall', id, by });
  const known = new Map<number, Reclosed>();
  let ready = false;
  const held = ask('hold', { page, likely: change(0) }).then(() => {
    ready = true;
  });
  // Who asks for a step hears of it.
  held.catch(() => undefined);
  // What comes before the page is held is of a hold before this one.
  const deaf = onAhead((c, r) => {
    if (ready && c.kind === 'wall' && c.id === id) known.set(c.by, r);
  });
  const off = handOn();
  return {
    step(by) {
      const answer = known.get(by);
      if (!answer) return held.then(() => ask('reclose', change(by)));
      reached(change(by));
      return answer;
    },
    letGo() {
      deaf();
      off();
    },
  };
}

/** The answer that was made ahead for this change of the page as it is; null where none was. */
export const answerAhead = (change: Change): Reclosed | null =>
  likely && likely.project === desk().project && sameChange(likely.change, change) ? likely.answer : null;

/** Watch what is selected from now on. */
export function startAhead(): void {
  onAhead((change, reclosed) => {
    if (likely && sameChange(likely.change, change)) likely.answer = reclosed;
  });
  useDesk.subscribe((s, before) => {
    if (s.selected === before.selected && s.project === before.project) return;
    clearTimeout(timer);
    likely = null;
    if (swapOf(s)) timer = setTimeout(() => void makeReady().catch(() => undefined), MEANT_MS);
  });
}
