/** Lines that a fixed measure had cut (硬回车) are put together again (guide §5.3). */
import { core, ended, leftOpen, unfinished } from './ended.ts';
import { folioScore } from './folio.ts';
import { contentsLine, dateline, datelineLatin, furniture } from './lexicon/lines.ts';
import { isHan, joinLines, type Line, widthOf } from './lines.ts';
import { bylineScore, creditAtEnd, creditScore } from './people.ts';

/** Lines looked at on each side to know the local measure: pages mix measures (13 characters here, 20 there). */
const reach = 5;

/** The lines with hard wraps undone. A page without them comes back as it is. */
export function unwrap(read: readonly Line[]): Line[] {
  const arrived = isFolded(read) ? read.map((l) => (l.indent <= 1 ? { ...l, indent: l.indent * 2 } : l)) : read;
  // Curly quotes are narrow among Latin letters.
  const widths = arrived.map((l) => (isLatin(l.text) ? l.text.length / 2 : widthOf(l.text)));
  // Some programs count characters, not their width: a figure then takes as much as a Han.
  const counts = arrived.map((l) => l.text.length);
  const headed = overDatelines(arrived);
  // Asked only of lines that might be part of a paragraph: most pages are not wrapped, and it costs.
  const known: boolean[] = [];
  const alone = (i: number): boolean => {
    const line = arrived[i];
    known[i] ??= line !== undefined && (headed.has(i) || standsAlone(line));
    return known[i];
  };
  const fullOf = (lines: readonly Line[]): boolean[] =>
    lines.map((l, i) => (isFull(lines, widths, i) || (!isLatin(l.text) && isFull(lines, counts, i))) && !alone(i));
  let lines = withoutUsualBlanks(arrived);
  let full = fullOf(lines);
  const bare = lines.map((l) => ({ ...l, blanks: 0 }));
  const bareFull = fullOf(bare);
  if (blanksSayNothing(lines, bareFull)) [lines, full] = [bare, bareFull];
  const measured = pageMeasure(lines, widths, alone);
  if (measured) full = full.map((f, i) => f || measured.has(i));
  const share = full.filter(Boolean).length / Math.max(1, lines.length);
  // Lines of like length by chance end their sentences; lines that a measure has cut hardly ever do.
  const whole = lines.filter((l, i) => full[i] && ended(l.text)).length;
  if (whole > lines.length * share * 0.5) return [...arrived];
  if (!measured && share < 0.25 && longestRun(full) < 5) return [...arrived];
  short(lines, widths, full);
  const indents = indentsMeanParagraphs(lines, full);
  const measure = middleOf(widths.filter((_, i) => full[i]));
  const out: Line[] = [];
  let open = false;
  for (const [i, line] of lines.entries()) {
    const last = out[out.length - 1];
    if (last && (open || /^[，。、；：！？」』】〕）》”’]/u.test(line.text)) && goesOn({ lines, widths, full, alone, indents, measure }, i))
      out[out.length - 1] = join(last, line);
    else out.push(line);
    const within = indents && (out[out.length - 1]?.indent ?? 0) >= 1 && !alone(i);
    open = full[i] === true || (within && breaksOff(line.text, (widths[i] as number) + hanging(line), measure));
  }
  return out;
}

/** Lines that a page's one measure must have cut, from which it is known. */
const MEASURED = 4;

/**
 * Short paragraphs, as in notices, show no measure of their own: the page's is where its indented lines end that go on without an indent.
 * Null where these are few, or where other lines are longer.
 */
function pageMeasure(lines: readonly Line[], widths: readonly number[], alone: (i: number) => boolean): Set<number> | null {
  const wide = (i: number): number => (widths[i] as number) + hanging(lines[i] as Line);
  const cut = [...lines.keys()].filter((i) => {
    const [line, next] = [lines[i] as Line, lines[i + 1]];
    return (
      line.indent >= 1 &&
      line.indent <= 4 &&
      next?.indent === 0 &&
      next.blanks === 0 &&
      !ended(line.text) &&
      !isLatin(line.text) &&
      !alone(i + 1)
    );
  });
  // Signatures over the next heading are shorter: the upper half knows.
  const known = cut.map(wide).sort((a, b) => a - b);
  const measure = known[Math.floor(known.length * 0.7)] ?? 0;
  // Marks that may not begin a line are pushed in behind it.
  const at = (i: number): boolean => wide(i) <= measure + 2.1 && wide(i) > measure - 1.6;
  if (measure < 10 || cut.filter(at).length < Math.max(MEASURED, cut.length / 2)) return null;
  if (lines.some((l, i) => l.indent > 0 && wide(i) > measure + 3)) return null;
  return new Set([...lines.keys()].filter((i) => at(i) && !alone(i) && lines[i + 1]?.blanks === 0));
}

