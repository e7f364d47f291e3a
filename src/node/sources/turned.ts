/** A PDF page's runs of text → words as its reader holds it: pages that are turned, text that runs down, text that stands askew. */
import type { Word } from './layout.ts';

/** A run of text as pdf.js gives it. */
export interface Run {
  readonly str: string;
  readonly transform: readonly number[];
  /** Length along the line in points; of a run that runs down, its breadth. */
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** A page's words in the directions that it is read in, and what stands askew or cannot be seen, run by run. */
export interface Turned {
  readonly level: readonly Word[];
  /** Text that runs down, as lines from the top: its right edge is their head. Empty where it is heads only, which are in `level`. */
  readonly upright: readonly Word[];
  readonly askew: readonly string[];
}

type Matrix = readonly number[];

/** `b` in the space of `a` (PDF 32000-1, 8.3.3). */
function times(a: Matrix, b: Matrix): number[] {
  const [a0 = 1, a1 = 0, a2 = 0, a3 = 1, a4 = 0, a5 = 0] = a;
  const [b0 = 1, b1 = 0, b2 = 0, b3 = 1, b4 = 0, b5 = 0] = b;
  return [a0 * b0 + a2 * b1, a1 * b0 + a3 * b1, a0 * b2 + a2 * b3, a1 * b2 + a3 * b3, a0 * b4 + a2 * b5 + a4, a1 * b4 + a3 * b5 + a5];
}

/** Quarters of a turn, as matrices: what lay along the y axis lies along the x axis. */
const quarters: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];
/** Lines may lean so far, in radians, and still be level: scans that were put straight by hand. */
const lean = 0.12;

/** Type of a point and less is not to be read, in points. */
const leastSize = 1;

/** Which quarter a run lies along; null where it is askew. */
function quarterOf([a = 1, b = 0]: Matrix): number | null {
  const quarter = Math.atan2(b, a) / (Math.PI / 2);
  const near = Math.round(quarter);
  return Math.abs(quarter - near) * (Math.PI / 2) > lean ? null : (near + 4) % 4;
}

/** Marks have forms of their own for text that runs down (Unicode, Vertical Forms and CJK Compatibility Forms). */
const downForms = new Map(
  [...'︐︑︒︓︔︕︖︗︘︙︰︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈'].map((c, i) => [
    c,
    [...'，、。：；！？〖〗…：—（）｛｝〔〕【】《》〈〉「」『』［］'][i] as string,
  ]),
);
const level = (text: string): string => text.replace(/[\ufe10-\ufe19\ufe30-\ufe48]/gu, (c) => downForms.get(c) ?? c);

const sizeOf = ([, , c = 0, d = 0]: Matrix): number => Math.hypot(c, d);

/** A run that runs down, as a line of a page that is laid on its left side. */
function laid({ str, height, transform }: Run): Word {
  const [x = 0, y = 0] = transform.slice(4);
  const size = sizeOf(transform);
  return { text: level(str), x: -y, y: x - size / 2, width: height, size };
}

/** A run that runs down, character by character, where heads among level text are looked for. */
function apart({ str, height, transform }: Run): Word[] {
  const [x = 0, y = 0] = transform.slice(4);
  const size = sizeOf(transform);
  const characters = [...level(str)];
  const step = height / Math.max(1, characters.length);
  return characters.map((text, i) => ({ text, x: x - size / 2, y: y - step * i - size, width: size, size }));
}

const lengthOf = (runs: readonly Run[]): number => runs.reduce((n, r) => n + r.str.trim().length, 0);

/**
 * @param page from the file's space to the page as it is shown, y upwards
 * @param down whether a font runs down
 */
export function turned(runs: readonly Run[], page: Matrix, down: (fontName: string) => boolean): Turned {
  const shown = runs.map((r) => ({ ...r, transform: times(page, r.transform) }));
  const byQuarter = [0, 1, 2, 3].map((q) => shown.filter((r) => quarterOf(r.transform) === q));
  // Most of the text stands upright, however the sheet lies.
  const most = byQuarter.reduce((best, own, q) => (lengthOf(own) > lengthOf(byQuarter[best] ?? []) ? q : best), 0);
  const own = (byQuarter[most] ?? [])
    .filter((r) => sizeOf(r.transform) > leastSize)
    .map((r) => ({ ...r, transform: times(quarters[most] ?? [], r.transform) }));
  const falling = own.filter((r) => down(r.fontName));
  const lines = own.filter((r) => !down(r.fontName));
  const isPage = lengthOf(falling) > lengthOf(lines);
  const words = lines.map((r): Word => {
    const [x = 0, y = 0] = r.transform.slice(4);
    return { text: r.str, x, y, width: r.width, size: sizeOf(r.transform) };
  });
  return {
    level: isPage ? words : [...words, ...falling.flatMap(apart)],
    upright: isPage ? falling.map(laid) : [],
    askew: shown.filter((r) => quarterOf(r.transform) !== most || sizeOf(r.transform) <= leastSize).map((r) => r.str),
  };
}
