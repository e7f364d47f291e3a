/** 读法的单位: a line, or a part of one where two things stand on the same line. Its features are measured once. */
import type { Hint } from './copy.ts';
import { ended, leftOpen, unfinished } from './ended.ts';
import {
  agencyPlace,
  boxed,
  captionCue,
  dateline,
  datelineLatin,
  furniture,
  jump,
  labels,
  labelsLatin,
  listMark,
  note,
  noticeLabel,
  runInByline,
  separator,
  staffLine,
} from './lexicon/lines.ts';
import { isHan, type Line, widthOf } from './lines.ts';
import { bylineAtEnd, bylineScore, creditAtEnd, creditScore, nameOnlyScore } from './people.ts';

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
  /** Scores 0…1 of what the words themselves say. */
  readonly says: Signals;
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
}

/** The line cut where two things share it: 【标签】标题, 标题 □ 本报记者 …, 〔記者…報導〕正文. */
export function piecesOf(line: Line, hintAt: (offset: number) => Hint | null): Piece[] {
  const { text } = line;
  const cuts: number[] = [0];
  const run = runInByline.exec(text);
  const tag = /^[【〖［「]([^】〗］」]{1,12})[】〗］」][ \u3000]*(?=\S)/u.exec(text);
  if (run && run[0].length < text.length) cuts.push(run[0].length);
  else if (tag && tag[0].length < text.length && !dateline.test(tag[1] as string) && text[0] !== '「' && !note.test(text))
    cuts.push(tag[0].length);
  const signed = /[ \u3000]+(?=[□■◎●◆○◇▲][ \u3000]*\S{2,40}$)/u.exec(text);
  if (
    signed &&
    widthOf(text.slice(0, signed.index)) <= 30 &&
    bylineScore(text.slice(signed.index).replace(/^[ \u3000□■◎●◆○◇▲]+/u, '')) > 0.5
  )
    cuts.push(signed.index);
  cuts.push(text.length);
  const pieces: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const piece = pieceOf(line, cuts[i] as number, cuts[i + 1] as number, i > 0, hintAt);
    if (piece) pieces.push(piece);
  }
  return pieces;
}

function pieceOf(line: Line, from: number, to: number, sameLine: boolean, hintAt: (offset: number) => Hint | null): Piece | null {
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
  const box = rule ? null : boxed.exec(text);
  if (box && !/[。，,]/u.test(text)) {
    mark = mark || (text[0] as string);
    a++;
    b--;
    while (/[ \u3000]/u.test(line.text[a] ?? '')) a++;
    while (/[ \u3000]/u.test(line.text[b - 1] ?? '')) b--;
    text = line.text.slice(a, b);
  }
  // A mark behind a label too: ◎ 广角 ◎
  const behind = mark === '' ? null : /[ \u3000]*[◎○●□■◇◆▲△▼▽★☆※▶►◀]$/u.exec(text);
  if (behind && behind.index > 0) {
    b -= behind[0].length;
    text = line.text.slice(a, b);
  }
  if (a >= b) return null;
  return measured(line, a, b, text, mark, box !== null, sameLine, hintAt(line.map[a] as number));
}

function measured(
  line: Line,
  from: number,
  to: number,
  text: string,
  mark: string,
  box: boolean,
  sameLine: boolean,
  hint: Hint | null,
): Piece {
  const width = widthOf(text);
  const latin = !hasHan(text);
  const rule = separator.test(text);
  const short = text.length <= (latin ? 130 : 60);
  const bare = short && !rule;
  const says: Signals = {
    byline: bare ? bylineScore(text) : 0,
    name: bare ? nameOnlyScore(text) : 0,
    credit: bare ? creditScore(text) : 0,
    furniture: bare ? furnitureScore(line.text.slice(from, to)) : 0,
    label: bare && (latin ? labelsLatin : labels).test(text) ? 1 : 0,
    dateline: dateline.test(text) || agencyPlace.test(text) || (latin && datelineLatin.test(text)) ? 1 : 0,
    caption: captionCue.test(text) ? 1 : 0,
    note: note.test(line.text.slice(0, to)) && from < 3 ? 1 : 0,
    notice: bare && noticeLabel.test(text) ? 1 : 0,
    separator: rule,
    jump: isJump(text),
    endCredit: creditAtEnd(text)?.score ?? 0,
    endByline: bylineAtEnd(text)?.score ?? 0,
  };
  return {
    line,
    from,
    to,
    text,
    mark,
    boxed: box,
    sameLine,
    width,
    latin,
    ended: ended(text) || says.endCredit > 0.5 || says.endByline > 0.5 || jumpsAtEnd(text),
    open: leftOpen(text) || unfinished(text),
    gap: 0,
    peers: 0,
    verse: 0,
    glued: 0,
    says,
    hint,
  };
}

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
  if (staffLine.test(text) && widthOf(text) < 60) return 1;
  return furniture.some((r) => r.test(text)) ? 0.9 : 0;
}
