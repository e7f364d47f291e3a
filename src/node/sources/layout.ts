/** Words with places on a PDF page → text in reading order: lines, columns, blocks, by the white between them. */

export interface Word {
  readonly text: string;
  /** Left edge and baseline in points from the page's lower left, width and type size in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A line of one column, or of a headline. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A block of lines with nothing but leading between them. */
export interface TextBlock {
  readonly lines: readonly TextLine[];
  readonly size: number;
  /** It is known to be text: even two lines may be one paragraph. */
  readonly text?: boolean;
}

/** White between two words that may part columns, in ems: justified Latin has up to 0.7, set Han hardly any. What a gutter does
 *  not confirm is put together again. */
const gapEms = { han: 0.55, latin: 0.9 } as const;
/** White between blocks, in type sizes above the page's usual leading. */
const blockGap = 0.45;

export function linesOf(words: readonly Word[]): TextLine[] {
  const sorted = words.filter((w) => w.text.trim() !== '' && w.size > 1).sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Word[][] = [];
  for (const word of sorted) {
    const row = rows.find(
      (r, i) => i >= rows.length - 12 && Math.abs((r[0] as Word).y - word.y) < Math.min(word.size, (r[0] as Word).size) * 0.35,
    );
    if (row) row.push(word);
    else rows.push([word]);
  }
  return rows.flatMap((row) => segments(row.sort((a, b) => a.x - b.x)));
}

/** A row cut where the white is a gutter's. */
/** 1. 2、(3) ④ •: what stands before a point of a list, however far from it. */
const pointMark = /^(?:\d{1,3}[.．、)）]|[(（][\d一二三四五六七八九十]{1,3}[)）]|[\u2460-\u2473]|[•●○■□◆▪‣\uf0b7])$/u;
const markEms = 4;
const isMark = (part: readonly Word[]): boolean =>
  pointMark.test(
    part
      .map((w) => w.text)
      .join('')
      .trim(),
  );

function segments(row: readonly Word[]): TextLine[] {
  const lines: TextLine[] = [];
  let part: Word[] = [];
  for (const word of row) {
    const last = part[part.length - 1];
    const size = last ? Math.max(last.size, word.size) : word.size;
    if (
      last &&
      !(isMark(part) && word.x - inkEnd(last) < size * markEms) &&
      (word.x - inkEnd(last) > size * (/[A-Za-z\d]$/u.test(last.text) && /^[A-Za-z\d]/u.test(word.text) ? gapEms.latin : gapEms.han) ||
        word.size > last.size * 1.6 ||
        last.size > word.size * 1.6)
    ) {
      lines.push(lineOf(part));
      part = [];
    }
    part.push(word);
  }
  if (part.length > 0) lines.push(lineOf(part));
  return lines;
}

/** Where a word's ink ends: a closing mark fills half of its square, and at a line's end the other half may stand in the gutter. */
const inkEnd = (w: Word): number => w.x + w.width - (/[，。、；：！？”’）》」』】]$/u.test(w.text) ? w.size / 2 : 0);

function lineOf(words: readonly Word[]): TextLine {
  let text = '';
  let end = Number.NaN;
  for (const w of words) {
    const gap = w.x - end;
    const latin = /[\p{Script=Latin}\d,.;:!?)]$/u.test(text) && /^[\p{Script=Latin}\d($“]/u.test(w.text);
    if (gap > w.size * (latin ? 0.15 : 0.6) && !/\s$/u.test(text) && !/^\s/u.test(w.text)) text += ' ';
    text += w.text;
    end = inkEnd(w);
  }
  const first = words[0] as Word;
  return { text: text.trim(), left: first.x, right: end, y: first.y, size: Math.max(...words.map((w) => w.size)) };
}

