/** 读法的单位: a line, or a part of one where two things stand on the same line. Its features are measured once. */
import type { Hint } from './copy.ts';
import { ended, leftOpen, unfinished } from './ended.ts';
import { folioScore } from './folio.ts';
import {
  agencyPlace,
  bareNote,
  boxed,
  briefLabel,
  captionCue,
  columnName,
  commentaryLabel,
  contact,
  dateAlone,
  datedCaption,
  dateline,
  datelineLatin,
  furniture,
  goesOnHere,
  issuer,
  jump,
  labels,
  labelsLatin,
  listMark,
  logEntry,
  note,
  noticeLabel,
  photoLabel,
  reference,
  runInByline,
  separator,
  staffLine,
  whoIsWho,
} from './lexicon/lines.ts';
import { isHan, type Line, widthOf } from './lines.ts';
import { bylineAtEnd, bylineScore, creditAtEnd, creditScore, isPlace, nameOnlyScore, signatureScore } from './people.ts';

/** Wider than this, in ems, no line of display type is. */
export const WIDEST = 44;

export interface Piece {
  readonly line: Line;
  /** Range of the line's text, marks and brackets left aside. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The mark or bracket that stood before it. */
  readonly mark: string;
  /** 【…】 stood around it. */
  readonly boxed: boolean;
  /** It stands on the same line as the piece before. */
  readonly sameLine: boolean;
  /** Ems: Han 1, Latin ½. */
  readonly width: number;
  readonly latin: boolean;
  readonly ended: boolean;
  readonly open: boolean;
  /** Blank lines before, against the file's usual: 0 none or usual, 1 more, 2 much more. */
  gap: number;
  /** Other short lines with the same mark before them, none of them signed, up to 3: a family of labels. */
  peers: number;
  /** 1 where no blank line parts it from the line before, on a page whose blocks have blank lines between; -1 where one does. */
  glued: number;
  /** 1 inside a run of short lines that end no sentence: verse, a list. */
  verse: number;
  /** 1 among lines of one make with figures in them: a table, results, standings. */
  row: number;
  /** 1: it stands alone over a table. */
  overRows: number;
  /** 1: it heads one of several tables that follow one another. */
  tables: number;
  /** 1 for a turn of a conversation whose speakers come again. */
  turn: number;
  /** 1 for a short line between two long paragraphs, unsigned, on a page whose stories are signed. */
  bare: number;
  /** 1 for the first half of a sentence that was cut: the next line goes on in small letters, or closes its quote, and ends it. */
  halved: number;
  /** 1 for one of several marked sentences over a by-line or a dateline: what the story says, in points. */
  points: number;
  /** 1 for one of several paragraphs in a row with the same mark before them: each an item of its own. */
  listed: number;
  /** The next piece is surely a by-line. */
  beforeByline: boolean;
  /** A paragraph is the next piece, or nothing is: what else heads it stands over this one. */
  overText: boolean;
  /** It stands among the page's first or last lines. */
  atEdge: boolean;
  /** 1 for headings run into their texts where there are several; 0.5 for the line above the first of them. */
  heads: number;
  /** 1 for the name of a column of short items that only its form gives away, and for the head of such an item. */
  over: number;
  entry: number;
  /** 1 for the upper of two display lines between two texts. */
  pair: number;
  /** A heading that runs into its text: the rest of the line may be one paragraph with it after all. */
  readonly runIn: boolean;
  /** Scores 0…1 of what the words themselves say; what the neighbours say of furniture and captions is added. */
  says: Signals;
  /** From the source's own styles (a Word style, an HTML tag), where there are any. */
  readonly hint: Hint | null;
}

export interface Signals {
  readonly byline: number;
  readonly name: number;
  readonly credit: number;
  readonly furniture: number;
  readonly label: number;
  readonly dateline: number;
  readonly caption: number;
  readonly note: number;
  readonly separator: boolean;
  readonly notice: number;
  readonly jump: boolean;
  /** A credit, a by-line at the end of the text. */
  readonly endCredit: number;
  readonly endByline: number;
  /** Who wrote a letter: a place and a name. */
  readonly signature: number;
  /** 编者按, 编后 and nothing else. */
  readonly bareNote: number;
  /** Ends as the names of columns do: …札记, …视窗. */
  readonly column: number;
  /** An entry of a log: a weekday or an hour begins it. */
  readonly entry: number;
  /** Who issues an announcement, when, where to ask. */
  readonly signOff: number;
}

