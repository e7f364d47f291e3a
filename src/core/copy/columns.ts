/** Columns of short items, and what is none: heads run into texts, entries, lists, the parts of one story. */
import { briefLabel } from './lexicon/lines.ts';
import type { Piece } from './piece.ts';

/** Headings run into their texts: one may be chance, several are a column of short items. */
export function heads(pieces: readonly Piece[]): void {
  if (pieces.filter((p) => p.runIn).length < 2) return;
  for (const [i, p] of pieces.entries()) {
    if (p.runIn) p.heads = 1;
    else if (pieces[i + 1]?.runIn && !p.ended && !p.sameLine) p.heads = 0.5;
  }
}

/** A head in capitals, or one before a colon, run into its text. */
const runInLatin =
  /^(?:\p{Lu}[\p{Lu}\d’'&.-]+(?: \p{Lu}[\p{Lu}\d’'&.-]*){0,4}(?::| \(\p{Lu}{1,6}\)| [—–-] )|\p{Lu}[^.:!?“”]{5,48}: (?=[\p{Lu}“"]))/u;

/** Every piece from here on that has the form is an item of a column. */
function itemise(pieces: readonly Piece[], from: number, form: (p: Piece | undefined) => boolean): void {
  for (let k = from; form(pieces[k]); k++) {
    const p = pieces[k] as Piece;
    p.says = { ...p.says, entry: 1 };
    p.listed = 1;
  }
}

/** ROWING: …, Two held for ATM fraud: …, HALIBURTON FOODS (HFI) …: English items with a head run in, under the name of their column. */
export function runIns(pieces: readonly Piece[]): void {
  const headed = (p: Piece | undefined): boolean =>
    p?.latin === true && p.width > 24 && p.turn === 0 && p.says.caption === 0 && runInLatin.test(p.text);
  for (const [i, p] of pieces.entries()) {
    const names = p.width <= 14 && !p.ended && p.latin && p.says.byline < 0.4;
    if (!names || !headed(pieces[i + 1]) || !headed(pieces[i + 2])) continue;
    if (!briefLabel.test(p.text) && !headed(pieces[i + 3])) continue;
    p.says = { ...p.says, label: Math.max(0.8, p.says.label), name: 0 };
    itemise(pieces, i + 1, headed);
  }
}

/** Bank robbed on Main Street. A man in a gray …: English items of a column, each with a short first sentence for its head. */
export function entries(pieces: readonly Piece[]): void {
  const opens = (p: Piece | undefined): boolean =>
    p?.latin === true && p.width > 30 && /^[A-Z][^.!?“”":]{3,40}[.!?] (?=[A-Z“"])/u.test(p.text) && /^(?:\S+ ){1,5}\S*[.!?] /u.test(p.text);
  // 云汀重工：中标…, 嘉禾种业：拟回购…: who, and what of them.
  const names = (p: Piece | undefined): boolean =>
    p !== undefined && !p.latin && p.width > 12 && /^[\p{Script=Han}\w·]{2,10}[:：]\S/u.test(p.text) && p.turn === 0;
  const short = (p: Piece): boolean => !p.ended && p.mark === '' && p.width <= 6 && p.says.byline < 0.4 && p.says.name < 0.6;
  for (const [i, p] of pieces.entries())
    if (p.width <= 12 && (briefLabel.test(p.text) || (short(p) && names(pieces[i + 3]))) && names(pieces[i + 1]) && names(pieces[i + 2]))
      itemise(pieces, i + 1, names);
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (opens(pieces[end])) end++;
    const column = briefLabel.test(pieces[i - 1]?.text ?? '');
    if (end - i >= (column ? 2 : 4)) for (const p of pieces.slice(i, end)) p.says = { ...p.says, entry: 1 };
    i = Math.max(end, i + 1);
  }
}

/** ● … ● … under a label: paragraphs with one mark, each an item of its own. */
export function lists(pieces: readonly Piece[]): void {
  const item = (p: Piece | undefined): boolean =>
    p !== undefined && p.mark !== '' && !p.boxed && (p.ended || p.width > 22) && p.width > 12 && p.points === 0;
  for (const [i, p] of pieces.entries())
    if (item(p) && [pieces[i - 1], pieces[i + 1]].some((q) => item(q) && q?.mark === p.mark)) p.listed = 1;
  // 廉洁风景线 over several: a column's name.
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1];
    if (
      next?.listed === 1 &&
      p.listed === 0 &&
      p.mark === '' &&
      !p.ended &&
      p.width <= (p.latin ? 8 : 5) &&
      p.says.label === 0 &&
      p.says.name < 0.7 &&
      !/[哪怎吗何]/u.test(p.text)
    )
      p.says = { ...p.says, label: 0.7 };
  }
}

