/** Find in the texts of an issue: every hit with the words around it, and what would stand in its place. Pure. */
import type { Edit, Frame, Page, Project } from '../../../core/document/index.ts';
import type { TextPlace } from '../../../core/story/index.ts';
import { type Home, pieces, type Range, storyOf, type Text, textsOf } from '../text/stream.ts';

export interface Query {
  readonly text: string;
  readonly regex: boolean;
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
  /** Full-width and half-width letters, digits and signs are told apart. */
  readonly matchWidth: boolean;
}

export interface Hit {
  readonly home: Home;
  readonly passage: number;
  readonly at: number;
  readonly length: number;
  /** What it is in its line, and the words around it. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** What takes its place. */
  readonly instead: string;
}

export type Found = { readonly ok: true; readonly hits: readonly Hit[] } | { readonly ok: false; readonly why: string };

export type Scope =
  | { readonly kind: 'selection'; readonly home: Home; readonly range: Range }
  | { readonly kind: 'story'; readonly story: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'issue' };

/** Characters shown on each side of a hit. */
const AROUND = 14;

/** Full-width letters and signs as their half-width twins; the text keeps its length. */
export const foldWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/gu, (c) => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** The expression a query stands for; its own complaint where it is none. */
function expression(q: Query): RegExp | string {
  const source = q.regex ? q.text : escaped(q.matchWidth ? q.text : foldWidth(q.text));
  try {
    return new RegExp(source, q.matchCase ? 'dgu' : 'dgiu');
  } catch (e) {
    return e instanceof Error ? e.message.replace(/^Invalid regular expression: /u, '') : String(e);
  }
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** True where a stretch begins and ends where words do. */
function wholeWord(text: string, from: number, to: number): boolean {
  const at = (i: number): boolean => i <= 0 || i >= text.length || words.segment(text).containing(i)?.index === i;
  return at(from) && at(to);
}

/** A replacement with its signs filled in: $& the whole, $1…$99 and $<name> what was caught, $$ a dollar. */
function filled(instead: string, text: string, m: RegExpMatchArray): string {
  const part = (range: readonly [number, number] | undefined): string => (range ? text.slice(range[0], range[1]) : '');
  return instead.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/gu, (all, dollar, whole, n, name) => {
    if (dollar) return '$';
    if (whole) return part(m.indices?.[0]);
    if (name) return part(m.indices?.groups?.[name as string]);
    return Number(n) < m.length ? part(m.indices?.[Number(n)]) : (all as string);
  });
}

function hitsIn(home: Home, passage: number, text: string, q: Query, re: RegExp, instead: string, from: number, to: number): Hit[] {
  const hits: Hit[] = [];
  for (const m of (q.matchWidth ? text : foldWidth(text)).matchAll(re)) {
    const [at, length] = [m.index, m[0].length];
    if (length === 0 || at < from || at + length > to || (q.wholeWord && !wholeWord(text, at, at + length))) continue;
    hits.push({
      home,
      passage,
      at,
      length,
      before: text.slice(Math.max(0, at - AROUND), at),
      words: text.slice(at, at + length),
      after: text.slice(at + length, at + length + AROUND),
      instead: q.regex ? filled(instead, text, m) : instead,
    });
  }
  return hits;
}

/** Every stream of a story in reading order. */
function homesOf(project: Project, story: string): Home[] {
  const s = project.stories[story];
  if (!s) return [];
  return [
    { kind: 'story', story, stream: 'head' },
    { kind: 'story', story, stream: 'body' },
    ...s.pictures.map((_, picture): Home => ({ kind: 'picture', story, picture })),
  ];
}

const freeOn = (page: Page): Home[] =>
  page.frames.flatMap((f: Frame): Home[] => (f.shows.kind === 'text' ? [{ kind: 'free', page: page.id, frame: f.id }] : []));

function homesOn(project: Project, page: Page): Home[] {
  const stories = [...new Set(page.articles.map((a) => a.story))];
  return [...stories.flatMap((s) => homesOf(project, s)), ...freeOn(page)];
}

function homesIn(project: Project, scope: Scope): Home[] {
  if (scope.kind === 'selection') return [scope.home];
  if (scope.kind === 'story') return homesOf(project, scope.story);
  if (scope.kind === 'page') return project.pages.filter((p) => p.id === scope.page).flatMap((p) => homesOn(project, p));
  const placed = project.pages.flatMap((p) => homesOn(project, p));
  const seen = new Set(placed.map(storyOf));
  const all = [...placed, ...project.storyOrder.filter((s) => !seen.has(s)).flatMap((s) => homesOf(project, s))];
  // A story that goes on on another page stands there too; its text is one.
  return [...new Map(all.map((h) => [JSON.stringify(h), h])).values()];
}

/** All that a query finds, in the order of the pages. */
export function find(project: Project, scope: Scope, q: Query, instead: string): Found {
  if (q.text === '') return { ok: true, hits: [] };
  const re = expression(q);
  if (typeof re === 'string') return { ok: false, why: re };
  const hits = homesIn(project, scope).flatMap((home) => {
    const texts = textsOf(project, home);
    const parts =
      scope.kind === 'selection'
        ? pieces(texts, scope.range)
        : texts.map((t, passage) => ({ passage, from: 0, to: t.passage.text.length }));
    return parts.flatMap((p) => hitsIn(home, p.passage, texts[p.passage]?.passage.text ?? '', q, re, instead, p.from, p.to));
  });
  return { ok: true, hits };
}

const spliced = (text: string, hit: Hit): string => text.slice(0, hit.at) + hit.instead + text.slice(hit.at + hit.length);

/** The hits of one passage put right, the last first, so that those before keep their places. */
function editsIn(project: Project, text: Text, hits: readonly Hit[]): Edit[] {
  const backwards = [...hits].sort((a, b) => b.at - a.at);
  const [first] = backwards;
  if (!first) return [];
  const { home } = first;
  if (home.kind !== 'free') {
    const place = text.place as TextPlace;
    return backwards.map((h) => ({ kind: 'text', story: home.story, place, at: h.at, removed: h.words, inserted: h.instead }));
  }
  const frame = project.pages.find((p) => p.id === home.page)?.frames.find((f) => f.id === home.frame);
  if (frame?.shows.kind !== 'text') return [];
  const after: Frame = { ...frame, shows: { ...frame.shows, text: backwards.reduce(spliced, frame.shows.text) } };
  return [{ kind: 'frame', page: home.page, id: frame.id, after }];
}

/** Hits replaced as one edit; null for none. */
export function replaceHits(project: Project, hits: readonly Hit[]): Edit | null {
  const groups = new Map<string, Hit[]>();
  for (const h of hits) {
    const key = JSON.stringify([h.home, h.passage]);
    groups.set(key, [...(groups.get(key) ?? []), h]);
  }
  const edits = [...groups.values()].flatMap((group) => {
    const [first] = group as [Hit, ...Hit[]];
    const text = textsOf(project, first.home)[first.passage];
    return text ? editsIn(project, text, group) : [];
  });
  return edits.length > 0 ? { kind: 'all', edits } : null;
}
