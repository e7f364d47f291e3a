/** What the lines beside a line say of it: columns, tables, verse, running heads. Evidence that is added before the page is read. */
import { artworks, creditedCaptions, cutCaptions, essays, numbered } from './captions.ts';
import { columns, entries, heads, lists, pairs, runIns, sections } from './columns.ts';
import { contents, running } from './edges.ts';
import { closesMore, leftOpen } from './ended.ts';
import { tailNote, turn } from './lexicon/lines.ts';
import { nameOnlyLatin, postLatin } from './lexicon/people.ts';
import { type Piece, WIDEST } from './piece.ts';

/** Add to every piece what its neighbours say. */
export function heedNeighbours(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1]?.says;
    p.beforeByline = next !== undefined && next.byline > 0.7 && next.credit < 0.5;
    p.overText = isText(pieces[i + 1]);
    p.atEdge = i < HEAD_LINES || i >= pieces.length - FOOT_LINES;
  }
  // And so do the lines of a block of heads over it.
  for (let i = pieces.length - 2; i > 0; i--) {
    const [p, next] = [pieces[i] as Piece, pieces[i + 1] as Piece];
    const over = (q: Piece): boolean => q.ended && !/[：:]$/u.test(q.text);
    if (next.beforeByline && !over(next) && !over(p) && next.width <= 36 && p.width <= 36 && p.mark === '' && p.says.byline < 0.4)
      p.beforeByline = true;
  }
  for (const [i, p] of pieces.entries()) {
    const before = pieces[i - 1];
    // A caption that is cut goes on: 施罗德（右）、法 | 国总统希拉克（中）…
    if (before && before.says.caption > 0 && !before.ended && before.width > 25) p.says = { ...p.says, caption: 0 };
  }
  halves(pieces);
  families(pieces);
  abstracts(pieces);
  rows(pieces);
  verses(pieces);
  contents(pieces);
  running(pieces);
  columns(pieces);
  pairs(pieces);
  sections(pieces);
  numbered(pieces);
  turns(pieces);
  heads(pieces);
  addresses(pieces);
  moreNames(pieces);
  unsigned(pieces);
  runIns(pieces);
  entries(pieces);
  creditedCaptions(pieces);
  cutCaptions(pieces);
  essays(pieces);
  artworks(pieces);
  lists(pieces);
}

/** As many lines may stand at a page's head and at its foot: its name, the day, a motto; who made it, where to ring. */
const HEAD_LINES = 4;
const FOOT_LINES = 5;

/** A sentence with its full stop, or more than a line of display type holds; or the page's end. */
const isText = (p: Piece | undefined): boolean => p === undefined || p.width > WIDEST || /[。.]$/u.test(p.text);

/** Small letters begin no line of text but one that goes on, nor does one close what it has not opened: the line before was cut. */
function halves(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1];
    if (!next || p.ended || !next.ended || next.mark !== '') continue;
    const small = p.latin && next.latin && p.width >= 12 && /^\p{Ll}/u.test(next.text);
    // “我们后来把这盏灯叫作 | ‘低头灯’。”: what is opened here is closed in the text below.
    const quoted = !p.latin && next.width > p.width && leftOpen(p.text) && closesMore(next.text);
    if (!small && !quoted) continue;
    p.halved = 1;
    if (next.says.endCredit >= 0.5) p.says = { ...p.says, caption: 0.9 };
  }
}

/** ● 不少人说… ● 专家认为… over the by-line or the dateline: the story in points. */
function abstracts(pieces: readonly Piece[]): void {
  const point = (p: Piece | undefined): boolean => p !== undefined && p.mark !== '' && p.width > 20 && p.says.byline < 0.4;
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (point(pieces[end]) && pieces[end]?.mark === pieces[i]?.mark) end++;
    const { byline = 0, dateline = 0, furniture = 0 } = pieces[end]?.says ?? {};
    const underHead = i > 0 && !pieces[i - 1]?.ended;
    if (end - i >= 2 && furniture === 0 && (byline > 0.7 || (underHead && dateline > 0)))
      for (const p of pieces.slice(i, end)) p.points = 1;
    i = Math.max(end, i + 1);
  }
}

/** How many short unsigned lines share a mark. */
function families(pieces: readonly Piece[]): void {
  const member = (p: Piece): boolean => p.mark !== '' && p.width <= 14 && !p.ended && p.says.byline < 0.4;
  const count = new Map<string, number>();
  for (const p of pieces) if (member(p)) count.set(p.mark, (count.get(p.mark) ?? 0) + 1);
  for (const p of pieces) if (member(p)) p.peers = Math.min(3, (count.get(p.mark) ?? 1) - 1);
}

