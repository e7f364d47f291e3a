/** What the lines beside a line say of it: columns, tables, verse, running heads. Evidence that is added before the page is read. */
import { closesMore, leftOpen } from './ended.ts';
import { sectionAndPage } from './folio.ts';
import { artwork, briefLabel, contentsHead, contentsLine, labels, tailNote, turn } from './lexicon/lines.ts';
import { nameOnlyLatin, postLatin } from './lexicon/people.ts';
import { namesIn } from './people.ts';
import type { Piece } from './piece.ts';

/** Add to every piece what its neighbours say. */
export function heedNeighbours(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1]?.says;
    p.beforeByline = next !== undefined && next.byline > 0.7 && next.credit < 0.5;
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
  entries(pieces);
  cutCaptions(pieces);
  artworks(pieces);
  lists(pieces);
}

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

/** A table of contents: lines that end in the number of a page, two or more, and the head above them. */
function contents(pieces: readonly Piece[]): void {
  const line = pieces.map((p) => !p.says.jump && contentsLine.test(p.text));
  for (const [i, p] of pieces.entries()) {
    const beside = line[i - 1] || line[i + 1] || contentsHead.test(pieces[i - 1]?.text ?? '');
    if ((line[i] && beside) || (contentsHead.test(p.text) && line[i + 1])) p.says = { ...p.says, furniture: 1, note: 0 };
  }
}

const fullDate = /(?:19|20)\d\d年\d{1,2}月\d{1,2}日/u;

const pageNumbered =
  /(?:^\p{Script=Han}{2,4}[A-D]\d{1,2}\p{Script=Han}|^(?:[A-Z]\d{1,2}|0\d|\d{1,2}版)[ \u3000|·]|[ \u3000|·](?:[A-Z]\d{1,2}|0\d|第?\d{1,2}版)(?=$|[ \u3000|·]))/u;

/** Whatever else stands in it, a line at the page's edge with the day's date and an editor or a weekday is its head. */
const datesPage = ({ text, width }: Piece): boolean =>
  width < 100 &&
  fullDate.test(text) &&
  /(?:星期|责|責|编|編|版|期)/u.test(text) &&
  !/[。！？]/u.test(text) &&
  // 投稿請寄…，不採用恕不退稿: what the paper asks of its readers may stand beside it.
  (!text.includes('，') || /(?:投稿|来稿|來稿)/u.test(text));

/** 健康热线：…, under everything else. */
const isHotline = ({ text, width }: Piece): boolean =>
  width < 50 &&
  !/[。！？]/u.test(text) &&
  /(?:电话|電話|热线|熱線|专线|專線)[:： ]?[ \u3000]*[\d（()） －—-]{7,}|^\p{Script=Han}{2,4}(?:热线|熱線|专线|信箱|邮箱)[:：]/u.test(text);

/** 如果您身边也有值得一写的人，请发邮件至…: under everything else the paper asks for copy. */
const asksForCopy = ({ text, width }: Piece): boolean =>
  width < 70 &&
  /[\w.+-]+@[\w-]+\.\w/u.test(text) &&
  /(?:投稿|来稿|來稿|投書|徵稿|賜稿|赐稿|邮件|邮箱|发至|征集|征稿|来信|告诉我们|联系我们)/u.test(text);

/** 您有烦心事、新鲜事，请拨打96011…。线索一经采用，奖励…: the same by telephone. */
const asksToRing = ({ text, width }: Piece): boolean =>
  width < 70 &&
  /^(?:您有|如果?您|如有|有(?:新闻|料|线索)|欢迎|歡迎|扫|本报)/u.test(text) &&
  /(?:请|請|欢迎|歡迎)(?:随时)?(?:拨打|撥打|致电|致電|来电|來電|扫描|掃描)/u.test(text) &&
  /(?:线索|線索|爆料|报料)(?:一经采用|一經採用|.{0,6}奖)/u.test(text);