/** The line cut where two things share it: 【标签】标题, 标题 □ 本报记者 …, 〔記者…報導〕正文. */
export function piecesOf(line: Line, hintAt: (offset: number) => Hint | null): Piece[] {
  const { text } = line;
  const cuts: number[] = [0];
  const run = runInByline.exec(text) ?? namesRunIn(text);
  const name = run ? 0 : namedBefore(text);
  const tag = /^[【〖［「]([^】〗］」]{1,12})[】〗］」][ \u3000]*(?=\S)/u.exec(text);
  if (run && run[0].length < text.length) cuts.push(run[0].length);
  else if (tag && isTag(tag, text)) cuts.push(tag[0].length);
  else if (name > 0) cuts.push(name);
  const done = cuts[cuts.length - 1] as number;
  const signed = run ? -1 : signedAt(text, done);
  const heading = signed < 0 ? headingIn(text, done) : 0;
  if (signed > 0) cuts.push(signed);
  else if (heading > 0) cuts.push(heading);
  const last = endMark.exec(text);
  if (last && last.index > (cuts[cuts.length - 1] as number)) {
    cuts.push(last.index);
    if (last.index + last[0].length < text.length) cuts.push(last.index + last[0].length);
  }
  cuts.push(text.length);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const piece = pieceOf(line, cuts[i] as number, cuts[i + 1] as number, i > 0, heading > 0 && cuts[i + 1] === heading, hintAt);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** 【記者　廖敏璇】產後八個月的方子晴…: who wrote, in brackets before a whole paragraph. */
function namesRunIn(text: string): RegExpExecArray | null {
  const m = /^[〔【［[]([^〔〕【】［］[\]]{4,24})[〕】］\]](?=\S{12})/u.exec(text);
  return m && bylineScore(m[1] as string) >= 0.9 && /[。！？」”]/u.test(text.slice(m[0].length)) ? m : null;
}

/** 工友说｜给“老把式”一张讲台: a column's name and a stroke before the headline. 0: there is none. */
function namedBefore(text: string): number {
  const m = /^([\p{Script=Han}·]{2,8})[ \u3000]?[｜|丨][ \u3000]?(?=\S)/u.exec(text);
  if (!m) return 0;
  const rest = text.slice(m[0].length);
  const alone = !/[｜|丨]/u.test(rest) && widthOf(rest) >= 5 && widthOf(rest) <= 34 && !/[。；]/u.test(rest);
  return alone && folioScore(text) === 0 && !staffLine.test(text) && bylineScore(text) < 0.4 && creditScore(text) < 0.4 ? m[0].length : 0;
}

/** 。③7: behind the last stop, the paper's own end mark. */
const endMark = /(?<=[。！？”’）])[①-⑳]\d{1,2}(?=$|[ \u3000])/u;

/** 【标签】 before a headline or a heading; before a whole paragraph it is part of it, unless it is a known label. */
function isTag(tag: RegExpExecArray, text: string): boolean {
  const name = tag[1] as string;
  const rest = text.slice(tag[0].length);
  if (rest === '' || dateline.test(name) || text[0] === '「' || note.test(text)) return false;
  return briefLabel.test(name) || photoLabel.test(name) || !ended(rest) || headingIn(text, tag[0].length) > 0;
}

/** Where a by-line stands behind a headline on one line: 标题 □ 本报记者 某某, 标题 本报记者 某某. -1: nowhere. */
function signedAt(text: string, from: number): number {
  // 文／图 记者 某某: all of it signs.
  if (bylineScore(text.slice(from).replace(/^[ \u3000□■◎●◆○◇▲]+/u, '')) > 0.5) return -1;
  for (const m of text
    .slice(from)
    .matchAll(/[ \u3000]+(?=[□■◎●◆○◇▲]|(?:本报|本報|本网|新华社|特约|见习)?(?:记者|記者|通讯员|通訊員)[ \u3000]|文[/／|｜])/gu)) {
    const at = from + m.index;
    const head = text.slice(from, at);
    const sign = text.slice(at).replace(/^[ \u3000□■◎●◆○◇▲]+/u, '');
    if (widthOf(head) < 3 || widthOf(head) > 34 || widthOf(sign) > 30 || bylineScore(head) > 0.4 || /[。！？]$/u.test(head)) return -1;
    if (bylineScore(sign) > 0.5) return at;
  }
  return -1;
}

/** MAN HURT IN FALL FROM LADDER — A man was…: four words in capitals and more are a heading, fewer a dateline's place. */
const capitalHead = /^\p{Lu}[\p{Lu}\d’'$,.-]*(?: [\p{Lu}\d’'$,.&-]+){3,} [—–-] (?=\S.{20})/u;

/** ●國道三號竹東段 今起夜間封閉　高公局公告…, ◆航運　…: a mark before the head, and a full space behind it, which may hold a half one. */
const markedHead =
  /^[◎○●□■◇◆▲△▼▽★☆※▶►＊*][ \u3000]?([^ \u3000，。；、,;.（(）)]{2,14}(?: [^ \u3000，。；、,;.（(）)]{2,14})?)\u3000(?=\S{10})/u;