/** Lines of one make with figures in them, side by side: prices, results, standings. */
function rows(pieces: readonly Piece[]): void {
  const make = pieces.map((p) => {
    if (p.width > 34 || p.mark !== '' || !/\d/u.test(p.text) || /[。]$/u.test(p.text)) return '';
    if (p.says.byline > 0.4 || p.says.furniture > 0 || p.says.credit > 0.4) return '';
    const shape = p.text
      .replace(/(?<=^|[ \u3000\p{Script=Han}])[+-](?=\d)|(?<=\d)%/gu, '')
      .replace(/(?<=\p{Script=Han})\d+(?=[ \u3000]+\d)/gu, '')
      .replace(/\d+(?:[.,:：∶-]\d+)*/gu, '0')
      .replace(/[\p{Script=Han}\p{L}]+/gu, 'x')
      .replace(/(?:0x){2,}/gu, '0x');
    return shape.slice(Math.max(0, shape.indexOf('0')));
  });
  for (let i = 0; i < pieces.length; ) {
    let end = i + 1;
    while (make[i] !== '' && end < pieces.length && make[end] === make[i]) end++;
    if (end - i >= 2) for (let k = i; k < end; k++) (pieces[k] as Piece).row = end - i >= 3 ? 1 : 0.6;
    i = end;
  }
  headings(pieces);
  tables(pieces);
}

/** 名次 代表团 金牌 银牌 铜牌 over as many figures, （截至11月13日22时） over that: they belong to the table. */
function headings(pieces: readonly Piece[]): void {
  const cells = (p: Piece): number => p.text.split(/[ \u3000]+/u).length;
  for (let i = pieces.length - 2; i >= 0; i--) {
    const [p, next] = [pieces[i] as Piece, pieces[i + 1] as Piece];
    if (p.row > 0 || next.row < 1 || p.mark !== '') continue;
    const columns = cells(p) >= 3 && Math.abs(cells(p) - cells(next)) <= 1 && p.text.split(/[ \u3000]+/u).every((c) => c.length <= 5);
    if (columns || /^[（(](?:截至|单位|截止|單位)[^（）()]{2,24}[）)]$/u.test(p.text)) p.row = 1;
  }
}

/** 第六轮战报, 积分榜: short lines over tables that follow one another are subheads of one story, not headlines. */
function tables(pieces: readonly Piece[]): void {
  const heads = [...pieces.keys()].filter((i) => {
    const [p, next] = [pieces[i] as Piece, pieces[i + 1]];
    return p.row === 0 && p.width <= 14 && p.mark === '' && !p.ended && p.says.byline < 0.4 && (next?.row ?? 0) === 1;
  });
  for (const i of heads) (pieces[i] as Piece).overRows = 1;
  for (const [n, i] of heads.entries()) {
    const next = heads[n + 1];
    if (next === undefined || !pieces.slice(i + 1, next).every((p) => p.row > 0)) continue;
    for (const k of [i, next]) Object.assign(pieces[k] as Piece, { tables: 1, overRows: 0 });
  }
}

/** A writer's address under the by-line belongs to it; elsewhere it is the paper's. */
function addresses(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries())
    if (
      /^(?!(?:newsdesk|news|editor|letters|desk|info)@)[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u.test(p.text) &&
      (pieces[i - 1]?.says.byline ?? 0) > 0.5
    )
      p.says = { ...p.says, byline: 1, furniture: 0 };
  // Harriet Nwosu, and under it Social affairs correspondent.
  for (const [i, p] of pieces.entries()) {
    const name = pieces[i - 1];
    if (!p.latin || !name || !postLatin.test(p.text) || !nameOnlyLatin.test(name.text)) continue;
    for (const q of [name, p]) q.says = { ...q.says, byline: 0.9 };
  }
  // And so does the place it was written at, alone on its line.
  for (const [i, p] of pieces.entries()) {
    const signed = pieces[i - 1]?.says;
    const text = (pieces[i + 1]?.width ?? 0) > 30;
    if (p.latin && text && signed && (signed.byline > 0.5 || signed.name > 0.7) && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(p.text))
      p.says = { ...p.says, byline: 0.8 };
  }
}

/** A by-line that is cut where its measure ends: the names that are left stand alone on the next line, before the text. */
function moreNames(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const signed = (pieces[i - 1]?.says.byline ?? 0) > 0.5 && !pieces[i - 1]?.ended;
    if (signed && !p.latin && p.mark === '' && p.says.name >= 0.6 && (pieces[i + 1]?.width ?? 0) > 10) p.says = { ...p.says, byline: 0.9 };
  }
}

/** Stories that are signed, by so many by-lines. */
const SIGNED = 3;
/** And by-lines and datelines together. */
const SIGNED_OR_DATED = 5;