const middleOf = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

/** Inside an indented paragraph: the sentence is not over, and a comma says that the measure cut it. */
const breaksOff = (text: string, width: number, measure: number): boolean =>
  !ended(text) && unfinished(core(text)) && width > measure * 0.5;

/** Full-width marks came as ASCII; the two wide spaces of an indent then came as two narrow ones (guide §4.7). */
function isFolded(lines: readonly Line[]): boolean {
  let folded = 0;
  for (const { text } of lines) {
    if (/[，：；]/u.test(text)) return false;
    if (/\p{Script=Han},/u.test(text)) folded++;
  }
  return folded >= 3;
}

/** A page's number, date or running head, a label in capitals, a by-line: no part of a paragraph, wherever it stands. */
const standsAlone = ({ text }: Line): boolean =>
  (text.length <= 110 && isLatin(text) && furniture.some((r) => r.test(text))) ||
  (text.length <= 60 &&
    ((bylineScore(text.replace(/^[^\p{L}]+/u, '')) > 0.6 && !leftOpen(text)) ||
      creditScore(text) > 0.8 ||
      contentsLine.test(text) ||
      furniture.some((r) => r.test(text)) ||
      folioScore(text) > 0.5 ||
      (/\p{Lu}{3}/u.test(text) && !/\p{Ll}|\p{Script=Han}/u.test(text))));

/** Lines of display type that a headline block has: kicker, headline, deck, by-line. */
const HEAD_LINES = 4;

/** What stands between a sentence that is over and the place that news comes from is display type, however wide. */
function overDatelines(lines: readonly Line[]): Set<number> {
  const heads = new Set<number>();
  const over = (text: string): boolean => ended(text) || (creditAtEnd(text)?.score ?? 0) > 0.6;
  for (const [i, line] of lines.entries()) {
    // ——记某某 under a shorter headline is its deck.
    if (/^(?:——|──|—)\S/u.test(line.text) && i > 0 && !ended(line.text) && widthOf((lines[i - 1] as Line).text) < widthOf(line.text) * 0.95)
      heads.add(i);
    const latin = isLatin(line.text);
    if (!(latin ? datelineLatin.test(line.text) || /^by \p{Lu}/iu.test(line.text) : dateline.test(line.text))) continue;
    let from = i;
    while (from > 0 && i - from <= HEAD_LINES && !over((lines[from - 1] as Line).text)) from--;
    // A sentence that ends inside is a caption with its credit.
    if (lines.slice(from, i).some((l) => (latin ? /[\p{Ll}\d][.!?] \p{Lu}/u : /[。！？][^”’」』]/u).test(l.text))) continue;
    if (i - from <= HEAD_LINES) for (let k = from; k < i; k++) heads.add(k);
  }
  return heads;
}

/** Where nearly every line has blank lines before it, these part nothing: they are taken off alike from all. */
function withoutUsualBlanks(lines: readonly Line[]): Line[] {
  const later = lines.slice(1).map((l) => l.blanks);
  const base = [...later].sort((a, b) => a - b)[Math.floor(later.length * 0.1)] ?? 0;
  return base === 0 ? [...lines] : lines.map((l, i) => (i === 0 ? l : { ...l, blanks: Math.max(0, l.blanks - base) }));
}

/** Blank lines stand between the lines of one sentence as often as elsewhere. */
function blanksSayNothing(lines: readonly Line[], full: readonly boolean[]): boolean {
  let cut = 0;
  let parted = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!full[i] || ended((lines[i] as Line).text)) continue;
    cut++;
    if ((lines[i + 1] as Line).blanks > 0) parted++;
  }
  return cut >= 6 && parted > cut * 0.3;
}

