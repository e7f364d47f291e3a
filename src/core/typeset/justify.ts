/** A line's atoms to their places: reductions, then expansions, in the order that text/spacing gives (guide §4.3). */
import type { TextStyle } from '../document/index.ts';
import { Class, EXPAND, REDUCE, type Step, WIDEST_OPEN_EM } from '../text/index.ts';
import { type Atoms, Break } from './atoms.ts';
import type { Ruler } from './ruler.ts';

/** Where each atom of a line stands. */
export interface PlacedLine {
  /** First and one past the last atom that is drawn. */
  readonly from: number;
  readonly to: number;
  /** For each atom drawn: the left edge of its glyphs' cell, from the line's left edge, in points. */
  readonly x: Float64Array;
  readonly widthPt: number;
  /** White added to each gap between characters, in em; negative where nothing was added but taken. */
  readonly openEm: number;
  readonly hyphen: boolean;
  /** White put after each English letter, in points, and the width of letters as a share of their own: 0 and 1 in Chinese. */
  readonly letterPt: number;
  readonly glyph: number;
}

interface Slack {
  /** What is taken from the left of each atom, from its right, and put after it, in points. */
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly after: Float64Array;
  letterPt: number;
  glyph: number;
}

/** Let one class give what is needed, all its marks alike. Returns what is still needed. */
function reduceStep(a: Atoms, f: number, l: number, step: Step, need: number, s: Slack): number {
  const give = (i: number): number => {
    if (step.what === 'gap') return i < l - 1 ? Math.max(0, (a.gap[i] as number) - step.to * a.sizePt) : 0;
    const cls = a.cls[i] as Class;
    if (step.what === 'all' || !step.what.includes(cls)) return 0;
    if (cls === Class.space) return Math.max(0, (a.advance[i] as number) * 0.2);
    return (a.giveLeft[i] as number) - (s.left[i - f] as number) + ((a.giveRight[i] as number) - (s.right[i - f] as number));
  };
  let can = 0;
  for (let i = f; i < l; i++) can += give(i);
  if (can <= 0) return need;
  const share = Math.min(1, need / can);
  for (let i = f; i < l; i++) {
    const g = give(i) * share;
    if (g <= 0) continue;
    if (step.what === 'gap' || a.cls[i] === Class.space) s.after[i - f] = (s.after[i - f] as number) - g;
    else {
      const left = (a.giveLeft[i] as number) - (s.left[i - f] as number);
      const right = (a.giveRight[i] as number) - (s.right[i - f] as number);
      s.left[i - f] = (s.left[i - f] as number) + (g * left) / (left + right);
      s.right[i - f] = (s.right[i - f] as number) + (g * right) / (left + right);
    }
  }
  return need - can * share;
}

/** Open one kind of gap up to its ceiling. Returns what is still spare. */
function expandStep(a: Atoms, f: number, l: number, step: Step, spare: number, s: Slack): number {
  const take = (i: number): number => {
    if (i >= l - 1) return 0;
    if (step.what === 'all') return a.opens[i] ? Number.POSITIVE_INFINITY : 0;
    if (step.what === 'gap') return (a.gap[i] as number) > 0 ? Math.max(0, step.to * a.sizePt - (a.gap[i] as number)) : 0;
    return step.what.includes(a.cls[i] as Class) ? Math.max(0, step.to * a.sizePt - (a.advance[i] as number)) : 0;
  };
  let can = 0;
  let count = 0;
  for (let i = f; i < l; i++) {
    const t = take(i);
    can += t;
    if (t > 0) count++;
  }
  if (count === 0) return spare;
  const each = can === Number.POSITIVE_INFINITY ? spare / count : 0;
  const share = each ? 0 : Math.min(1, spare / can);
  for (let i = f; i < l; i++) {
    const t = take(i);
    if (t > 0) s.after[i - f] = (s.after[i - f] as number) + (each || t * share);
  }
  return each ? 0 : spare - can * share;
}

/** Shares of their own width to which letters are brought are whole thousandths: lines have few different ones. */
const GLYPH_STEPS = 1000;

/**
 * Bring an English line to its measure: all that gives way does so by the same share of its limit, and word spaces take
 * what is left beyond it.
 */
