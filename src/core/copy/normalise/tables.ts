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

/** Characters that foreign names are written with by sound, at the two sides of their dot. Data: add what is missing. */
export const nameSounds =
  '阿埃艾爱安奥巴贝本比宾波伯勃博卜布查达大戴丹德登蒂迪丁杜顿多厄恩尔法菲费芬夫弗伏福富盖甘戈哥格葛古哈海汉豪赫亨胡华霍基吉加贾简杰金卡凯坎柯科克肯库拉莱兰劳勒雷里理力利莉连列林琳卢鲁伦罗洛吕玛马麦迈曼梅门蒙米密明摩莫姆穆拿纳娜奈南内尼涅纽努诺欧帕潘佩彭皮普齐奇乔琼丘瑞若撒萨塞桑瑟森沙莎珊圣史舍斯丝思苏孙索塔泰坦汤唐陶特提廷图托瓦万威维魏温沃乌伍西希席夏肖谢辛欣休许雪雅亚娅扬杨耶叶伊依因英尤约赞泽扎詹张珍朱兹卓佐提江孜';

/** Words with a stop of their own, which ends no sentence. */
export const abbreviations = new Set([
  'etc',
  'inc',
  'ltd',
  'co',
  'corp',
  'jr',
  'sr',
  'no',
  'vs',
  'mr',
  'mrs',
  'ms',
  'dr',
  'st',
  'prof',
  'vol',
  'fig',
]);
