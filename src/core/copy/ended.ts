/** Whether a line's sentence is over, and whether what it opened is closed (guide §5.2). */

const closers = /[”’"'」』）)】\]》〉〕]+$/u;
const stops = /[。！？…；：!?;:．｡]$/u;

/** “……。”——南门菜场管理员老鲁: a quotation, and who said it. */
const attributed = /^[“「『].{8,}[。！？…]?[”」』](?:—{1,2}|─{2})[^，。—─]{2,26}$/u;

/** The line without closers at its end. */
export const core = (text: string): string => text.replace(closers, '');

/** The line ends a sentence: by 。！？…；： or their ASCII forms, closers left aside; `.` too, after anything but a list number. */
export function ended(text: string): boolean {
  const inner = core(text).trimEnd();
  if (stops.test(inner) || attributed.test(text)) return true;
  // What stands in brackets after the last sentence says nothing about it: …增收。（记者 某某）
  const boxed = /[（(【〔][^（）()【】〔〕]{1,60}[）)】〕]$/u.exec(text);
  if (boxed && boxed.index > 4 && stops.test(core(text.slice(0, boxed.index)).trimEnd())) return true;
  // Sir, – … – Yours, etc,
  if (/\byours,? (?:etc|faithfully|sincerely|truly)[.,]*$/iu.test(text)) return true;
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

/** Whether something opened in the line is left open, and whether something is closed that was not opened in it. */
function unpaired(text: string): { readonly opened: boolean; readonly closed: boolean } {
  const open: string[] = [];
  let closed = false;
  for (const c of text) {
    const close = pairs[c];
    if (close) open.push(close);
    else if (open.length > 0 && c === open[open.length - 1]) open.pop();
    // ’ and ) are apostrophes and numbers too.
    else if (/[”」』）》】〕]/u.test(c)) closed = true;
  }
  return { opened: open.length > 0, closed };
}

/** Something that was opened in the line is not closed in it. */
export const leftOpen = (text: string): boolean => unpaired(text).opened;

/** Something is closed in the line that was not opened in it. */
export const closesMore = (text: string): boolean => unpaired(text).closed;