function settleEnglish(r: Ruler, f: number, l: number, over: number, s: Slack): void {
  const { a } = r;
  const side = over > 0 ? 0 : 1;
  const can = over > 0 ? r.give(f, l) : r.take(f, l);
  const share = can > 0 ? Math.min(1, Math.abs(over) / can) : 0;
  const { letterEm, glyph } = r.setting.justification;
  s.letterPt = share * letterEm[side] * a.sizePt;
  s.glyph = Math.floor((1 + share * (glyph[side] - 1)) * GLYPH_STEPS + 1e-6) / GLYPH_STEPS;
  let left = -over;
  let spaces = 0;
  for (let i = f; i < l; i++) {
    if (a.cls[i] === Class.space) {
      spaces += a.advance[i] as number;
      continue;
    }
    left -= (a.advance[i] as number) * (s.glyph - 1) + (r.letters(i) - (i === l - 1 ? 1 : 0)) * s.letterPt;
    if (over <= 0) continue;
    // Full-width marks among English give their blank as everything else does.
    const [gl, gr] = [(a.giveLeft[i] as number) - (s.left[i - f] as number), (a.giveRight[i] as number) - (s.right[i - f] as number)];
    s.left[i - f] = (s.left[i - f] as number) + gl * share;
    s.right[i - f] = (s.right[i - f] as number) + gr * share;
    left += (gl + gr) * share;
  }
  if (spaces > 0) for (let i = f; i < l; i++) if (a.cls[i] === Class.space) s.after[i - f] = (left * (a.advance[i] as number)) / spaces;
}

function settle(r: Ruler, f: number, l: number, over: number, s: Slack, justify: boolean): number {
  if (r.english) {
    if (over > 0 || justify) settleEnglish(r, f, l, over, s);
    return 0;
  }
  if (over > 0) {
    let need = over;
    for (const step of REDUCE) if (need > 1e-6) need = reduceStep(r.a, f, l, step, need, s);
    return 0;
  }
  if (!justify) return 0;
  let spare = -over;
  const before = r.gaps(f, l);
  let opened = 0;
  for (const step of EXPAND) {
    if (spare <= 1e-6) break;
    if (step.what === 'all' && before > 0) opened = spare / before / r.a.sizePt;
    if (opened > WIDEST_OPEN_EM) {
      s.after.fill(0);
      return 0;
    }
    spare = expandStep(r.a, f, l, step, spare, s);
  }
  return opened;
}

/** Place the atoms of one line. `last` lines and lines of other alignments are only ever pressed, never opened. */
export function placeLine(r: Ruler, from: number, to: number, align: TextStyle['align']): PlacedLine {
  const { a } = r;
  const f = r.first(from, to);
  const l = r.last(from, to);
  const n = l - f;
  const s: Slack = { left: new Float64Array(n), right: new Float64Array(n), after: new Float64Array(n), letterPt: 0, glyph: 1 };
  const trims = r.endTrims(f, l);
  s.left[0] = trims.start;
  s.right[n - 1] = (s.right[n - 1] as number) + trims.end;
  const room = r.room(from);
  const over = r.width(from, to) - room;
  const openEm = settle(r, f, l, over, s, align === 'justify' && to < a.n);
  const x = new Float64Array(n);
  let pen = from === 0 ? r.indentPt : 0;
  for (let i = f; i < l; i++) {
    const k = i - f;
    const left = s.left[k] as number;
    x[k] = pen - left - (a.trimLeft[i] as number);
    pen += (a.advance[i] as number) - left - (s.right[k] as number);
    if (a.cls[i] !== Class.space) pen += (a.advance[i] as number) * (s.glyph - 1) + r.letters(i) * s.letterPt;
    if (i < l - 1) pen += (a.gap[i] as number) + (s.after[k] as number);
  }
  const hyphen = to < a.n && a.breakAfter[to - 1] === Break.hyphen;
  const widthPt = pen - r.trackingPt - s.letterPt + (hyphen ? r.hyphenPt : 0);
  const shift = align === 'centre' ? (r.measurePt - widthPt) / 2 : align === 'right' ? r.measurePt - widthPt : 0;
  if (shift) for (let k = 0; k < n; k++) x[k] = (x[k] as number) + shift;
  return { from: f, to: l, x, widthPt, openEm, hyphen, letterPt: s.letterPt, glyph: s.glyph };
}
