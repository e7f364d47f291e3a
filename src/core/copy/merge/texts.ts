/** Three texts, one of which the other two came from. */

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The changed stretches between two texts, by a table of their characters; one stretch where that would be too large. */
function hunksOf(base: string, next: string): Hunk[] {
  let head = 0;
  while (head < base.length && head < next.length && base[head] === next[head]) head++;
  let tail = 0;
  while (tail < Math.min(base.length, next.length) - head && base[base.length - 1 - tail] === next[next.length - 1 - tail]) tail++;
  const [a, b] = [base.slice(head, base.length - tail), next.slice(head, next.length - tail)];
  if (a === '' && b === '') return [];
  const whole = [{ from: head, to: head + a.length, text: b }];
  if (a.length * b.length > 1_000_000 || a === '' || b === '') return whole;
  const wide = b.length + 1;
  const best = new Uint16Array((a.length + 1) * wide);
  const at = (i: number, j: number): number => best[i * wide + j] as number;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i * wide + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const hunks: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [si, sj] = [i, j];
    while ((i < a.length || j < b.length) && a[i] !== b[j]) {
      if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) i++;
      else j++;
    }
    if (i > si || j > sj) hunks.push({ from: head + si, to: head + i, text: b.slice(sj, j) });
    while (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
  }
  return hunks;
}

/** Both texts' changes made to the base; null where they touch each other: only a person can choose there. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (mine === base) return theirs;
  if (theirs === base || theirs === mine) return mine;
  const all = [...hunksOf(base, mine).map((h) => ({ ...h, own: true })), ...hunksOf(base, theirs).map((h) => ({ ...h, own: false }))].sort(
    (a, b) => a.from - b.from || a.to - b.to,
  );
  let text = '';
  let done = 0;
  let last: (typeof all)[number] | null = null;
  for (const h of all) {
    if (last && last.own !== h.own && h.from <= last.to) {
      // The same change on both sides is one.
      if (last.from === h.from && last.to === h.to && last.text === h.text) continue;
      return null;
    }
    text += base.slice(done, h.from) + h.text;
    done = h.to;
    last = h;
  }
  return text + base.slice(done);
}
