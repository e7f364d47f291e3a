/** A text being mended: every unit of the original knows what it has become, and why. */
import type { Change } from '../../story/index.ts';

export interface View {
  /** The text as it is now. */
  readonly text: string;
  /** For each unit of it, the unit of the original it stands on. */
  readonly at: readonly number[];
}

export class Draft {
  readonly original: string;
  private readonly out: string[];
  /** Which repair changed the unit, or -1. */
  private readonly group: number[];
  private readonly why: { reason: string; confidence: number }[] = [];
  private shown: View | null = null;

  constructor(original: string) {
    this.original = original;
    this.out = original.split('');
    this.group = new Array<number>(original.length).fill(-1);
  }

  view(): View {
    if (this.shown) return this.shown;
    const at: number[] = [];
    for (let i = 0; i < this.out.length; i++) for (let k = 0; k < (this.out[i] as string).length; k++) at.push(i);
    this.shown = { text: this.out.join(''), at };
    return this.shown;
  }

  /** `from`…`to` of the view becomes `text`. Nothing happens where it is that already. An empty range is not allowed. */
  edit(from: number, to: number, text: string, reason: string, confidence: number): void {
    const { text: now, at } = this.view();
    if (from >= to || now.slice(from, to) === text) return;
    const first = at[from] as number;
    const last = at[to - 1] as number;
    let head = from;
    while (head > 0 && at[head - 1] === first) head--;
    let tail = to;
    while (tail < at.length && at[tail] === last) tail++;
    this.replace(first, last + 1, now.slice(head, from) + text + now.slice(to, tail), reason, confidence);
  }

  /** Units `from`…`to` of the original become `text`. */
  replace(from: number, to: number, text: string, reason: string, confidence: number): void {
    const id = this.why.push({ reason, confidence }) - 1;
    for (let i = from; i < to; i++) {
      this.out[i] = i === from ? text : '';
      this.group[i] = id;
    }
    this.shown = null;
  }

  /** Every match of a pattern in the present text. Matches are found first, then changed, last to first. */
  each(pattern: RegExp, become: (m: RegExpExecArray, text: string) => string | null, reason: string, confidence: number): void {
    const { text } = this.view();
    const found = [...text.matchAll(pattern)];
    const edits: [number, number, string][] = [];
    for (const m of found) {
      const next = become(m as RegExpExecArray, text);
      if (next !== null && next !== m[0]) edits.push([m.index, m.index + m[0].length, next]);
    }
    this.all(edits, reason, confidence);
  }

  /** Several changes in the present view, in ascending order. */
  all(edits: readonly (readonly [number, number, string])[], reason: string, confidence: number): void {
    // From the end, so that the places of those before stay what they were.
    for (let i = edits.length - 1; i >= 0; i--) {
      const [from, to, next] = edits[i] as readonly [number, number, string];
      this.edit(from, to, next, reason, confidence);
    }
  }

  text(): string {
    return this.view().text;
  }

  changes(): Change[] {
    const list: Change[] = [];
    for (let i = 0; i < this.group.length; ) {
      const id = this.group[i] as number;
      if (id < 0) {
        i++;
        continue;
      }
      let end = i;
      while (end < this.group.length && this.group[end] === id) end++;
      const removed = this.original.slice(i, end);
      const inserted = this.out.slice(i, end).join('');
      if (removed !== inserted) list.push({ at: i, removed, inserted, ...(this.why[id] as { reason: string; confidence: number }) });
      i = end;
    }
    return list;
  }
}