/** Blocks of two or three lines show no measure of their own: theirs is the page's. */
function short(lines: readonly Line[], widths: readonly number[], full: boolean[]): void {
  const known = widths.filter((_, i) => full[i]).sort((a, b) => a - b);
  if (known.length < 3) return;
  const high = known[Math.floor(known.length * 0.95)] as number;
  if (known.filter((w) => w > high * 0.85).length < Math.max(3, known.length / 2)) return; // several measures: none is the page's
  for (let i = 0; i + 1 < lines.length; i++) {
    const next = lines[i + 1] as Line;
    const line = lines[i] as Line;
    const w = (widths[i] as number) + hanging(line);
    if (full[i] || next.blanks > 0 || w > high + 1.5) continue;
    const slack = isLatin(line.text) ? 0.5 + firstWord(next.text) / 2 : 1.1;
    if (w + slack > high && w > 7) full[i] = true;
  }
}

/** The neighbours without a blank line between: the block a line stands in, cut to `reach` on each side. */
function* around(lines: readonly Line[], i: number): Generator<number> {
  for (let j = i; j >= Math.max(0, i - reach); j--) {
    if (j < i && (lines[j + 1] as Line).blanks > 0) break;
    yield j;
  }
  for (let j = i + 1; j <= Math.min(lines.length - 1, i + reach); j++) {
    if ((lines[j] as Line).blanks > 0) break;
    yield j;
  }
}

/** The line fills its measure: lines beside it are as long, none is longer, and the next line's first word would not have fitted. */
function isFull(lines: readonly Line[], widths: readonly number[], i: number): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  const w = (widths[i] as number) + hanging(line);
  if (!next || next.blanks > 0 || w < 7 || w > 60) return false;
  const latin = isLatin(line.text);
  const slack = latin ? 1 + firstWord(next.text) / 2 : 1.6;
  let peers = 0;
  let longest = 0;
  let longer = 0;
  for (const j of around(lines, i)) {
    const other = (widths[j] as number) + hanging(lines[j] as Line) - (j === i || latin ? 0 : pushedIn((lines[j] as Line).text));
    if (other > w + slack && other < w * 1.6) return false;
    if (other < w * 1.6) longest = Math.max(longest, other);
    else if (++longer > 1) return false;
    if (j !== i && Math.abs(other - w) <= Math.max(1.6, latin ? w * 0.2 : 0)) peers++;
  }
  return longest <= w + slack && peers >= 2;
}

/** Marks that may not begin a line were pushed in behind a full one: the measure ends before them. */
const pushedIn = (text: string): number => (/[，。、；：！？”’」』）》〉】〕,.;:!?)]{1,3}$/u.exec(text)?.[0].length ?? 1) - 1;

/** A paragraph's first line is shorter by its indent. */
const hanging = (line: Line): number => (line.indent <= 4 ? line.indent : 0);
const isLatin = (text: string): boolean => (text.match(/[A-Za-z]/gu)?.length ?? 0) > text.length / 2;
const firstWord = (text: string): number => text.split(/\s/u, 1)[0]?.length ?? 0;

/** Nov. | 20: the stop is no sentence's. */
const abbreviated = /\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|No|vs|\p{Lu})\.$/u;