/** The size most characters are set in. */
export function bodySize(lines: readonly TextLine[]): number {
  const count = new Map<number, number>();
  for (const l of lines) count.set(Math.round(l.size * 2) / 2, (count.get(Math.round(l.size * 2) / 2) ?? 0) + l.text.length);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** Blocks in reading order: the page is cut by its white again and again, columns before rows, as a reader's eye does. */
export function blocksOf(lines: readonly TextLine[]): TextBlock[] {
  return cut([...lines], bodySize(lines), 0);
}

function cut(lines: TextLine[], body: number, depth: number): TextBlock[] {
  if (lines.length === 0) return [];
  if (depth < 40 && lines.length > 1) {
    const at = gutter(lines, body);
    const led = at === null ? null : ledRow(lines, body, at);
    if (led !== null)
      return [
        ...cut(
          lines.filter((l) => l.y > led),
          body,
          depth + 1,
        ),
        ...cut(
          lines.filter((l) => l.y <= led),
          body,
          depth + 1,
        ),
      ];
    if (at !== null)
      return [
        ...cut(
          lines.filter((l) => l.left < at),
          body,
          depth + 1,
        ),
        ...cut(
          lines.filter((l) => l.left >= at),
          body,
          depth + 1,
        ),
      ];
    const y = row(lines, body);
    if (y !== null)
      return [
        ...cut(
          lines.filter((l) => l.y > y),
          body,
          depth + 1,
        ),
        ...cut(
          lines.filter((l) => l.y <= y),
          body,
          depth + 1,
        ),
      ];
  }
  const ordered = rejoined(lines);
  return [{ lines: ordered, size: bodySize(ordered) }];
}

/** Parts of one row that no gutter has parted are one line: 贴近基层　讲实说透. */
export function rejoined(lines: readonly TextLine[]): TextLine[] {
  const ordered = [...lines].sort((a, b) => (Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.35 ? a.left - b.left : b.y - a.y));
  const found: TextLine[] = [];
  for (const line of ordered) {
    const last = found[found.length - 1];
    if (last && Math.abs(last.y - line.y) < Math.min(last.size, line.size) * 0.35 && line.left >= last.right - 1)
      found[found.length - 1] = { ...last, text: `${last.text} ${line.text}`, right: line.right, size: Math.max(last.size, line.size) };
    else found.push(line);
  }
  return found;
}

/** Rows a region must have for a narrow white to be its gutter; a wide one parts even two headlines side by side. */
const gutterRows = 3;
const wideGutterEms = 3;

/** The widest upright white through all lines, or null: no gutter. */
function gutter(lines: readonly TextLine[], body: number): number | null {
  const spans = lines.map((l) => [l.left, l.right] as const).sort((a, b) => a[0] - b[0]);
  const rows = new Set(lines.map((l) => Math.round(l.y / (body * 0.5)))).size;
  const tall = Math.max(...lines.map((l) => l.size));
  let best = rows >= gutterRows ? body * 0.6 : tall * wideGutterEms;
  let at: number | null = null;
  let right = spans[0]?.[1] ?? 0;
  for (const [l, r] of spans) {
    if (l - right > best) [best, at] = [l - right, (l + right) / 2];
    right = Math.max(right, r);
  }
  return at;
}

/** Type this many times the text's size is a headline; the line over it, its kicker, is larger than the text by so much. */
const headlineSizes = 1.5;
const kickerSizes = 1.1;
/** Columns under one headline begin at one height, in type sizes of the text: the first may have the by-line before it. */
const levelSizes = 3;

/**
 * Where a story begins across the gutter, or null: a large headline at the region's left, nothing beside it, and columns on both sides
 * of the gutter that begin level under it. What stands above is another story, even if its own gutter runs on at the same place.
 */
function ledRow(lines: readonly TextLine[], body: number, at: number): number | null {
  const ordered = [...lines].sort((a, b) => b.y - a.y);
  const left = Math.min(...lines.map((l) => l.left));
  for (const [i, head] of ordered.entries()) {
    if (head.size < body * headlineSizes || head.left > left + head.size || head.left >= at) continue;
    let first = i;
    while (first > 0 && belongsTo(ordered[first - 1] as TextLine, ordered[first] as TextLine, body, at)) first--;
    const above = ordered[first - 1];
    const top = ordered[first] as TextLine;
    if (!above || above.y - top.y < top.size) continue;
    const text = ordered.slice(i + 1).filter((l) => l.size < body * headlineSizes);
    const [here, beside] = [text.find((l) => l.left < at), ordered.slice(i + 1).find((l) => l.left >= at)];
    if (!here || !beside || beside.size >= body * headlineSizes || Math.abs(here.y - beside.y) > body * levelSizes) continue;
    // Only a head that both columns have other lines above parts anything; one at the region's top is its own.
    if (ordered.slice(0, first).some((l) => l.left >= at)) return (above.y + top.y) / 2;
  }
  return null;
}

/** A display line close above another, on the same side of the gutter: a kicker, or the headline's first line. */
const belongsTo = (above: TextLine, line: TextLine, body: number, at: number): boolean =>
  above.left < at && above.size > body * kickerSizes && above.y - line.y < Math.max(above.size, line.size) * 1.8;

/** Where the widest white between lines lies: wider than the leading, or where the type changes its size. */
function row(lines: readonly TextLine[], body: number): number | null {
  const ordered = [...lines].sort((a, b) => b.y - a.y);
  let best = 0;
  let at: number | null = null;
  const gaps = ordered.slice(1).map((l, i) => (ordered[i] as TextLine).y - l.y - l.size);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  for (const [i, gap] of gaps.entries()) {
    const [above, below] = [ordered[i] as TextLine, ordered[i + 1] as TextLine];
    const step = Math.abs(above.size - below.size) > Math.min(above.size, below.size) * 0.18 ? body * 0.5 : 0;
    const white = gap - usual + step;
    if (white > body * blockGap && white > best) [best, at] = [white, (above.y + below.y) / 2 - 0.01];
  }
  return at;
}

/** How far a paragraph's first line stands in, in ems. */
const indentEms = 0.8;

/** A mark and white after it: 3. The next point. A sentence that begins with a number has another sign before it. */
const beginsPoint = /^(?:\d{1,3}[.．)）]|[(（]\d{1,3}[)）]|[•●○■□◆▪‣\uf0b7])\s/u;