/** On a page whose stories are signed, a short line between two paragraphs that nobody signs is hardly another story's headline. */
function unsigned(pieces: readonly Piece[]): void {
  const text = (p: Piece | undefined): boolean =>
    p?.ended === true && p.width > 25 && p.mark === '' && p.says.dateline === 0 && p.says.endCredit < 0.4;
  // By-lines stand over their text; what stands under one signs a letter.
  const over = (p: Piece, i: number): boolean => p.says.byline > 0.5 && !pieces[i - 1]?.ended;
  const signed = pieces.filter(over).length;
  const dated = pieces.filter((p, i) => p.says.dateline > 0 && !pieces[i - 1]?.ended).length;
  if (signed < SIGNED && signed + dated < SIGNED_OR_DATED) return;
  const credited = (p: Piece | undefined): boolean => p !== undefined && p.says.credit > 0.6;
  // Text that a credit or its writer's name closes is a picture's or a letter's.
  const closed = (i: number): boolean => {
    const signs = (p: Piece | undefined): boolean => p !== undefined && Math.max(p.says.credit, p.says.byline, p.says.signature) > 0.4;
    return (pieces[i]?.says.endByline ?? 0) > 0.5 || signs(pieces[i + 1]) || (text(pieces[i + 1]) && credited(pieces[i + 2]));
  };
  // Not in a column of short items: a label, and then a head and a paragraph in turn.
  const column = (i: number): boolean => {
    const [head, label] = [pieces[i - 2], pieces[i - 3]];
    if (!head || head.ended || !text(pieces[i - 1])) return false;
    // A few characters over a head are a label, known or not.
    return label !== undefined && (label.says.label > 0.5 || (label.width <= 5 && !label.ended) || column(i - 2));
  };
  /** A paragraph ends here, of one piece or of two that its column's end has parted. */
  const paragraphOver = (i: number): boolean => {
    const [p, before] = [pieces[i], pieces[i - 1]];
    const tail = p?.ended === true && p.mark === '' && p.says.dateline === 0 && p.says.endCredit < 0.4;
    return text(p) || (tail && before !== undefined && !before.ended && before.width > 25 && before.mark === '');
  };
  /** （据新华社石垭电） under the text that begins here: it is somebody else's, and no part of the one above. */
  const sourced = (i: number): boolean => {
    let end = i;
    while (end < i + 3 && text(pieces[end + 1])) end++;
    return [pieces[end], pieces[end + 1]].some((p) => /[（(](?:据|據|综合|綜合|本报综合)[^（）()]{0,24}[）)]$/u.test(p?.line.text ?? ''));
  };
  /** The story above has its own dateline, and no subheads so far. */
  const datedAbove = (i: number): boolean => {
    let from = i;
    while (text(pieces[from])) from--;
    return (pieces[from]?.says.dateline ?? 0) > 0;
  };
  for (const [i, p] of pieces.entries()) {
    const short = p.mark === '' && !p.ended && p.width <= (p.latin ? 12 : 20) && p.gap === 0 && p.says.label < 0.5;
    // The paragraph below may be cut at its column's end.
    const below = pieces[i + 1];
    const cut =
      below !== undefined && !below.ended && below.width > 25 && below.mark === '' && below.says.dateline === 0 && paragraphOver(i + 2);
    if (short && !column(i) && paragraphOver(i - 1) && ((text(below) && !closed(i + 1)) || (cut && !closed(i + 2)))) p.bare = 1;
    if (short && text(below) && sourced(i + 1) && datedAbove(i - 1)) p.bare = -1;
  }
}

/** Question and answer: speakers that come again and again, at the head of their lines. */
function turns(pieces: readonly Piece[]): void {
  const speakers = pieces.map((p) => (p.mark === '' ? (turn.exec(p.text)?.[1] ?? '') : ''));
  const count = new Map<string, number>();
  for (const s of speakers) if (s !== '') count.set(s, (count.get(s) ?? 0) + 1);
  const often = [...count].filter(([, n]) => n >= 2);
  if (often.length < 2) return;
  for (const [i, p] of pieces.entries()) if ((count.get(speakers[i] as string) ?? 0) >= 2) p.turn = 1;
}

/** Short lines in a row from which they can only be verse or a list; the first two may be its title and its poet. */
const verseRun = 7;

function verses(pieces: readonly Piece[]): void {
  const member = (p: Piece): boolean =>
    p.width <= 17 &&
    p.row === 0 &&
    p.mark === '' &&
    !/^[—－–-]/u.test(p.text) &&
    !tailNote.test(p.line.text) &&
    p.tables === 0 &&
    !/[。]$/u.test(p.text) &&
    p.says.byline < 0.4 &&
    p.says.furniture === 0 &&
    p.says.credit < 0.4;
  const signs = (p: Piece | undefined): boolean => p !== undefined && (p.says.byline > 0.4 || p.says.name >= 0.9);
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (end < pieces.length && member(pieces[end] as Piece)) end++;
    // Under the poet's name even a few lines are verse; without it the first two may be its title and its poet.
    const signed = signs(pieces[i - 1]) && pieces[i - 1]?.says.furniture === 0;
    // A title and its label stand over a by-line or over ——….
    const titled = signs(pieces[end]) || /^[—－–-]/u.test(pieces[end]?.text ?? '');
    const label = pieces[end - 2];
    const labelled = label !== undefined && (label.width <= 4 || label.says.label > 0.5 || label.says.column > 0);
    const last = titled ? end - (labelled ? 2 : 1) : end;
    if (end - i >= verseRun || (signed && last - i >= 4)) for (let k = signed ? i : i + 2; k < last; k++) (pieces[k] as Piece).verse = 1;
    i = Math.max(end, i + 1);
  }
}