function longestRun(full: readonly boolean[]): number {
  let best = 0;
  let run = 0;
  for (const f of full) {
    run = f ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

/** Some lines are indented and most that follow a full line are not: an indent then starts a paragraph. */
function indentsMeanParagraphs(lines: readonly Line[], full: readonly boolean[]): boolean {
  let after = 0;
  let indented = 0;
  let any = 0;
  for (const [i, line] of lines.entries()) {
    if (line.indent >= 1) any++;
    if (i > 0 && full[i - 1]) {
      after++;
      if (line.indent >= 1) indented++;
    }
  }
  return any >= 2 && indented < after / 2;
}

interface Wrapped {
  readonly lines: readonly Line[];
  readonly widths: readonly number[];
  readonly full: readonly boolean[];
  readonly alone: (i: number) => boolean;
  /** An indent starts a paragraph. */
  readonly indents: boolean;
  /** Ems of a line that is full, in the middle. */
  readonly measure: number;
}

/** Photo: Tom | Glynn, 岷 | 江晚报记者 吴枫 摄: what stands behind the last full stop is the first part of a credit. */
function cutCredit(before: string, text: string): boolean {
  if (text.length > 30 || (isLatin(text) && !/^[\p{Lu}(/][^ ]*(?: [\p{Lu}(/][^ ]*){0,2}$/u.test(text))) return false;
  const begun = /(?<=[。！？”]|[.!?]["”’]? )[^。！？.!?]{1,24}\.?$/u.exec(before)?.[0].trim() ?? '';
  const whole = creditScore(isLatin(text) ? `${begun} ${text}` : begun + text);
  return begun !== '' && whole > 0.5 && whole >= creditScore(begun) && whole >= creditScore(text);
}

function goesOn({ lines, widths, full, alone, indents, measure }: Wrapped, i: number): boolean {
  const line = lines[i] as Line;
  const before = lines[i - 1] as Line;
  // 本报记者 | 石磊摄: a post wants its name.
  if (line.blanks === 0 && full[i - 1] && /(?:记者|記者|通讯员|通訊員|新华社)$/u.test(before.text)) return true;
  if (line.blanks === 0 && full[i - 1] && cutCredit(before.text, line.text)) return true;
  if (line.blanks > 0 || line.newPage || alone(i) || alone(i - 1) || /^(?:[◎●■□▲★◆▍【〔▼△◇○※]|[图圖][说說]\d?[:：])/u.test(line.text))
    return false;
  if (indents && line.indent >= 1) return false;
  // The place that news comes from begins a story.
  if (dateline.test(line.text) || (isLatin(line.text) && datelineLatin.test(line.text))) return false;
  // Who made the picture is the end of its caption.
  if ((creditAtEnd(before.text)?.score ?? 0) > (/[摄攝]$/u.test(before.text) ? 0.5 : 0.8)) return false;
  // A line that is longer than the measure was not cut by it.
  if (isLatin(line.text) && measure > 0 && (widths[i] as number) > measure * 1.25) return false;
  // Where paragraphs are indented, two lines at the margin are display type; more are a paragraph that goes on.
  if (indents && before.indent < 1 && !full[i] && (i < 2 || !full[i - 2])) return false;
  if ((widths[i] as number) > (widths[i - 1] as number) + hanging(before) + 3 && !isLatin(line.text)) return false;
  if (!ended(before.text) || unfinished(before.text) || abbreviated.test(before.text)) return true;
  if (!indents && isLatin(line.text) && (speaksAnew(before.text, line.text) || roomLeft(lines, widths, i))) return false;
  // A sentence that ends exactly at the measure: a short line without an end mark after it is a heading, not a paragraph's tail.
  return full[i] === true || ended(line.text);
}

/** A sentence ended, and the next word would still have stood on its line: the measure did not cut here. */
function roomLeft(lines: readonly Line[], widths: readonly number[], i: number): boolean {
  const text = (lines[i] as Line).text;
  const longest = Math.max(...[...around(lines, i)].map((j) => widths[j] as number));
  return /^[“‘"']?\p{Lu}/u.test(text) && (widths[i - 1] as number) + 0.5 + firstWord(text) / 2 <= longest;
}

/** English begins a paragraph with every speaker: a sentence over and a quotation begun, a question or an answer. */
const speaksAnew = (before: string, text: string): boolean =>
  (/[.!?][”"]?$/u.test(before) && /^[“"]/u.test(text)) || /^[QA][:.] /u.test(text);

function join(a: Line, b: Line): Line {
  const left = a.text.charCodeAt(a.text.length - 1);
  const right = b.text.charCodeAt(0);
  if (isHan(left) || isHan(right) || /[\u3000-\u303f\uff00-\uffef“”‘’…—]$/u.test(a.text)) return joinLines(a, b, '');
  if (/[a-z][-\u2010]$/u.test(a.text) && /^[a-z]/u.test(b.text)) {
    const cut: Line = { ...a, text: a.text.slice(0, -1), map: [...a.map.slice(0, -2), a.map[a.text.length - 1] as number] };
    return joinLines(cut, b, '');
  }
  return joinLines(a, b, ' ');
}
