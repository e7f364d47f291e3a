/** White made at layout in bylines: a two-character name is spread to the width of three (白　丹), never stored (guide §4.8). */

const TWO_HAN = /(?<=^|[\s、，])\p{Script=Han}{2}(?=$|[\s、，])/gu;
/** Two-character words of a byline that are no names. */
const NOT_NAMES = new Set([
  '记者',
  '記者',
  '编辑',
  '編輯',
  '通讯',
  '本报',
  '本報',
  '作者',
  '文图',
  '图文',
  '摄影',
  '整理',
  '实习',
  '见习',
  '首席',
  '特约',
]);

/** Offsets of the characters after which one em of white is added. */
export function nameSpread(text: string): number[] {
  return [...text.matchAll(TWO_HAN)].filter((m) => !NOT_NAMES.has(m[0])).map((m) => m.index);
}
