/** What a line looks like: features, each measured on a piece by itself and by what its neighbours said of it. */
import { event, facts, phrases, source, sourcedLater, speaks } from './lexicon/heads.ts';
import { attends, contact, interview, reference, schedule, sidebar, tailNote } from './lexicon/lines.ts';
import { surnames } from './lexicon/people.ts';
import type { Piece, Signals } from './piece.ts';

/** The page's own measure: how wide a line may be and still be display type. */
export interface Scale {
  readonly display: number;
  readonly displayLatin: number;
}

export type Feature = keyof typeof features;

/** Ems beyond what display type has; an announcement's head may be as long as its body's name. */
const over = (p: Piece, s: Scale): number => (p.says.notice > 0 ? 0 : Math.max(0, p.width - (p.latin ? s.displayLatin : s.display)));
const says = (name: keyof Signals) => (p: Piece) => Number(p.says[name]);
const full = /[。.．]$/u;

/** Each feature measures a piece: 0 is absent; most are 0 or 1, some grow. */
export const features = {
  always: () => 1,
  long: (p: Piece, s: Scale) => (over(p, s) > 0 ? 1 : 0),
  overflow: (p: Piece, s: Scale) => Math.min(3, over(p, s) / 6),
  short: (p: Piece, s: Scale) => (over(p, s) > 0 ? 0 : 1),
  shortOpen: (p: Piece, s: Scale) => (over(p, s) === 0 && !p.ended ? 1 : 0),
  shortEnded: (p: Piece, s: Scale) => (over(p, s) === 0 && p.ended ? 1 : 0),
  tiny: (p: Piece) => (p.width < 3 ? 1 : 0),
  small: (p: Piece) => (p.width < 4 ? 1 : 0),
  /** Longer than subheads are: 13 Han, 26 Latin letters. */
  lengthy: (p: Piece) => Math.min(3, Math.max(0, (p.width - 13) / 3)),
  wide: (p: Piece) => (p.width > 20 && !p.latin ? (p.width - 20) / 10 : 0),
  veryWide: (p: Piece) => Math.max(0, (p.width - (p.latin ? 70 : 42)) / 6),
  fullStop: (p: Piece) => (p.ended && full.test(p.text.replace(/[”’"'」』）)]+$/u, '')) ? 1 : 0),
  exclaims: (p: Piece) => (/[！？!?][”’"'」』]?$/u.test(p.text) ? 1 : 0),
  colon: (p: Piece) => (/[：:；;]$/u.test(p.text) ? 1 : 0),
  comma: (p: Piece) => (p.latin ? 0 : Math.min(3, p.text.match(/[，,、]/gu)?.length ?? 0)),
  /** Two commas and more: a sentence that goes on. */
  clauses: (p: Piece) => (!p.latin && !p.ended && (p.text.match(/[，,]/gu)?.length ?? 0) >= 2 ? 1 : 0),
  stopInside: (p: Piece) => (/[。！？；]./u.test(p.text.replace(/[！？][”’」』]?$/u, '')) ? 1 : 0),
  lowerCase: (p: Piece) => (/^\p{Ll}/u.test(p.text) ? 1 : 0),
  opensClosed: (p: Piece) => (/^[，、。；：！？”’」』）》,;.!?)]/u.test(p.text) ? 1 : 0),
  marked: (p: Piece) => (p.mark !== '' ? 1 : 0),
  peers: (p: Piece) => p.peers,
  boxed: (p: Piece) => (p.boxed ? 1 : 0),
  numbered: (p: Piece) =>
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])/u.test(p.text) ? 1 : 0,
  dashed: (p: Piece) => (/^(?:—{1,2}|－{1,2}|-{2}|–{1,2}|──)/u.test(p.text) ? 1 : 0),
  spaced: (p: Piece) => (!p.latin && /\p{Script=Han}[ \u3000]+\p{Script=Han}/u.test(p.text) ? 1 : 0),
  capitals: (p: Piece) => (p.latin && /\p{Lu}{2}/u.test(p.text) && p.text === p.text.toUpperCase() ? 1 : 0),
  /** 认清形势 明确任务 抓住机遇: phrases with spaces between and no marks are display type, however wide. */
  phrases: (p: Piece) => (p.says.byline < 0.4 && p.row === 0 && phrases.test(p.text) ? 1 : 0),
  announces: (p: Piece) =>
    /(?:强调|強調|指出|要求|表示|显示|顯示|表明|召开|举行|会议|会见|主持|部署|发文|印发通知|通报|透露|翌日|次日|当天|前夕|之后|前后|时|時|之际|纪实|侧记|系列报道[①-⑩]?)$/u.test(
      p.text,
    )
      ? 1
      : 0,
  tells: (p: Piece) =>
    /^(?:记者|記者|本报|本報)/u.test(p.text) ? 2 : /^(?:我[市省县区国]|[市省区县]委|[市省区县]政府|全[国省市县])/u.test(p.text) ? 1 : 0,
  facts: (p: Piece) => (facts.test(p.text) ? 1 : 0),
  /** An English headline: four words or more with a verb among them. */
  newsy: (p: Piece) =>
    p.latin && /^\S+(?: \S+){3,}$/u.test(p.text) && /\s(?:\p{Ll}{2,}(?:s|ed)|to|will|is|are|has|have|can|says)(?=\s|$|,|;)/u.test(p.text)
      ? 1
      : 0,
  /** 王克强调…: under a headline a name and what was said or done there is its deck. */
  speaks: (p: Piece) => (speaks.test(p.text) && surnames.has(p.text[0] as string) ? 1 : 0),
  /** 记者调查…: under a headline it says how the paper knows. */
  asks: (p: Piece) => (/^(?:本报|本報)?(?:记者|記者)(?:调查|調查|探访|走访|实地|直击|体验|暗访|蹲点)/u.test(p.text) ? 1 : 0),
  attends: (p: Piece) => (attends.test(p.text) ? 1 : 0),
  tailNote: (p: Piece) => (tailNote.test(p.line.text.slice(p.line.text.indexOf('（') === 0 ? 0 : p.from, p.line.text.length)) ? 1 : 0),
  verse: (p: Piece) => p.verse,
  points: (p: Piece) => p.points,
  listed: (p: Piece) => p.listed,
  schedule: (p: Piece) => (schedule.test(p.text) ? 1 : 0),
  /** A long line of a block of heads, over its by-line: a deck. */
  headed: (p: Piece) => (p.beforeByline && !p.ended && !p.latin && p.width > 22 ? 1 : 0),
  /** 记者就此…, 对此…: it goes on with what was said before. */
  continues: (p: Piece) =>
    /^(?:(?:对|就|为)此|记者(?:就此|随后|了解到|还|又)|据(?:了解|悉|介绍)|此外|与此同时|同时)/u.test(p.text) ? 1 : 0,
  /** 先由, 以及: a line that ends so is the first half of a sentence. */
  dangles: (p: Piece) => (/(?:[由和与與把被及将將向]|以及|并且|因为|如果|通过)$/u.test(p.text) ? 1 : 0),
  /** 全国短道速滑冠军赛: an event's name, and nothing that happens there. */
  event: (p: Piece) => (event.test(p.text) ? 1 : 0),
  halved: (p: Piece) => p.halved,
  row: (p: Piece) => p.row,
  tables: (p: Piece) => p.tables,
  overRows: (p: Piece) => p.overRows,
  /** The head of an item in a column of short ones. */
  entryHead: (p: Piece) => p.entry,
  turn: (p: Piece) => p.turn,
  bare: (p: Piece) => p.bare,
  /** A sentence with its stop, between a headline and a by-line: it can only be a deck. */
  sentence: (p: Piece) => (p.beforeByline && full.test(p.text) ? 1 : 0),
  interview: (p: Piece) => (p.width <= 30 && interview.test(p.text) ? 1 : 0),
  /** 云政发〔2025〕31号: the number of a document, under an announcement's heading. */
  sidebar: (p: Piece) => (sidebar.test(p.text) ? 1 : 0),
  contact: (p: Piece) => (p.width <= 34 && p.says.furniture === 0 && contact.test(p.text) ? 1 : 0),
  reference: (p: Piece) => (reference.test(p.text) ? 1 : 0),
  /** 一, 二: a number alone, over the part of a text. */
  ordinal: (p: Piece) => (/^(?:[一二三四五六七八九十]{1,2}|[（(][一二三四五六七八九十]{1,2}[）)]|[IVX]{1,4}\.?)$/u.test(p.text) ? 1 : 0),
  /** 消协：认准标志: a source and what it says. */
  sourced: (p: Piece) => (source.test(p.text) || sourcedLater.test(p.text) ? 1 : 0),
  runIn: (p: Piece) => (p.runIn ? 1 : 0),
  heads: (p: Piece) => (p.heads === 1 ? 1 : 0),
  overHeads: (p: Piece) => (p.heads === 0.5 ? 1 : 0),
  /** All of it in quotes, and short: an English subhead. */
  quoted: (p: Piece) => (p.latin && p.width <= 18 && /^[‘“"'].*[’”"']$/u.test(p.text) ? 1 : 0),
  indented: (p: Piece) => (p.line.indent >= 1.5 && p.line.indent <= 4 ? 1 : 0),
  centred: (p: Piece) => (p.line.indent > 4 ? 1 : 0),
  byline: says('byline'),
  name: says('name'),
  credit: says('credit'),
  furniture: says('furniture'),
  labelWord: says('label'),
  dateline: says('dateline'),
  cue: says('caption'),
  noteWord: says('note'),
  endCredit: says('endCredit'),
  endByline: says('endByline'),
  jump: says('jump'),
  separator: says('separator'),
  plainCaption: (p: Piece) => (p.says.caption === 0 && p.says.endCredit < 0.5 ? 1 : 0),
  nameless: (p: Piece) => (p.says.byline < 0.4 && p.says.signature === 0 ? 1 : 0),
  /** A word or two and nothing more: 民生, 一线调查. */
  stub: (p: Piece) => (!p.latin && p.width <= 5 && !p.ended ? 1 : 0),
  uncredited: (p: Piece) => (p.says.credit < 0.3 ? 1 : 0),
  notice: says('notice'),
  /** An announcement's head; an English Correction stands over it as a label. */
  noticeHead: (p: Piece) => (p.latin && p.says.label > 0 ? 0 : p.says.notice),
  signature: says('signature'),
  bareNote: says('bareNote'),
  column: says('column'),
  entry: says('entry'),
  signOff: says('signOff'),
  unsigned: (p: Piece) => (p.says.byline < 0.4 && p.says.name === 0 && p.says.signature === 0 ? 1 : 0),
} satisfies Record<string, (p: Piece, s: Scale) => number>;
