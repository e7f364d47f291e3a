/** What becomes what, as data (guide §4.7). */

/** ASCII marks and their full-width forms in Chinese text. `.` has a rule of its own. */
export const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Compatibility and vertical forms, half-width CJK marks: always the base mark. */
export const baseMark: Readonly<Record<string, string>> = {
  '﹐': '，',
  '﹑': '、',
  '﹔': '；',
  '﹕': '：',
  '︰': '：',
  '﹖': '？',
  '﹗': '！',
  '﹒': '．',
  '﹁': '「',
  '﹂': '」',
  '﹃': '『',
  '﹄': '』',
  '︵': '（',
  '︶': '）',
  '﹙': '（',
  '﹚': '）',
  '︿': '〈',
  '﹀': '〉',
  '︽': '《',
  '︾': '》',
  '｡': '。',
  '､': '、',
  '｢': '「',
  '｣': '」',
};

/** Dots that stand in translated names. */
export const nameDots = '•・‧･∙';
