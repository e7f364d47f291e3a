/** Find and replace as it is set in the window, what it finds now, and going from hit to hit. */
import { create } from 'zustand';
import type { Project } from '../../../core/document/index.ts';
import { caretNow, enterText, rangeOf, selects } from '../../state/caret.ts';
import { commit } from '../../state/change.ts';
import { desk, setDesk } from '../../state/desk.ts';
import { tell } from '../../state/notices.ts';
import { compareSpots, type Home, type Range, sameHome, storyOf } from '../text/stream.ts';
import { type Found, find, type Hit, type Query, replaceHits, type Scope } from './find.ts';

export const scopes = ['selection', 'story', 'page', 'issue'] as const;
export type ScopeName = (typeof scopes)[number];

export interface Finding {
  readonly open: boolean;
  readonly query: Query;
  readonly instead: string;
  readonly scope: ScopeName;
  /** What was selected when the scope was set to it. */
  readonly within: { readonly home: Home; readonly range: Range } | null;
  /** The hit that was gone to last. */
  readonly current: Hit | null;
}

export const useFind = create<Finding>(() => ({
  open: false,
  query: { text: '', regex: false, wholeWord: false, matchCase: false, matchWidth: false },
  instead: '',
  scope: 'issue',
  within: null,
  current: null,
}));

export const setFind = useFind.setState;

function scopeOf(f: Finding): Scope {
  const { page, story } = desk();
  if (f.scope === 'selection' && f.within) return { kind: 'selection', ...f.within };
  if (f.scope === 'story' && story) return { kind: 'story', story };
  if (f.scope === 'page' && page) return { kind: 'page', page };
  return { kind: 'issue' };
}

let known: { project: Project; key: string; found: Found } | null = null;

/** What is found in the project as it stands; found once for each state of it. */
export function foundNow(): Found {
  const f = useFind.getState();
  const { project } = desk();
  if (!project) return { ok: true, hits: [] };
  const scope = scopeOf(f);
  const key = JSON.stringify([f.query, f.instead, scope]);
  if (known?.project !== project || known.key !== key) known = { project, key, found: find(project, scope, f.query, f.instead) };
  return known.found;
}

export const hitsNow = (): readonly Hit[] => {
  const found = foundNow();
  return found.ok ? found.hits : [];
};

export const sameHit = (a: Hit | null, b: Hit | null): boolean =>
  a !== null && b !== null && sameHome(a.home, b.home) && a.passage === b.passage && a.at === b.at && a.length === b.length;

/** Go to a hit: its story, its page, its words selected. */
export function goToHit(hit: Hit): void {
  const story = storyOf(hit.home);
  const s = desk();
  const stands = hit.home.kind === 'free' ? hit.home.page : s.project?.pages.find((p) => p.articles.some((a) => a.story === story))?.id;
  setFind({ current: hit });
  setDesk({ ...(story ? { story } : {}), ...(stands ? { tool: 'text' } : {}) });
  if (!stands) return;
  const wasFree = document.activeElement;
  enterText(hit.home, { passage: hit.passage, at: hit.at + hit.length }, { passage: hit.passage, at: hit.at }, true);
  // Whoever is at work in the panel keeps the keyboard there.
  if (wasFree instanceof HTMLElement && wasFree.closest('.find-panel')) wasFree.focus();
}

/** The hit behind or before where the caret or the last hit is; round at the ends. */
export function stepHit(by: 1 | -1): void {
  const hits = hitsNow();
  if (hits.length === 0) {
    if (useFind.getState().query.text === '') setFind({ open: true });
    else tell('info', 'find.nothing');
    return;
  }
  const { current } = useFind.getState();
  const caret = caretNow();
  let at = hits.findIndex((h) => sameHit(h, current));
  if (at < 0 && caret) {
    const spot = by > 0 ? rangeOf(caret).to : rangeOf(caret).from;
    const there = hits.findIndex((h) => sameHome(h.home, caret.home) && compareSpots(h, spot) >= 0);
    at = there < 0 ? -1 : by > 0 ? there - 1 : there;
  }
  const next = hits[(at + by + hits.length) % hits.length];
  if (next) goToHit(next);
}

/** Replace one hit and go to the next. */
export function replaceOne(): void {
  const { project } = desk();
  const { current } = useFind.getState();
  const hits = hitsNow();
  const at = hits.findIndex((h) => sameHit(h, current));
  const hit = hits[at];
  if (!project || !hit) {
    stepHit(1);
    return;
  }
  const edit = replaceHits(project, [hit]);
  if (!edit || !commit('text.replace', edit)) return;
  const left = hitsNow();
  const past = hit.at + hit.instead.length;
  const next = left.find((h) => sameHome(h.home, hit.home) && (h.passage > hit.passage || (h.passage === hit.passage && h.at >= past)));
  const onwards = next ?? left[at % Math.max(1, left.length)];
  if (onwards) goToHit(onwards);
  else setFind({ current: null });
}

/** Replace everything that is found. One undo. */
export function replaceAll(): void {
  const { project } = desk();
  const hits = hitsNow();
  const edit = project && replaceHits(project, hits);
  if (edit && commit('text.replace', edit)) tell('done', 'find.replaced', { count: hits.length });
  setFind({ current: null });
}

/** Open the panel with what is selected; several paragraphs selected are what is searched. */
export function openFind(): void {
  const caret = caretNow();
  const f = useFind.getState();
  if (!caret || !selects(caret)) {
    setFind({ open: true, ...(f.scope === 'selection' ? { scope: 'issue' } : {}) });
    return;
  }
  const range = rangeOf(caret);
  setFind({ open: true, within: { home: caret.home, range } });
}
