/** What a source gives: text to read, and what its own styles say about it. */

import type { Hint } from '../copy.ts';
import { ended } from '../ended.ts';
import { widthOf } from '../lines.ts';

export interface Sourced {
  /** Such as `utf-8`, or the format where there is no encoding of its own: `docx`, `pdf`. */
  readonly encoding: string;
  readonly text: string;
  /** In ascending order, not overlapping; spans count UTF-16 units of `text`. */
  readonly hints: readonly Hint[];
  /** Pictures the source names, in its order, with the words that stood by them. */
  readonly pictures: readonly SourcePicture[];
}

export interface SourcePicture {
  /** A file name or address as the source writes it; empty for one that is embedded and has no name. */
  readonly name: string;
  readonly caption: string;
}

/** Text of more than so many ems is a paragraph: a break inside one of its sentences is a soft one. */
const paragraphEms = 30;

/** A source that knows its paragraphs breaks lines inside them only for looks. */
function whole(text: string): string {
  if (!text.includes('\n') || widthOf(text) < paragraphEms) return text;
  return text.split('\n').reduce((a, b) => {
    if (ended(a.trimEnd())) return `${a}\n${b}`;
    return a + (/[\u2e80-\uffef]$/u.test(a) || /^[\u2e80-\uffef]/u.test(b) ? '' : ' ') + b;
  });
}

/** Puts a source's blocks together: one blank line between them, a hint over each that has one. */
export class SourceText {
  private text = '';
  private readonly hints: Hint[] = [];
  private readonly pictures: SourcePicture[] = [];
  private starting = false;

  /** The next block begins an item. */
  starts(): void {
    this.starting = true;
  }

  /** Line breaks inside a block stay; a block of nothing but white space is left out. */
  add(text: string, role: Hint['role'] | null): void {
    const clean =
      role === null || role === 'paragraph' ? whole(text.replace(/^[\s\u3000]*\n|\s+$/gu, '')) : text.replace(/^[\s\u3000]*\n|\s+$/gu, '');
    if (clean.trim() === '') return;
    if (this.text !== '') this.text += '\n\n';
    const from = this.text.length;
    this.text += clean;
    const span: [number, number] = [from, this.text.length];
    if (role) this.hints.push(this.starting ? { span, role, starts: true } : { span, role });
    else if (this.starting) this.hints.push({ span, role: 'paragraph', starts: true });
    this.starting = false;
  }

  picture(name: string, caption: string): void {
    this.pictures.push({ name, caption });
  }

  get empty(): boolean {
    return this.text === '';
  }

  done(encoding: string): Sourced {
    return { encoding, text: `${this.text}\n`, hints: this.hints, pictures: this.pictures };
  }
}