/** Where a heading ends that is run into its text with a space: 口袋公园开放 公园位于…。 0: there is none. */
function headingIn(text: string, from: number): number {
  const dashed = capitalHead.exec(text.slice(from));
  if (dashed && !datelineLatin.test(text.slice(from).replace(capitalHead, ''))) return from + dashed[0].length;
  const m =
    markedHead.exec(text.slice(from)) ??
    /^[◎○●□■◇◆▲△▼▽★☆※▶►]?[ \u3000]*([^ \u3000，。：；、,;:.（(）)]{5,22})[ \u3000]+(?=\S{10})/u.exec(text.slice(from));
  if (!m) return 0;
  const least = markedHead.test(text.slice(from)) ? 2 : 5;
  const head = m[1] as string;
  const rest = text.slice(from + m[0].length);
  if (
    !hasHan(head) ||
    leftOpen(head) ||
    widthOf(head) < least ||
    widthOf(rest) < (/^[◎○●□■◇◆▲△▼▽★☆※▶►]/u.test(text) ? 12 : 20) ||
    !/[。！？]/u.test(rest) ||
    !ended(rest)
  )
    return 0;
  // 东关街道 为辖区一百二十户…: who does it, and what.
  if (isPlace(head) && !isPlace(rest.slice(0, head.length))) return 0;
  if (
    dateline.test(head) ||
    dateline.test(rest) ||
    agencyPlace.test(head) ||
    bylineScore(head) > 0.3 ||
    /^(?:第|[一二三四五六七八九十\d]+$|[\d年月日]+$)/u.test(head)
  )
    return 0;
  return from + m[0].length;
}

function pieceOf(
  line: Line,
  from: number,
  to: number,
  sameLine: boolean,
  runIn: boolean,
  hintAt: (offset: number) => Hint | null,
): Piece | null {
  let [a, b] = [from, to];
  const whole = line.text.slice(a, b);
  a += /^[ \u3000]*/u.exec(whole)?.[0].length ?? 0;
  b -= /[ \u3000]*$/u.exec(whole)?.[0].length ?? 0;
  if (a >= b) return null;
  let text = line.text.slice(a, b);
  let mark = '';
  const rule = separator.test(text);
  const m = rule ? null : listMark.exec(text);
  if (m && m[0].length < text.length) {
    mark = m[0].trim();
    a += m[0].length;
    text = line.text.slice(a, b);
  }
  // The stroke between a column's name and its headline.
  const stroke = mark === '' ? /[ \u3000]?[｜|丨]$/u.exec(text) : null;
  if (stroke && stroke.index > 0) {
    mark = '｜';
    b -= stroke[0].length;
    text = line.text.slice(a, b);
  }
  const inBox = rule ? null : boxed.exec(text);
  // 「他的手一直在震」: what somebody said is no column's name.
  const box = inBox && /^[「『]/u.test(text) && !labels.test(inBox[1] as string) && !columnName.test(inBox[1] as string) ? null : inBox;
  if (box && !/[。，,]/u.test(text)) {
    mark = mark || (text[0] as string);
    a++;
    b--;
    while (/[ \u3000]/u.test(line.text[a] ?? '')) a++;
    while (/[ \u3000]/u.test(line.text[b - 1] ?? '')) b--;
    text = line.text.slice(a, b);
  }
  // The dash between a heading and its text.
  if (runIn) {
    b -= /[ \u3000]*[—–-]$/u.exec(text)?.[0].length ?? 0;
    text = line.text.slice(a, b);
  }
  // A mark behind a label too: ◎ 广角 ◎
  const behind = mark === '' ? null : /[ \u3000]*[◎○●□■◇◆▲△▼▽★☆※▶►◀]$/u.exec(text);
  if (behind && behind.index > 0) {
    b -= behind[0].length;
    text = line.text.slice(a, b);
  }
  if (a >= b) return null;
  return measured(line, a, b, text, mark, box !== null || stroke !== null, sameLine, runIn, hintAt(line.map[a] as number));
}

