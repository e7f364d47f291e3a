/** The decoded text cut into lines, each with the way back to the copy. Nothing is judged here. */

/** One line of copy, or several that a hard wrap had cut. Offsets are UTF-16 units of the copy's text. */
export interface Line {
  /** What is read: white space trimmed, invisible characters left out, wrapped lines joined. Never empty. */
  readonly text: string;
  /** For each unit of `text` (and one past its end) where it stands in the copy. */
  readonly map: readonly number[];
  /** Blank lines before it. */
  readonly blanks: number;
  /** White space before it, in ems. */
  readonly indent: number;
  /** A page break (form feed) stands before it. */
  readonly newPage: boolean;
}

/** Never printed; dropped wherever they stand (guide §5.1). */
export const isInvisible = (c: number): boolean =>
  (c < 32 && c !== 9 && c !== 10 && c !== 13 && c !== 11 && c !== 12) ||
  (c >= 0x7f && c <= 0x9f && c !== 0x85) ||
  c === 0xad ||
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x202a && c <= 0x202e) ||
  c === 0x2060 ||
  c === 0xfeff;

/** Ends a line: LF, VT, FF, CR, NEL, LS, PS. */
export const isBreak = (c: number): boolean => (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029;

/** White space inside a line. */
export const isBlank = (c: number): boolean =>
  c === 32 || c === 9 || c === 0xa0 || c === 0x3000 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f;

/** Every line that holds something visible. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  let blanks = 0;
  let newPage = false;
  while (at <= text.length) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    const line = lineOf(text, at, end, blanks, newPage);
    if (line) {
      lines.push(line);
      blanks = 0;
      newPage = false;
    } else if (at > 0) blanks++;
    if (text.charCodeAt(end) === 12) newPage = true;
    at = end + (text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function lineOf(copy: string, from: number, to: number, blanks: number, newPage: boolean): Line | null {
  let indent = 0;
  let text = '';
  const map: number[] = [];
  let kept = 0;
  for (let i = from; i < to; i++) {
    const c = copy.charCodeAt(i);
    if (isInvisible(c)) continue;
    if (isBlank(c)) {
      if (text === '') {
        indent += c === 0x3000 ? 1 : c === 9 ? 2 : 0.5;
        continue;
      }
      text += c === 0x3000 ? '\u3000' : ' ';
    } else {
      text += plainForm(c, copy[i] as string);
      kept = text.length;
    }
    map.push(i);
  }
  if (kept === 0) return null;
  const last = map[kept - 1] as number;
  map.length = kept;
  map.push(last + 1);
  return { text: text.slice(0, kept), map, blanks, indent, newPage };
}

/** Forms of a mark that encodings and input methods bring for the plain one, one unit for one (guide §4.7, §5.1). */
const forms = new Map(
  [...'∕⁄╱﹐﹑﹒﹔﹕﹖﹗﹙﹚﹝﹞︰︵︶︹︺︿﹀︽︾﹁﹂﹃﹄─―━‧｡｢｣､'].map((c, i) => [
    c.charCodeAt(0),
    [...'／／／，、。；：？！（）〔〕：（）〔〕〈〉《》「」『』———·。「」、'][i] as string,
  ]),
);

/** What the rules read: full-width digits and letters as plain ones, odd forms of marks as the usual ones. */
function plainForm(c: number, char: string): string {
  if (c < 0x2010) return char;
  if ((c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a)) return String.fromCharCode(c - 0xfee0);
  return forms.get(c) ?? char;
}

/** Two lines as one; `between` is what is read in the place of the line break. */
export function joinLines(a: Line, b: Line, between: string): Line {
  const map = a.map.slice(0, -1);
  const end = a.map[a.text.length] as number;
  for (let i = 0; i < between.length; i++) map.push(end);
  return { ...a, text: a.text + between + b.text, map: map.concat(b.map) };
}

/** Width in ems: Han and full-width marks 1, the rest ½; a mark that was folded to ASCII (，→ ,) counts as what it was. */
export function widthOf(text: string): number {
  let w = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    w += isWide(c) || (isFolded(c) && (isWide(text.charCodeAt(i - 1)) || isWide(text.charCodeAt(i + 1)))) ? 1 : 0.5;
  }
  return w;
}

/** ! " ( ) , : ; ? */
const isFolded = (c: number): boolean => c === 33 || c === 34 || c === 40 || c === 41 || c === 44 || c === 58 || c === 59 || c === 63;

export const isWide = (c: number): boolean => c >= 0x1100 && (c >= 0x2e80 || (c >= 0x2014 && c <= 0x2026) || (c >= 0x2460 && c <= 0x27ff));

export const isHan = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xd840 && c <= 0xdfff) || c === 0x3007;
