/** Where Chinese rules hold inside a text: by the nearest neighbours, never in addresses, numbers or Latin sentences (guide §4.7). */
import { isHan } from '../lines.ts';

const cjkMark = /[，。、；：！？…—·“”‘’「」『』（）《》〈〉【】〔〕～％]/u;
const transparent = /[\s"'“”‘’]/u;

/** Han, or a mark that only Chinese text has. */
export const isCjk = (c: string | undefined): boolean => c !== undefined && (isHan(c.charCodeAt(0)) || cjkMark.test(c));

/** The nearest neighbour on the left is Chinese; where the left says nothing, the one on the right. */
export function inChinese(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && transparent.test(text[i] as string)) i--;
  if (i >= 0 && isCjk(text[i])) return true;
  if (i >= 0 && /[)\]}>]/u.test(text[i] as string)) return hanBefore(text, i);
  let j = at + 1;
  while (j < text.length && transparent.test(text[j] as string)) j++;
  return isCjk(text[j]);
}

function hanBefore(text: string, at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 40); i--) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

const addresses =
  /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff，。；）]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z]:\\\S+|\b[\w-]+\.(?:com|cn|net|org|gov|edu)(?:\.[a-z]{2})?\b(?:\/[\w./?=&%-]*)?/gu;

/** A run without Han, from its first Latin letter to its last, with the stop that ends it. */
const latinRun = /[A-Za-z](?:[^\p{Script=Han}，。；：！？、]*[A-Za-z])?(?:[.!?]+(?=\s|$|[”"]))?/gu;

/** Marks the units that no rule may touch: addresses, and Latin sentences inside Chinese (12 letters or more, several words). */
export function protectedIn(text: string): Uint8Array {
  const kept = new Uint8Array(text.length);
  if (!/[A-Za-z]/u.test(text)) return kept;
  for (const m of text.matchAll(addresses)) kept.fill(1, m.index, m.index + m[0].length);
  for (const m of text.matchAll(latinRun)) {
    const letters = m[0].match(/[A-Za-z]/gu)?.length ?? 0;
    if (letters >= 12 && / /u.test(m[0]) && letters > m[0].length * 0.6) kept.fill(1, m.index, m.index + m[0].length);
  }
  return kept;
}