function measured(
  line: Line,
  from: number,
  to: number,
  text: string,
  mark: string,
  box: boolean,
  sameLine: boolean,
  runIn: boolean,
  hint: Hint | null,
): Piece {
  const width = widthOf(text);
  const latin = !hasHan(text);
  const rule = separator.test(text);
  const short = text.length <= (latin ? 130 : 60);
  const bare = short && !rule;
  // 短 评: a column's name of two characters set wide.
  const close = text.replace(/^(\p{Script=Han})[ \u3000]{1,3}(\p{Script=Han})$/u, '$1$2');
  const says: Signals = {
    byline: bare && !(width <= 9 && columnName.test(text)) ? bylineScore(text) : 0,
    name: bare ? nameOnlyScore(text) : 0,
    credit: bare ? creditScore(text) : 0,
    furniture: bare && !/^by \p{Lu}/iu.test(text) && !namesReporter.test(text) ? furnitureScore(line.text.slice(from, to)) : 0,
    label:
      bare && (latin ? labelsLatin : labels).test(close)
        ? 1
        : bare && width <= 12 && (briefLabel.test(text) || (width <= 6 && !latin && commentaryLabel.test(text)))
          ? latin
            ? 1
            : 0.7
          : 0,
    dateline: dateline.test(text) || goesOnHere.test(text) || agencyPlace.test(text) || (latin && datelineLatin.test(text)) ? 1 : 0,
    caption: captionCue.test(text)
      ? 1
      : width <= 60 && ended(text) && whoIsWho.test(text)
        ? 0.9
        : (datedCaption.test(text) && (creditAtEnd(text)?.score ?? 0) > 0.8) ||
            (latin && width <= 130 && capitalCue.test(text) && /\b(?:pictures?|photos?)\b/iu.test(text))
          ? 0.9
          : 0,
    note: note.test(line.text.slice(0, to)) && from < 3 ? 1 : 0,
    notice: bare && noticeLabel.test(text) ? 1 : 0,
    separator: rule,
    jump: isJump(text),
    endCredit: creditAtEnd(text)?.score ?? 0,
    endByline: bylineAtEnd(text)?.score ?? 0,
    signature: bare ? signatureScore(text) : 0,
    bareNote: bare && bareNote.test(text) ? 1 : 0,
    column: !latin && width <= 9 && columnName.test(text) ? (width <= 5 ? 1 : 0.8) : 0,
    entry: logEntry.test(line.text.slice(0, to)) && from < 8 ? 1 : 0,
    signOff: bare && (issuer.test(text) || dateAlone.test(text) || contact.test(text)) ? 1 : 0,
  };
  return {
    line,
    from,
    to,
    text,
    mark,
    boxed: box,
    sameLine,
    runIn,
    row: 0,
    tables: 0,
    overRows: 0,
    turn: 0,
    bare: 0,
    halved: 0,
    points: 0,
    listed: 0,
    over: 0,
    entry: 0,
    pair: 0,
    beforeByline: false,
    overText: false,
    atEdge: false,
    heads: 0,
    width,
    latin,
    ended:
      ended(text) ||
      says.endCredit > 0.5 ||
      says.endByline > 0.5 ||
      jumpsAtEnd(text) ||
      (short && (reference.test(text) || contact.test(text))),
    open: leftOpen(text) || unfinished(text),
    gap: 0,
    peers: 0,
    verse: 0,
    glued: 0,
    says,
    hint,
  };
}

/** 齐鲁晚报·齐鲁壹点记者 某某: a paper's name that goes over to its reporter's is no page head. */
const namesReporter = /(?<!小)(?:记者|記者|通讯员|通訊員)(?:[ \u3000]+\p{Script=Han}|\p{Script=Han}{2,3}(?:$|[摄攝报報文图圖]))/u;

/** SITTING PRETTY: Jean Ollerton …: how British papers begin a caption. */
const capitalCue = /^(?!(?:EXCLUSIVE|UPDATE|BREAKING|ANALYSIS|COMMENT|OPINION))\p{Lu}{4,}(?:[ -]\p{Lu}{2,}){0,3}: \p{Lu}\p{Ll}/u;

export function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

/** A jump stands behind the last sentence. */
function jumpsAtEnd(text: string): boolean {
  const tail = text.slice(-40);
  const m = jump.exec(tail);
  return m !== null && m.index + m[0].length >= tail.length - 1;
}

/** The whole piece is a jump line. */
function isJump(text: string): boolean {
  const m = text.length <= 60 ? jump.exec(text) : null;
  return m !== null && m[0].length >= text.length - 2;
}

function furnitureScore(text: string): number {
  // 连载·17 is no page's number.
  if (/^(?:小说|长篇|長篇)?(?:连载|連載)/u.test(text)) return 0;
  // A page in an old ledger: words, whatever paper the last one names.
  if (/^\p{Lu}[\p{Ll}’']*(?: [\p{Ll}’']+){3,}$/u.test(text)) return 0;
  // A date and a comma begin a sentence.
  if (/[，,]$/u.test(text)) return 0;
  if (staffLine.test(text) && widthOf(text) < 60) return 1;
  return furniture.some((r) => r.test(text)) ? 0.9 : folioScore(text);
}