/** A block's paragraphs: a line that fills the measure goes on, unless the next one is indented. Display lines stay lines. */
export function paragraphsOf({ lines, text = false }: TextBlock): string[] {
  const left = Math.min(...lines.map((l) => l.left));
  const right = Math.max(...lines.map((l) => l.right));
  const found: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before && (text || lines.length > 2) && !beginsPoint.test(line.text) && !standsIn(line, before, left) && fills(before, line, right))
      found.push(joined(found.pop() as string, line.text));
    else found.push(line.text);
  }
  return found;
}

const standsIn = (line: TextLine, before: TextLine, left: number): boolean =>
  line.left - left > line.size * indentEms && !(before.left - left > before.size * indentEms);

/** A word's width is only estimated from its line's letters; how much wider it may be. In the midst of a sentence a line hardly ever
 *  ends its paragraph, so that ragged lines go on as well. */
const wordSlack = { sentenceEnds: 1, sentenceGoesOn: 1.6 } as const;

/** The next line's first word, or its first Han, would not have fitted. */
function fills(line: TextLine, next: TextLine, right: number): boolean {
  const latin = /^[“‘($]?[\p{Script=Latin}\d]/u.test(next.text);
  const perLetter = (next.right - next.left) / Math.max(1, next.text.length);
  const slack = /[.!?:;…]['"’”)\]]*$/u.test(line.text) ? wordSlack.sentenceEnds : wordSlack.sentenceGoesOn;
  const first = latin ? ((next.text.split(' ', 1)[0] ?? '').length + 1) * perLetter * slack : next.size * 1.6;
  return right - line.right < first;
}

function joined(a: string, b: string): string {
  if (/\p{Ll}[-\u2010\u00ad]$/u.test(a) && /^\p{Ll}/u.test(b)) return a.slice(0, -1) + b;
  return /[\u2e80-\uffef”’…—]$/u.test(a) && !/^\p{Script=Latin}/u.test(b)
    ? a + b
    : /^[\u2e80-\uffef]/u.test(b) && !/\p{Script=Latin}$/u.test(a)
      ? a + b
      : `${a} ${b}`;
}
