/**
 * How well a reading agrees with the truth, 0…100: items found, fields exact, paragraph edges, subheads, characters lost and
 * invented, order. White space and the width or style of marks never count.
 */
import type { StoryJson } from '../../src/core/copy/index.ts';

type Field = 'label' | 'kicker' | 'headline' | 'deck' | 'byline' | 'credit' | 'kind';
const weights: Record<Field, number> = { headline: 5, byline: 5, label: 4, kicker: 4, credit: 4, kind: 3, deck: 1 };
const marks = /[◎○●□■◇◆▲△▼▽★☆※▶►◀・•▪◦]/gu;
const from = '，。、；：！？“”‘’「」『』（）【】〔〕［］《》〈〉∕／·‧・—–―‐‑−～﹕︰';
const to = ',.,;:!?""\'\'""""()[][][]""""//...------~::';
const folds = new Map([...from].map((c, i) => [c, to[i] as string]));

export function norm(text: string): string {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0) as number;
    if (/[\s\u00ad\u200b-\u200d\u2060\ufeff]/u.test(c)) continue;
    out += folds.get(c) ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c);
  }
  return out;
}
const bare = (field: string, text: string): string => {
  let s = norm(text).replace(marks, '');
  if (field === 'label' || field === 'byline' || field === 'credit')
    s = s.replace(/^[.,:|-]+|[.,:|-]+$/gu, '').replace(/^[([<"](.*)[)\]>"]$/u, '$1');
  return field === 'kicker' ? s.replace(/^[-:]+|[-:]+$/gu, '') : s;
};
const textOf = (s: StoryJson): string =>
  ['label', 'kicker', 'headline', 'deck', 'byline'].map((k) => bare(k, String(s[k as Field] ?? ''))).join('') +
  s.body.map((b) => norm(b.text).replace(marks, '')).join('') +
  bare('credit', s.credit ?? '');

function count(list: Iterable<string>): Map<string, number> {
  const map = new Map<string, number>();
  for (const x of list) map.set(x, (map.get(x) ?? 0) + 1);
  return map;
}
function shared(a: Map<string, number>, b: Map<string, number>): number {
  let n = 0;
  for (const [k, v] of a) n += Math.min(v, b.get(k) ?? 0);
  return n;
}
const total = (m: Map<string, number>): number => [...m.values()].reduce((s, v) => s + v, 0);
const f1 = (a: Map<string, number>, b: Map<string, number>): number | null =>
  total(a) + total(b) === 0 ? null : (2 * shared(a, b)) / (total(a) + total(b));

/** Length of the longest common subsequence, bit by bit. */
export function lcs(a: string, b: string): number {
  if (!a || !b) return 0;
  const pos = new Map<string, bigint>();
  for (let i = 0; i < a.length; i++) pos.set(a[i] as string, (pos.get(a[i] as string) ?? 0n) | (1n << BigInt(i)));
  const full = (1n << BigInt(a.length)) - 1n;
  let v = full;
  for (const c of b) {
    const u = v & (pos.get(c) ?? 0n);
    v = ((v + u) | (v - u)) & full;
  }
  let zeros = 0;
  for (const bit of v.toString(2).padStart(a.length, '0')) if (bit === '0') zeros++;
  return zeros;
}
const similar = (a: string, b: string): boolean => a !== '' && b !== '' && (a === b || (2 * lcs(a, b)) / (a.length + b.length) >= 0.9);
const first = (s: StoryJson): string => norm(s.body.find((b) => b.type === 'paragraph')?.text ?? '');

function pair(truth: StoryJson[], guess: StoryJson[]): { of: Map<number, number>; found: number } {
  const of = new Map<number, number>();
  const used = new Set<number>();
  let found = 0;
  for (const [i, t] of truth.entries()) {
    const head = bare('headline', t.headline ?? '');
    const j = guess.findIndex(
      (g, k) => !used.has(k) && (head ? similar(head, bare('headline', g.headline ?? '')) : similar(first(t), first(g))),
    );
    if (j < 0) continue;
    of.set(i, j);
    used.add(j);
    found++;
  }
  for (const [i, t] of truth.entries()) {
    if (of.has(i)) continue;
    const j = guess.findIndex((g, k) => {
      const [a, b] = [count(textOf(t)), count(textOf(g))];
      return !used.has(k) && (2 * shared(a, b)) / Math.max(1, total(a) + total(b)) >= 0.5;
    });
    if (j < 0) continue;
    of.set(i, j);
    used.add(j);
  }
  return { of, found };
}

export interface Score {
  readonly overall: number;
  readonly lost: number;
  readonly invented: number;
  /** What is wrong, for the one who works on the rules. */
  readonly notes: string[];
}

export function score(truth: StoryJson[], guess: StoryJson[], furniture = ''): Score {
  const { of, found } = pair(truth, guess);
  const notes: string[] = [];
  const parts: [number, number | null][] = [[20, (2 * found) / (truth.length + guess.length)]];
  const paired = new Set(of.values());
  for (const [j, g] of guess.entries()) if (!paired.has(j)) notes.push(`extra item: ${g.headline ?? first(g).slice(0, 16)}`);
  for (const k of Object.keys(weights) as Field[]) parts.push([weights[k], fieldRate(k, truth, guess, of, notes)]);
  const edges = (items: StoryJson[]): Map<string, number> =>
    count(
      items.flatMap((s) =>
        s.body.filter((b) => b.type !== 'subhead').flatMap((b) => [`^${norm(b.text).slice(0, 6)}`, `${norm(b.text).slice(-6)}$`]),
      ),
    );
  const [et, eg] = [edges(truth), edges(guess)];
  for (const [k, v] of et) if ((eg.get(k) ?? 0) < v) notes.push(`paragraph edge missing: ${k}`);
  parts.push([20, f1(et, eg)]);
  const heads = (items: StoryJson[], index: (i: number) => number): Map<string, number> =>
    count(items.flatMap((s, i) => s.body.filter((b) => b.type === 'subhead').map((b) => `${index(i)}:${norm(b.text)}`)));
  const back = new Map([...of].map(([i, j]) => [j, i]));
  const [st, sg] = [heads(truth, (i) => i), heads(guess, (j) => back.get(j) ?? -1 - j)];
  for (const k of sg.keys()) if (!st.has(k)) notes.push(`subhead that is none: ${k}`);
  parts.push([9, f1(st, sg)]);
  const [a, b] = [truth.map(textOf).join(''), guess.map(textOf).join('')];
  const [ca, cb] = [count(a), count(b)];
  const lost = [...a].length - shared(ca, cb);
  const spare = count(norm(furniture));
  let invented = 0;
  for (const [k, v] of cb) invented += Math.max(0, v - (ca.get(k) ?? 0) - (spare.get(k) ?? 0));
  parts.push([9, Math.max(0, 1 - (10 * lost) / a.length)], [6, Math.max(0, 1 - (10 * invented) / a.length)]);
  parts.push([10, Math.max(0, ((2 * lcs(a, b)) / (a.length + b.length) - 0.5) / 0.5)]);
  if (lost + invented > 0) notes.push(`lost ${lost}, invented ${invented}`);
  const used = parts.filter((p): p is [number, number] => p[1] !== null);
  const overall = (100 * used.reduce((s, [w, v]) => s + w * v, 0)) / used.reduce((s, [w]) => s + w, 0);
  return { overall, lost, invented, notes };
}

function fieldRate(k: Field, truth: StoryJson[], guess: StoryJson[], of: Map<number, number>, notes: string[]): number | null {
  let right = 0;
  let all = 0;
  for (const [i, t] of truth.entries()) {
    const g = guess[of.get(i) ?? -1];
    const [x, y] = [bare(k, String(t[k] ?? '')), bare(k, String(g?.[k] ?? ''))];
    if (!x && !y) continue;
    if (!x && (k === 'byline' || k === 'credit') && textOf(t).includes(y)) continue;
    all++;
    if (x === y) right++;
    else notes.push(`${k}: “${x}” read as “${y}” (${t.headline ?? first(t).slice(0, 12)})`);
  }
  return all === 0 ? null : right / all;
}
