/** Two versions of a copy side by side: which lines stayed, which changed, and where an offset of the old one stands in the new. */

interface Row {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  for (const m of text.matchAll(/[^\n\r\f\v\u0085\u2028\u2029]+/gu)) {
    const lead = m[0].length - m[0].trimStart().length;
    const trimmed = m[0].trim();
    if (trimmed !== '') rows.push({ from: m.index + lead, to: m.index + lead + trimmed.length, text: trimmed });
  }
  return rows;
}

/** Longest common subsequence of equal lines, as pairs of indices; what is the same at both ends is not searched. */
function sameRows(a: readonly Row[], b: readonly Row[]): [number, number][] {
  const pairs: [number, number][] = [];
  let head = 0;
  while (head < a.length && head < b.length && a[head]?.text === b[head]?.text) pairs.push([head, head++]);
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail]?.text === b[b.length - 1 - tail]?.text) tail++;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  // A copy rewritten from end to end has no common lines worth a table of a hundred million fields.
  if (n * m <= 4_000_000) pairs.push(...longest(a, b, head, n, m));
  for (let k = tail; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

function longest(a: readonly Row[], b: readonly Row[], head: number, n: number, m: number): [number, number][] {
  const wide = m + 1;
  const best = new Int32Array((n + 1) * wide);
  const at = (i: number, j: number): number => best[i * wide + j] as number;
  for (let i = n - 1; i >= 0; i--)
    for (let j = m - 1; j >= 0; j--)
      best[i * wide + j] = a[head + i]?.text === b[head + j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[head + i]?.text === b[head + j]?.text) pairs.push([head + i++, head + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** The share of a line's neighbouring pairs of characters that another has too: 0…1. */
function likeness(a: string, b: string): number {
  const pairs = (s: string): string[] => Array.from({ length: Math.max(1, s.length - 1) }, (_, i) => s.slice(i, i + 2));
  const [of, left] = [pairs(a), new Map<string, number>()];
  for (const p of pairs(b)) left.set(p, (left.get(p) ?? 0) + 1);
  let hits = 0;
  for (const p of of) {
    const n = left.get(p) ?? 0;
    if (n > 0) left.set(p, n - 1);
    if (n > 0) hits++;
  }
  return (2 * hits) / (of.length + Math.max(1, b.length - 1));
}

/** Lines of a changed stretch that are each other's new form, in order: the pairing with the most likeness. */
function pairUp(a: readonly Row[], b: readonly Row[]): [number, number][] {
  if (a.length * b.length > 2500) return [];
  const score = a.map((x) => b.map((y) => likeness(x.text, y.text)));
  const best: number[][] = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const of = (i: number, j: number): number => ((score[i]?.[j] ?? 0) > 0.3 ? (score[i]?.[j] ?? 0) : -1);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), of(i, j) > 0 ? of(i, j) + at(i + 1, j + 1) : 0);
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (of(i, j) > 0 && at(i, j) === of(i, j) + at(i + 1, j + 1)) pairs.push([i++, j++]);
    else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  return pairs;
}

export interface Alignment {
  /** Where a range of the old text stands in the new; null where its lines are gone. */
  range(from: number, to: number): [number, number] | null;
  /** Lines of the new text that no line of the old became. */
  readonly added: readonly (readonly [number, number])[];
}

/** An offset within a line that became another: by what is the same at its beginning and end. */
function within(a: string, b: string, at: number): number {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  if (at <= head) return at;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return at >= a.length - tail ? at + b.length - a.length : Math.min(b.length - tail, at);
}

/** How two versions of a text lie beside each other. */
export function align(before: string, after: string): Alignment {
  const [a, b] = [rowsOf(before), rowsOf(after)];
  const partner = new Map<number, number>();
  const same = [...sameRows(a, b), [a.length, b.length] as [number, number]];
  let [i, j] = [0, 0];
  for (const [si, sj] of same) {
    for (const [x, y] of pairUp(a.slice(i, si), b.slice(j, sj))) partner.set(i + x, j + y);
    if (si < a.length) partner.set(si, sj);
    [i, j] = [si + 1, sj + 1];
  }
  const used = new Set(partner.values());
  const range = (from: number, to: number): [number, number] | null => {
    const hit = a.flatMap((row, n) => (row.to > from && row.from < to && partner.has(n) ? [n] : []));
    const [first, last] = [hit[0], hit.at(-1)];
    if (first === undefined || last === undefined) return null;
    const place = (n: number, at: number): number => {
      const [old, next] = [a[n] as Row, b[partner.get(n) as number] as Row];
      return next.from + within(old.text, next.text, Math.min(old.text.length, Math.max(0, at - old.from)));
    };
    return [place(first, from), place(last, to)];
  };
  return { range, added: b.flatMap((row, n) => (used.has(n) ? [] : [[row.from, row.to] as const])) };
}