/** 河畔 副刊: the section's name beside other furniture at the page's head or foot, or again and again beside it. */
function running(pieces: readonly Piece[]): void {
  const count = new Map<string, number>();
  for (const p of pieces) if (p.width <= 16) count.set(p.text, (count.get(p.text) ?? 0) + 1);
  for (const [i, p] of pieces.entries()) {
    if ((i < 3 || i >= pieces.length - 3) && datesPage(p)) p.says = { ...p.says, furniture: 1 };
    const headed = i > 0 && i < 5 && (pieces[i - 1]?.says.furniture ?? 0) > 0.8 && p.width < 40 && isHotline(p);
    const speaksForPaper = headed || (i >= pieces.length - 2 && (isHotline(p) || asksForCopy(p) || asksToRing(p)));
    if (speaksForPaper) for (const q of p.sameLine ? [pieces[i - 1] as Piece, p] : [p]) q.says = { ...q.says, furniture: 1, label: 0 };
    // D01 楼市 每周五出版: the page's number first or last on its first line, whatever else stands there.
    const numbered = i === 0 && p.width < 80 && pageNumbered.test(p.text) && !/[。！？，；]/u.test(p.text);
    // 田间快报 in the middle of a page is a column's name, not the paper's.
    if (i > 3 && i < pieces.length - 2 && /^\p{Script=Han}{2}(?:快报|快報)$/u.test(p.text))
      p.says = { ...p.says, furniture: 0, label: 0.8 };
    if (numbered) p.says = { ...p.says, furniture: 0.9 };
    if (p.mark !== '' || p.width > 16 || p.says.furniture > 0 || p.says.credit > 0.5) continue;
    const beside = [pieces[i - 1], pieces[i + 1]].some((q) => (q?.says.furniture ?? 0) > 0) || (p.line.newPage && i > 0);
    const edge = i < 3 || i >= pieces.length - 3;
    const parts = p.text.split(/[ \u3000·|｜/]+/u);
    const section = edge && parts.length === 2 && parts.every((t) => /^\p{Script=Han}{2,5}$/u.test(t)) && parts.some((t) => labels.test(t));
    // The paper's own name over the folio: 淮右财经报.
    const under = [pieces[i + 1], pieces[i + 2]].some((q) => (q?.says.furniture ?? 0) > 0.8);
    const paper = i < 2 && /^\p{Script=Han}{2,8}[报報]$/u.test(p.text) && ((pieces[i + 1]?.says.furniture ?? 0) > 0 || under);
    const belowHead = i === 1 && !p.latin && /^\p{Script=Han}{2,7}[报報]$/u.test(p.text) && (pieces[0]?.says.furniture ?? 0) > 0.8;
    // And the same in Latin letters: HEYANG BAO.
    const spelled = i > 0 && i < 3 && /^\p{Lu}[\p{Lu} ]{4,30}$/u.test(p.text) && /[报報]$/u.test(pieces[i - 1]?.text ?? '') && under;
    const paperLatin = i < 2 && /^The(?: \p{Lu}[\p{L}’'-]+){1,4}$/u.test(p.text) && (pieces[i + 1]?.says.furniture ?? 0) > 0;
    // The section's or the paper's name over the folio: 乡村振兴, 今日泷溪.
    const underHead = i === 0 || (i < 4 && (pieces[i - 1]?.says.furniture ?? 0) > 0.8);
    const head = underHead && !p.latin && p.width <= 8 && !p.ended && (pieces[i + 1]?.says.furniture ?? 0) > 0.8;
    const again = (count.get(p.text) ?? 0) > 1 && !labels.test(p.text);
    // National, in letters great and small, over it.
    const overCased = i === 0 && p.latin && /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(p.text) && (pieces[1]?.says.furniture ?? 0) > 0.8;
    // The section's name in capitals over the folio.
    const over = i === 0 && p.latin && p.text === p.text.toUpperCase() && (pieces[1]?.says.furniture ?? 0) > 0;
    // The supplement's name, or the section's with its number, at the very edge.
    const pagedLatin =
      i < 4 &&
      /^\p{Lu}\p{L}+(?: \p{L}+)? \d{1,3}$/u.test(p.text) &&
      [pieces[i - 1], pieces[i + 1]].some((q) => (q?.says.furniture ?? 0) > 0.8);
    const paged =
      i < 4 &&
      /^\p{Script=Han}{2,6}[ \u3000]+第?[一二三四五六七八九十]{1,3}版$/u.test(p.text) &&
      [pieces[i - 1], pieces[i + 1]].some((q) => (q?.says.furniture ?? 0) > 0.8);
    const named =
      pagedLatin ||
      paged ||
      (i === 0 && /^\p{Script=Han}{2,6}副刊$/u.test(p.text)) ||
      ((i === 0 || i === pieces.length - 1) && sectionAndPage(p.text));
    if ((beside && (section || again)) || over || overCased || named || head || paper || belowHead || spelled || paperLatin)
      p.says = { ...p.says, furniture: 0.8 };
  }
}

/** Headings run into their texts: one may be chance, several are a column of short items. */
function heads(pieces: readonly Piece[]): void {
  if (pieces.filter((p) => p.runIn).length < 2) return;
  for (const [i, p] of pieces.entries()) {
    if (p.runIn) p.heads = 1;
    else if (pieces[i + 1]?.runIn && !p.ended && !p.sameLine) p.heads = 0.5;
  }
}

/** Bank robbed on Main Street. A man in a gray …: English items of a column, each with a short first sentence for its head. */
function entries(pieces: readonly Piece[]): void {
  const opens = (p: Piece | undefined): boolean =>
    p?.latin === true && p.width > 30 && /^[A-Z][^.!?“”":]{3,40}[.!?] (?=[A-Z“"])/u.test(p.text) && /^(?:\S+ ){1,5}\S*[.!?] /u.test(p.text);
  // 云汀重工：中标…, 嘉禾种业：拟回购…: who, and what of them.
  const names = (p: Piece | undefined): boolean =>
    p !== undefined && !p.latin && p.width > 12 && /^[\p{Script=Han}\w·]{2,10}[:：]\S/u.test(p.text) && p.turn === 0;
  const short = (p: Piece): boolean => !p.ended && p.mark === '' && p.width <= 6 && p.says.byline < 0.4 && p.says.name < 0.6;
  for (const [i, p] of pieces.entries())
    if (p.width <= 12 && (briefLabel.test(p.text) || (short(p) && names(pieces[i + 3]))) && names(pieces[i + 1]) && names(pieces[i + 2]))
      for (let k = i + 1; names(pieces[k]); k++)
        Object.assign(pieces[k] as Piece, { says: { ...(pieces[k] as Piece).says, entry: 1 }, listed: 1 });
  for (let i = 0; i < pieces.length; ) {
    let end = i;
    while (opens(pieces[end])) end++;
    const column = briefLabel.test(pieces[i - 1]?.text ?? '');
    if (end - i >= (column ? 2 : 4)) for (const p of pieces.slice(i, end)) p.says = { ...p.says, entry: 1 };
    i = Math.max(end, i + 1);
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

/** 【读者来电】, 【记者调查】, 【部门回应】, each over a text of a story: its parts, not columns. */
function sections(pieces: readonly Piece[]): void {
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
function pairs(pieces: readonly Piece[]): void {
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
function columns(pieces: readonly Piece[]): void {
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

/** Question and answer: speakers that come again and again, at the head of their lines. */
function turns(pieces: readonly Piece[]): void {
  const speakers = pieces.map((p) => (p.mark === '' ? (turn.exec(p.text)?.[1] ?? '') : ''));
  const count = new Map<string, number>();
  for (const s of speakers) if (s !== '') count.set(s, (count.get(s) ?? 0) + 1);
  const often = [...count].filter(([, n]) => n >= 2);
  if (often.length < 2) return;
  for (const [i, p] of pieces.entries()) if ((count.get(speakers[i] as string) ?? 0) >= 2) p.turn = 1;
}

/** ①…, ②…: captions on a page that has pictures. */
function numbered(pieces: readonly Piece[]): void {
  const own = pieces.filter((p) => /^[①-⑳]/u.test(p.text) && p.width <= 60);
  const pictures = pieces.some((p) => (p.says.byline > 0.4 && /[图圖摄攝]/u.test(p.text)) || p.says.credit > 0.5 || p.says.endCredit > 0.5);
  if (own.length >= 2 && pictures) for (const p of own) p.says = { ...p.says, caption: 1 };
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

/** 渔舟唱晚（水彩画） 濮阳 作: a work of art, and under it who made it. */
function artworks(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1];
    if (!next || next.width > 10 || p.width > 24 || !artwork.test(p.text)) continue;
    const maker = /^(.*?)[ \u3000]*[作绘繪画畫书書刻摄攝]$/u.exec(next.text)?.[1] ?? next.text;
    if (namesIn(maker) > 0) next.says = { ...next.says, credit: 1, byline: 0, name: 0 };
  }
}

/** 昨天清晨，… | …。 | 本报记者 燕归 摄: a caption that was cut, over its credit. */
function cutCaptions(pieces: readonly Piece[]): void {
  // In English a credit alone on its line stands under its caption, whatever that begins with.
  for (const [i, p] of pieces.entries()) {
    const credit = pieces[i + 1];
    if (
      p.latin &&
      credit?.latin &&
      !credit.sameLine &&
      credit.says.credit >= 0.6 &&
      p.width > 15 &&
      p.width <= 130 &&
      p.says.dateline === 0 &&
      p.mark === ''
    )
      p.says = { ...p.says, caption: 1 };
  }
  // Too soon: An orchard worker … | …lost. — SHAHRUL NIZAM/The Sentinel
  for (const [i, p] of pieces.entries()) {
    const rest = pieces[i + 1];
    const named = p.latin && /^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}: \p{Lu}/u.test(p.text) && !p.ended;
    if (named && rest && /[.] [—–] \p{Lu}[^.]{6,50}$/u.test(rest.text) && rest.says.endCredit > 0.5) p.says = { ...p.says, caption: 1 };
  }
  for (const [i, p] of pieces.entries()) {
    const [rest, credit] = [pieces[i + 1], pieces[i + 2]];
    if (!rest?.ended || p.ended || p.width < 12 || (credit?.says.credit ?? 0) < 0.85) continue;
    if (!/^(?:昨[天日晚]|今[天日]|近日|日前|连日来|(?:\d{1,2}月)?\d{1,2}日)/u.test(p.text)) continue;
    p.says = { ...p.says, caption: 1 };
  }
}

/** ● … ● … under a label: paragraphs with one mark, each an item of its own. */
function lists(pieces: readonly Piece[]): void {
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