/** 【读者来电】, 【记者调查】, 【部门回应】, each over a text of a story: its parts, not columns. */
export function sections(pieces: readonly Piece[]): void {
  const text = (p: Piece | undefined): boolean => p !== undefined && p.width > 25 && p.mark === '';
  const part = (i: number): boolean => {
    const p = pieces[i] as Piece;
    return (
      p.boxed && p.mark === '【' && !p.sameLine && p.width <= 10 && !p.ended && text(pieces[i + 1]) && !pieces[i + 1]?.sameLine && i > 0
    );
  };
  const all = [...pieces.keys()].filter(part);
  for (const [n, i] of all.entries()) {
    const near = [all[n - 1], all[n + 1]].some(
      (k) => k !== undefined && Math.abs(k - i) <= 5 && pieces.slice(Math.min(i, k) + 1, Math.max(i, k)).every(text),
    );
    if (near && !briefLabel.test((pieces[i] as Piece).text)) (pieces[i] as Piece).tables = 1;
  }
}

/** Two lines of display type in a row between two texts: no story has two subheads so, another begins. */
export function pairs(pieces: readonly Piece[]): void {
  const line = (p: Piece | undefined): boolean =>
    p !== undefined &&
    !p.ended &&
    p.mark === '' &&
    p.width <= (p.latin ? 34 : 24) &&
    p.row === 0 &&
    p.verse === 0 &&
    p.says.credit < 0.4 &&
    p.says.furniture === 0;
  for (const [i, p] of pieces.entries()) {
    const [before, next, text] = [pieces[i - 1], pieces[i + 1], pieces[i + 2]];
    const stands =
      before?.ended === true && before.width > 15 && line(p) && line(next) && p.says.byline < 0.4 && (next?.says.byline ?? 0) < 0.4;
    if (stands && text && text.width > 25 && p.latin === next?.latin) p.pair = 1;
  }
}

/** The longest paragraph of a short item, in ems. */
const ITEM = 160;

/** A line, and under it heads and single short paragraphs in turn, twice and more, nobody's name among them: a column of short items. */
export function columns(pieces: readonly Piece[]): void {
  const signs = (p: Piece): boolean => p.says.byline > 0.4 || p.says.credit > 0.4;
  const plain = (p: Piece): boolean => p.row === 0 && p.verse === 0 && p.turn === 0 && p.gap < 2 && !p.says.separator && !p.says.jump;
  const head = (p: Piece | undefined): boolean =>
    p !== undefined &&
    plain(p) &&
    !p.ended &&
    p.mark === '' &&
    p.width <= 16 &&
    !signs(p) &&
    p.says.furniture === 0 &&
    p.says.dateline === 0;
  const text = (p: Piece | undefined): boolean =>
    p !== undefined && plain(p) && p.mark === '' && p.width > 15 && p.width <= ITEM && p.says.endCredit < 0.5 && p.says.caption === 0;
  /** Pieces of the paragraph that begins here: one, or two where a column's end has cut it; 0 for none. */
  const item = (i: number): number => {
    const [p, rest] = [pieces[i], pieces[i + 1]];
    if (!p || !text(p)) return 0;
    return p.ended
      ? 1
      : p.width > 25 && rest?.ended === true && text({ ...rest, width: Math.max(16, rest.width) }) && rest.says.dateline === 0
        ? 2
        : 0;
  };
  for (let i = 0; i < pieces.length; i++) {
    const name = pieces[i] as Piece;
    const over =
      !name.ended &&
      plain(name) &&
      name.mark === '' &&
      name.width <= (name.latin ? 10 : 6) &&
      !signs(name) &&
      (name.latin || name.says.name < 0.7) &&
      i > 3;
    if (!over) continue;
    const own: Piece[] = [];
    let end = i + 1;
    for (let n = item(end + 1); n > 0 && head(pieces[end]) && pieces[end]?.latin === name.latin; n = item(end + 1)) {
      own.push(pieces[end] as Piece);
      end += 1 + n;
    }
    const rest = pieces[end];
    // A second paragraph is a story's.
    if (own.length < 2 || (rest !== undefined && (rest.ended || signs(rest)) && rest.mark === '' && rest.says.furniture === 0)) continue;
    // 问题一：…, 问题二：…: parts of one story, counted.
    if (new Set(own.map((p) => p.text.slice(0, 2))).size === 1) continue;
    name.says = { ...name.says, label: Math.max(0.9, name.says.label), furniture: 0, name: 0 };
    name.over = 1;
    for (const p of own) p.entry = 1;
    i = end - 1;
  }
}
