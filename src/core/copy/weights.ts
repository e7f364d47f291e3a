/**
 * What a line looks like, as evidence for each role it may have: tables of features and weights, nothing else.
 * A weight is a log-odds in nats, found by reading pages, not by training; the best reading of the whole page adds them up.
 */
import { event, facts, source, speaks } from './lexicon/heads.ts';
import { attends, contact, interview, reference, schedule, sidebar, tailNote } from './lexicon/lines.ts';
import { surnames } from './lexicon/people.ts';
import type { Piece, Signals } from './piece.ts';

export type Role =
  | 'label'
  | 'kicker'
  | 'headline'
  | 'headline2'
  | 'deck'
  | 'byline'
  | 'note'
  | 'para'
  | 'cont'
  | 'subhead'
  | 'lifted'
  | 'caption'
  | 'aside'
  | 'credit'
  | 'endByline'
  | 'brief'
  | 'furniture'
  | 'jump'
  | 'separator';

/** The page's own measure: how wide a line may be and still be display type. */
export interface Scale {
  readonly display: number;
  readonly displayLatin: number;
}

export type Feature = keyof typeof features;

/** Ems beyond what display type has; an announcement's head may be as long as its body's name. */
const over = (p: Piece, s: Scale): number => (p.says.notice > 0 ? 0 : Math.max(0, p.width - (p.latin ? s.displayLatin : s.display)));
const says = (name: keyof Signals) => (p: Piece) => Number(p.says[name]);
const phrases = /^(?=.*[\p{Script=Han}\d]{4})(?:[\p{Script=Han}\d]{2,8}[ \u3000]+){2,}[\p{Script=Han}\d]{3,16}$/u;
/** 市民指平台拖延退款 律師：可向…索償: who says it comes in the second phrase. */
const sourcedLater = /^[^：:]{5,}[ \u3000]\p{Script=Han}{2,4}[:：]\S/u;
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
    /(?:强调|強調|指出|要求|表示|召开|举行|会议|会见|主持|部署|发文|印发通知|通报|透露|翌日|次日|当天|前夕|之后|前后|时|時|之际|纪实|侧记|系列报道[①-⑩]?)$/u.test(
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

/** Evidence against display type of any sort. */
const notDisplay = {
  byline: -3.5,
  credit: -3,
  furniture: -4,
  dateline: -4,
  stopInside: -2.5,
  noteWord: -3,
  jump: -6,
  separator: -9,
  opensClosed: -5,
  row: -3.5,
  turn: -3.5,
  signature: -3,
  signOff: -0.8,
  tailNote: -4,
  reference: -3,
  contact: -3,
  halved: -3.5,
  clauses: -1.2,
  schedule: -3.5,
  dangles: -2.5,
} as const;

/** Role → feature → weight. */
export const weights: Readonly<Partial<Record<Role, Readonly<Partial<Record<Feature, number>>>>>> = {
  label: {
    ...notDisplay,
    always: -2.8,
    marked: 2.8,
    peers: 0.6,
    boxed: 1.4,
    labelWord: 2.9,
    capitals: 2.6,
    signOff: -1.5,
    wide: -6,
    overflow: -4,
    long: -4,
    fullStop: -4,
    exclaims: -2,
    colon: -1,
    comma: -2,
    tiny: -0.5,
    name: -0.3,
    indented: -0.5,
    notice: 0.5,
    stub: 1.5,
    bareNote: 5.5,
    column: 2.6,
    overHeads: 2.2,
    verse: -3,
  },
  kicker: {
    ...notDisplay,
    always: -0.3,
    long: -2,
    overflow: -3,
    fullStop: -4,
    spaced: 0.4,
    phrases: 3.5,
    announces: 1.2,
    interview: 0.8,
    colon: 0.5,
    comma: -0.3,
    marked: -2.5,
    boxed: -1,
    tiny: -2,
    small: -1,
    labelWord: -1,
    name: -0.5,
    dashed: -4,
    capitals: 0.5,
    stub: -1,
    tells: 0.5,
    attends: 0,
    verse: -1,
    notice: -3,
    event: 1.6,
  },
  headline: {
    ...notDisplay,
    short: 0.6,
    bare: -1.2,
    long: -1.2,
    overflow: -2.5,
    wide: -0.3,
    fullStop: -3.5,
    exclaims: 0.3,
    colon: -1.5,
    comma: -0.4,
    tiny: -2.5,
    small: -0.7,
    lowerCase: -2,
    marked: -1.6,
    peers: -0.4,
    boxed: -2,
    labelWord: -1.2,
    numbered: -1,
    dashed: -4,
    indented: -0.4,
    centred: 0.5,
    name: -0.4,
    noticeHead: 2.5,
    asks: -1,
    facts: -1.1,
    speaks: -1.2,
    attends: -0.5,
    verse: -1,
    newsy: 0.8,
    column: -0.8,
    bareNote: -2,
    interview: -0.8,
    sourced: -1.8,
    sidebar: 3.5,
    overRows: 2.2,
    runIn: 1.2,
    heads: 2,
    overHeads: -1,
    event: -0.8,
    quoted: -0.6,
  },
  headline2: {
    ...notDisplay,
    always: -0.3,
    long: -1.8,
    overflow: -3,
    fullStop: -3.5,
    colon: -1.5,
    comma: -0.3,
    tiny: -2,
    marked: -4,
    boxed: -4,
    numbered: -2,
    dashed: -5,
    labelWord: -1,
    name: -2,
    sourced: -1.5,
    indented: -0.6,
    attends: -1.5,
    verse: -1,
  },
  deck: {
    ...notDisplay,
    headed: 2,
    stopInside: -0.4,
    always: -0.4,
    overflow: -1.2,
    dashed: 4.5,
    veryWide: -2,
    fullStop: -1.6,
    exclaims: -0.8,
    colon: -1,
    tiny: -2,
    small: -1.5,
    marked: -2,
    boxed: -3,
    labelWord: -2,
    name: -2.5,
    indented: -0.6,
    numbered: -1,
    attends: 2.5,
    verse: -1,
    facts: 1.6,
    asks: 1,
    speaks: 1,
    sentence: 3.2,
    interview: 0.9,
    sourced: 1.8,
  },
  byline: {
    always: -3.2,
    byline: 7,
    signature: 4.2,
    name: 4.6,
    unsigned: -6,
    furniture: -2.5,
    credit: -1,
    labelWord: -1,
    marked: 0.9,
    attends: -4,
    verse: -1.5,
  },
  note: { always: -12, noteWord: 16, bareNote: -1.5, points: 17 },
  para: {
    headed: -3,
    halved: 3,
    dangles: 2.5,
    clauses: 1,
    schedule: 3.5,
    phrases: -5,
    long: 2,
    shortEnded: 1,
    shortOpen: -2.8,
    marked: -1,
    byline: -3,
    name: -1,
    credit: -2,
    furniture: -3,
    labelWord: -1.5,
    noteWord: -1.5,
    jump: -5,
    separator: -6,
    dashed: -0.6,
    opensClosed: -1.5,
    boxed: -1.5,
    cue: -0.8,
    indented: 0.8,
    endCredit: -2.2,
    tailNote: 5,
    verse: 3.8,
    row: 4,
    turn: 3,
    sourced: 1,
    reference: 5,
    contact: 3.5,
    runIn: 3,
    heads: -4,
    signature: -1.5,
  },
  cont: {
    halved: 1.5,
    schedule: -5,
    row: -3,
    phrases: -5,
    long: 1.6,
    shortEnded: 1,
    shortOpen: -2.5,
    opensClosed: 3,
    lowerCase: 2,
    marked: -4,
    boxed: -4,
    byline: -3,
    furniture: -3,
    dateline: -3,
    noteWord: -3,
    jump: -5,
    separator: -6,
    cue: -2.5,
    endCredit: -0.5,
    indented: -1.2,
    numbered: -1,
  },
  subhead: {
    ...notDisplay,
    short: 0.4,
    bare: 1.2,
    long: -3,
    overflow: -3,
    wide: -0.9,
    fullStop: -4,
    exclaims: -0.4,
    tables: 2.5,
    colon: -1.2,
    comma: -0.25,
    tiny: -1.5,
    lowerCase: -2,
    marked: -1.2,
    boxed: -0.8,
    labelWord: -1,
    numbered: 1,
    dashed: -1.5,
    name: -0.3,
    capitals: -0.6,
    sourced: -1,
    overHeads: -1.5,
    heads: -2,
    quoted: 1.2,
    notice: -3,
    stub: -0.4,
    verse: -1.2,
    ordinal: 6,
    bareNote: -4,
    sidebar: -2.5,
    overRows: -2.5,
    lengthy: -0.7,
    newsy: -1.2,
  },
  lifted: {
    verse: -5,
    ...notDisplay,
    always: -0.6,
    long: -4,
    overflow: -3,
    fullStop: -5,
    comma: -0.5,
    tiny: -2,
    marked: -2,
    boxed: -2,
    labelWord: -1,
  },
  caption: {
    always: -0.4,
    endCredit: 3.2,
    cue: 2.6,
    plainCaption: -3.4,
    long: 0.6,
    shortOpen: -0.6,
    marked: -0.3,
    byline: -3,
    furniture: -3,
    dateline: -2,
    noteWord: -3,
    jump: -5,
    separator: -6,
  },
  aside: {
    always: -1.2,
    endCredit: 3.2,
    cue: 3,
    plainCaption: -3.6,
    long: 0.3,
    byline: -3,
    furniture: -3,
    dateline: -2,
    noteWord: -3,
    jump: -5,
    separator: -6,
  },
  credit: { always: -3.2, credit: 7.2, uncredited: -8, byline: -0.6, furniture: -2 },
  endByline: { always: -3.6, byline: 7, signature: 6.5, nameless: -9, furniture: -2.5, credit: -5 },
  brief: {
    halved: 3,
    phrases: -5,
    long: 2,
    shortEnded: 0.8,
    shortOpen: -4,
    marked: 1.5,
    dateline: 1.5,
    entry: 2,
    continues: -3,
    byline: -4,
    furniture: -3,
    labelWord: -2,
    jump: -5,
    separator: -6,
    opensClosed: -4,
  },
  furniture: { always: -6, furniture: 11, tiny: 0.5 },
  jump: { always: -8, jump: 14 },
  separator: { always: -12, separator: 20 },
};

const hinted: Readonly<Record<string, readonly Role[]>> = {
  label: ['label'],
  kicker: ['kicker'],
  headline: ['headline', 'headline2'],
  deck: ['deck'],
  byline: ['byline', 'endByline'],
  subhead: ['subhead'],
  paragraph: ['para', 'brief', 'cont'],
  caption: ['caption', 'aside'],
  credit: ['credit'],
  note: ['note'],
  furniture: ['furniture', 'jump'],
  strong: ['headline', 'headline2', 'subhead', 'label', 'kicker', 'deck'],
};
/** What a style of the source is worth: a named style nearly decides, mere boldness only leans. */
const hintWorth = 7;
const strongWorth = 1.2;

const table = (Object.entries(weights) as [Role, Partial<Record<Feature, number>>][]).map(
  ([role, row]) => [role, Object.entries(row) as [Feature, number][]] as const,
);

/** The evidence a piece gives for every role by itself. */
export function emissions(piece: Piece, scale: Scale): Record<Role, number> {
  const seen = new Map<Feature, number>();
  const scores = {} as Record<Role, number>;
  for (const [role, row] of table) {
    let sum = 0;
    for (const [feature, weight] of row) {
      let value = seen.get(feature);
      if (value === undefined) {
        value = features[feature](piece, scale);
        seen.set(feature, value);
      }
      sum += weight * value;
    }
    scores[role] = sum;
  }
  const { hint } = piece;
  if (hint)
    for (const role of hinted[hint.role] ?? [])
      scores[role] += hint.role === 'strong' ? strongWorth : hint.role === 'furniture' || hint.role === 'note' ? 2 * hintWorth : hintWorth;
  return scores;
}
