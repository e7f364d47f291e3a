/** Whether a line's sentence is over, and whether what it opened is closed (guide §5.2). */

const closers = /[”’"'」』）)】\]》〉〕]+$/u;
const stops = /[。！？…；：!?;:．｡]$/u;

/** The line without closers at its end. */
export const core = (text: string): string => text.replace(closers, '');

/** The line ends a sentence: by 。！？…；： or their ASCII forms, closers left aside; `.` too, after anything but a list number. */
export function ended(text: string): boolean {
  const inner = core(text).trimEnd();
  if (stops.test(inner)) return true;
  // What stands in brackets after the last sentence says nothing about it: …增收。（记者 某某）
  const boxed = /[（(【〔][^（）()【】〔〕]{1,60}[）)】〕]$/u.exec(text);
  if (boxed && boxed.index > 4 && stops.test(core(text.slice(0, boxed.index)).trimEnd())) return true;
  return /[^\s\d]\.$|\d{3,}\.$|\d%?\.$/u.test(inner) && inner.length > 4;
}

/** The last mark is a comma, a dash or an opener: the sentence surely goes on. */
export const unfinished = (text: string): boolean => /[，、,—–“‘「『（(《〈\-－]$/u.test(text);

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '〖': '〗',
};

/** Something is closed in the line that was not opened in it. */
export function closesMore(text: string): boolean {
  const open: string[] = [];
  for (const c of text) {
    const close = pairs[c];
    if (close) open.push(close);
    else if (open.length > 0 && c === open[open.length - 1]) open.pop();
    else if (/[”」』）》】〕]/u.test(c)) return true;
  }
  return false;
}

/** Something that was opened in the line is not closed in it. */
export function leftOpen(text: string): boolean {
  const open: string[] = [];
  for (const c of text) {
    const close = pairs[c];
    if (close) open.push(close);
    else if (open.length > 0 && c === open[open.length - 1]) open.pop();
  }
  return open.length > 0;
}
