/** Text → atoms: classes, unbreakable units, glyphs, the trims that neighbouring marks take, and where a line may end. */
import { Class, HALF_WIDTH, isLatinSide, isMark, mayBreak, PAIR_TRIM } from '../text/index.ts';
import { type Atoms, Break } from './atoms.ts';
import type { GlyphSource } from './glyphs.ts';
import { HorizontalCollector } from './horizontal.ts';
import { makeRubyRoom } from './ruby.ts';
import type { Paragraph, Setting } from './setting.ts';
import { VerticalCollector } from './vertical.ts';

/** Adjacent marks give the half that lies between them; house styles give everywhere (guide §4.3-1, -5). */
function trimMarks(a: Atoms, setting: Setting): void {
  const everywhere = HALF_WIDTH[setting.display ? 'half' : setting.marks];
  for (let i = 0; i < a.n; i++) {
    if (!everywhere.has(a.cls[i] as Class)) continue;
    a.trim(i, 'left');
    a.trim(i, 'right');
  }
  for (let i = 0; i + 1 < a.n; i++) {
    const [first, second] = [a.cls[i] as Class, a.cls[i + 1] as Class];
    if (!isMark(first)) continue;
    const rule = PAIR_TRIM.find((r) => r.first.includes(first) && r.second.includes(second));
    if (rule?.trim === 'first') a.trim(i, 'right');
    else if (rule) a.trim(i + 1, 'left');
  }
}

/** Numbers and these measure words part only where the line would be too loose (guide §4.2). */
const MEASURE_WORDS = new Set('年月日时分秒个名余多元万亿千百点号版届岁米里亩吨人次家户项');

function breakBetween(a: Atoms, i: number, text: string, setting: Setting): number {
  const [x, y] = [a.cls[i] as Class, a.cls[i + 1] as Class];
  if (y === Class.space || y === Class.wideSpace) return Break.no;
  if (x === Class.space || x === Class.wideSpace) return Break.yes;
  if (isLatinSide(x) && isLatinSide(y) && (setting.language === 'en' || x !== Class.suffix)) return Break.no;
  if (!mayBreak(setting.level, x, y)) return Break.no;
  // A dash or an ellipsis may open a line, but a paper lets it only where the line above would gape.
  if (y === Class.dash && setting.level !== 'none') return Break.reluctant;
  const number = x === Class.digit && MEASURE_WORDS.has(text[a.at[i + 1] as number] as string);
  return number ? Break.reluctant : Break.yes;
}

/** No gap is opened beside what joins two things, nor inside Latin. */
function mayOpen(x: Class, y: Class): boolean {
  if (isLatinSide(x) && isLatinSide(y)) return false;
  return x !== Class.connector && y !== Class.connector && x !== Class.slash && y !== Class.slash;
}

/** Letters and digits stand off from Han; full-width signs such as ℃ and ￥ have their own white. */
const takesGap = (cls: Class): boolean => cls === Class.latin || cls === Class.digit;

function findBreaks(a: Atoms, text: string, setting: Setting): void {
  const english = setting.language === 'en';
  for (let i = 0; i + 1 < a.n; i++) {
    const [x, y] = [a.cls[i] as Class, a.cls[i + 1] as Class];
    if (!a.breakAfter[i]) a.breakAfter[i] = breakBetween(a, i, text, setting);
    if (english) continue;
    if ((x === Class.han && takesGap(y)) || (takesGap(x) && y === Class.han)) a.gap[i] = setting.gapEm * setting.sizePt;
    a.opens[i] = mayOpen(x, y) ? 1 : 0;
  }
}

/** Cut a paragraph into atoms and shape them. */
export function collect(p: Paragraph, source: GlyphSource): Atoms {
  const atoms = p.setting.vertical ? new VerticalCollector(p, source).collect() : new HorizontalCollector(p, source).collect();
  trimMarks(atoms, p.setting);
  findBreaks(atoms, p.text, p.setting);
  makeRubyRoom(atoms, p, source);
  for (const at of p.spread ?? []) {
    const i = atoms.at.subarray(0, atoms.n).indexOf(at);
    if (i < 0) continue;
    atoms.gap[i] = p.setting.sizePt;
    atoms.breakAfter[i] = Break.no;
  }
  return atoms;
}
