/** A page's edges: what stands at its head and foot and belongs to no story (guide §2.1 报眉), known by what stands beside it. */
import { sectionAndPage } from './folio.ts';
import { contentsHead, contentsLine, labels, lettersRules } from './lexicon/lines.ts';
import type { Piece } from './piece.ts';

/** A table of contents: lines that end in the number of a page, two or more, and the head above them. */
export function contents(pieces: readonly Piece[]): void {
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
  (!/[。！？]/u.test(text) || /。(?:热线|熱線|电话|電話)[:：][\d -]{7,}$/u.test(text)) &&
  /(?:电话|電話|热线|熱線|专线|專線|咨询|諮詢)[:： ]?[ \u3000]*[\d（()） －—-]{5,}|^\p{Script=Han}{2,4}(?:热线|熱線|专线|信箱|邮箱)[:：]/u.test(
    text,
  );

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

/** Where a piece stands among the others. */
class Place {
  constructor(
    readonly pieces: readonly Piece[],
    readonly i: number,
    /** How often each short line stands on the page. */
    readonly count: ReadonlyMap<string, number>,
  ) {}

  get piece(): Piece {
    return this.pieces[this.i] as Piece;
  }

  /** How surely a piece near it is furniture. */
  beside(by: number): number {
    return this.pieces[this.i + by]?.says.furniture ?? 0;
  }

  get besideAny(): number {
    return Math.max(this.beside(-1), this.beside(1));
  }

  get atEdge(): boolean {
    return this.i < 3 || this.i >= this.pieces.length - 3;
  }

  get first(): boolean {
    return this.i === 0;
  }

  get last(): boolean {
    return this.i === this.pieces.length - 1;
  }

  /** A folio stands under it, or under the line that does. */
  get overFolio(): boolean {
    return this.beside(1) > 0.8 || this.beside(2) > 0.8;
  }
}

type Rule = (at: Place, text: string, p: Piece) => boolean;

/** WORLD, REPORT ON BUSINESS, COMMENT & LETTERS: what English papers call their sections, in capitals below the page's head. */
const sectionLatin =
  /^(?:(?:THE )?(?:WORLD|NATION(?:AL)?|CITY|METRO|LOCAL|HOME|STATE|REGION(?:AL)?|COUNTY|BUSINESS|MONEY|MARKETS|SPORTS?|CULTURE|LIFE|LIVING|ARTS|FEATURES|COMMENT|LETTERS|OPINION|TRAVEL|CHINA|ASIA|INTERNATIONAL|INDIA|PICTURES?|NEWS|REPORT ON)(?: (?:& |AND )?)?){2,3}$|^(?:WORLD|NATION|CITY|METRO|BUSINESS|SPORTS?|CULTURE|LIVING|PICTURES?)$/u;

const columnNotPaper =
  /^(?:\p{Script=Han}{2}(?:快报|快報)|\p{Script=Han}{1,3}[问問找帮幫拍说說请請给給告](?:晚报|日报|早报|都市报|晚報|日報|早報))$/u;

/** Short lines that are the page's own, each by what it says and where it stands. */
const pageOwn: readonly Rule[] = [
  // 副刊 河畔, and a section's name that comes again and again, beside other furniture.
  (at, text, p) => {
    if (at.besideAny === 0 && !(p.line.newPage && at.i > 0)) return false;
    const parts = text.split(/[ \u3000·|｜/]+/u);
    const two = parts.length === 2 && parts.every((t) => /^\p{Script=Han}{2,5}$/u.test(t)) && parts.some((t) => labels.test(t));
    const between = at.i < 3 && at.beside(-1) > 0.7 && at.beside(1) > 0.7;
    if (between && parts.length === 2 && parts.every((t) => /^\p{Script=Han}{2,4}$/u.test(t))) return true;
    return (at.atEdge && two) || ((at.count.get(text) ?? 0) > 1 && !labels.test(text));
  },
  // The paper's own name over the folio, or under it: 淮右财经报.
  (at, text) => at.i < 2 && /^\p{Script=Han}{2,8}[报報]$/u.test(text) && (at.beside(1) > 0 || at.overFolio),
  (at, text) => at.i === 1 && /^\p{Script=Han}{2,7}[报報]$/u.test(text) && at.beside(-1) > 0.8,
  (at, text) => at.i < 2 && /^The(?: \p{Lu}[\p{L}’'-]+){1,4}$/u.test(text) && at.beside(1) > 0,
  // And the same in Latin letters: HEYANG BAO.
  (at, text) =>
    !at.first && at.i < 3 && /^\p{Lu}[\p{Lu} ]{4,30}$/u.test(text) && /[报報]$/u.test(at.pieces[at.i - 1]?.text ?? '') && at.overFolio,
  // The section's name over the folio: 乡村振兴, 今日泷溪; NATION; National.
  (at, _, p) => !p.latin && p.width <= 8 && !p.ended && at.beside(1) > 0.8 && (at.first || (at.i < 4 && at.beside(-1) > 0.8)),
  (at, text, p) => at.first && p.latin && text === text.toUpperCase() && at.beside(1) > 0,
  (at, text, p) =>
    p.latin &&
    /^\p{Lu}\p{Ll}+(?: (?:(?:&|and) )?\p{Lu}\p{Ll}+)?$/u.test(text) &&
    at.beside(1) > 0.8 &&
    (at.first || (at.i < 4 && at.beside(-1) > 0.8)),
  (at, text) => at.i < 3 && at.beside(-1) > 0.8 && sectionLatin.test(text),
  // The supplement's name, or a section's with its number.
  (at, text) => at.first && (/^\p{Script=Han}{2,6}副刊$/u.test(text) || at.pieces[1]?.text === '副刊'),
  (at, text) => at.i === 1 && text === '副刊',
  (at, text) => (at.first || at.last) && sectionAndPage(text),
  (at, text) =>
    at.i < 4 &&
    at.besideAny > 0.8 &&
    ((/\d/u.test(text) && /^(?:\d{1,3} )?\p{Lu}\p{L}+(?: \p{L}+)?(?: \d{1,3})?$/u.test(text)) ||
      /^\p{Script=Han}{2,6}[ \u3000]+第?[一二三四五六七八九十]{1,3}版$/u.test(text)),
];

/** The paper speaks for itself: under everything else, or below the page's head. */
const speaksForPaper = (at: Place): boolean => {
  const { i, piece: p, pieces } = at;
  if (i > 0 && i < 5 && at.beside(-1) > 0.8 && p.width < 40 && isHotline(p)) return true;
  return i >= pieces.length - 2 && (isHotline(p) || asksForCopy(p) || asksToRing(p));
};

/** Running heads and feet, sections' names and the paper's, hotlines: added to what the lines say of themselves. */
export function running(pieces: readonly Piece[]): void {
  const count = new Map<string, number>();
  for (const p of pieces) if (p.width <= 16) count.set(p.text, (count.get(p.text) ?? 0) + 1);
  for (const [i, p] of pieces.entries()) {
    const at = new Place(pieces, i, count);
    if ((at.atEdge && datesPage(p)) || (p.latin && lettersRules.test(p.text))) p.says = { ...p.says, furniture: 1 };
    if (speaksForPaper(at)) for (const q of p.sameLine ? [pieces[i - 1] as Piece, p] : [p]) q.says = { ...q.says, furniture: 1, label: 0 };
    // 田间快报, 有话问晚报 in the middle of a page are columns' names, not the paper's.
    if (i > 3 && i < pieces.length - 2 && columnNotPaper.test(p.text)) p.says = { ...p.says, furniture: 0, label: 0.8 };
    // D01 楼市 每周五出版: the page's number on its first line, whatever else stands there.
    if (i === 0 && p.width < 80 && pageNumbered.test(p.text) && !/[。！？，；]/u.test(p.text)) p.says = { ...p.says, furniture: 0.9 };
    if (p.mark !== '' || p.width > 16 || p.says.furniture > 0 || p.says.credit > 0.5) continue;
    if (pageOwn.some((rule) => rule(at, p.text, p))) p.says = { ...p.says, furniture: 0.8 };
  }
}
