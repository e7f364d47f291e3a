/** Where Chinese rules hold inside a text: by the nearest neighbours, never in addresses, numbers or Latin sentences (guide §4.7). */
import { isHan } from '../lines.ts';

const cjkMark = /[，。、；：！？…—·“”‘’「」『』（）《》〈〉【】〔〕～％]/u;
// A mark beside a mark says nothing of its own: in 好!!! all three follow 好.
const transparent = /[\s"'“”‘’,;:!?]/u;

/** Han, or a mark that only Chinese text has. */
export const isCjk = (c: string | undefined): boolean => c !== undefined && (isHan(c.charCodeAt(0)) || cjkMark.test(c));

/** The nearest neighbour on the left is Chinese; where the left says nothing, the one on the right. */
export function inChinese(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && transparent.test(text[i] as string)) i--;
  if (i >= 0 && isCjk(text[i])) return true;
  if (i >= 0 && /[)\]}>]/u.test(text[i] as string) && hanBefore(text, i)) return true;
  let j = at + 1;
  while (j < text.length && transparent.test(text[j] as string)) j++;
  return isCjk(text[j]);
}

function hanBefore(text: string, at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 40); i--) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

const addresses =
  /(?:https?:\/\/|www\.)[^\s\u2010-\u2027\u3000-\u9fff\uff00-\uffef]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z]:\\[^\s,;，。；：！？“”]+|\b[\w-]+\.(?:com|cn|net|org|gov|edu)(?:\.[a-z]{2})?\b(?:\/[\w./?=&%-]*)?/gu;

/** A mark at an address's end is the sentence's: 登录www.12306.cn,点击… */
const endOfAddress = /[,.;:!?'"]+$/u;

/** Up to the bracket that was open before it, or the ; that begins no parameter. */
function lengthOfAddress(found: string): number {
  let depth = 0;
  let end = 0;
  for (; end < found.length; end++) {
    const c = found[end];
    if (c === '(') depth++;
    if (c === ')' && depth-- === 0) break;
    if (c === ';' && !/^;\w+=/u.test(found.slice(end))) break;
  }
  return found.slice(0, end).replace(endOfAddress, '').length;
}

/** A run without Han, from its first Latin letter to its last, with the stop that ends it. A comma without a space is no Latin one. */
const latinRun = /[A-Za-z](?:(?:(?!,[A-Za-z\d])[^\p{Script=Han}，。；：！？、])*[A-Za-z])?(?:[.!?]+(?=\s|$|[”"]))?/gu;

/** Words quoted whole in Latin, with the mark that ends them: 他喊“Stop!”. */
const latinQuoted = /["'“‘「『]([A-Za-z][^\p{Script=Han}"'“”‘’「」『』，。；：！？、]*[.!?])(?=["'”’」』])/gu;

/** Marks the units that no rule may touch: addresses, Latin quotations, and Latin sentences inside Chinese (12 letters or more, several words). */
export function protectedIn(text: string): Uint8Array {
  const kept = new Uint8Array(text.length);
  if (!/[A-Za-z]/u.test(text)) return kept;
  for (const m of text.matchAll(addresses)) kept.fill(1, m.index, m.index + lengthOfAddress(m[0]));
  for (const m of text.matchAll(latinQuoted)) kept.fill(1, m.index + 1, m.index + m[0].length);
  for (const m of text.matchAll(latinRun)) {
    const letters = m[0].match(/[A-Za-z]/gu)?.length ?? 0;
    if (letters >= 12 && / /u.test(m[0]) && letters > m[0].length * 0.6) kept.fill(1, m.index, m.index + m[0].length);
  }
  return kept;
}

/** What a foreign word in a Chinese sentence is written with; more than one space makes it a phrase of its own. */
const foreignWord = /[A-Za-z\d.+%/&@$￥€£μ°'!?,;:-]/u;

/** The mark after a foreign word or a figure belongs to the Chinese sentence that holds it: 什么是PM2.5? */
export function afterForeignWord(text: string, at: number): boolean {
  if (/^ *[A-Za-z\d]/u.test(text.slice(at + 1)) && text[at + 1] === ' ') return false;
  let spaces = 0;
  for (let i = at - 1; i >= Math.max(0, at - 40); i--) {
    const c = text[i] as string;
    if (c === ' ') spaces++;
    if (spaces > 1) return false;
    // What an opening mark stands before is quoted: its marks are its own.
    if (c !== ' ' && !foreignWord.test(c)) return isCjk(c) && !/[“‘「『（《〈【〔]/u.test(c);
  }
  return false;
}
