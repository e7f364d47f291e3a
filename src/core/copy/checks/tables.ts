/** Rule data of the copy checks: lists to be edited, not code. */

/** Doubled on purpose: 不了了之, 的的确确. */
export const mayDouble = [
  '一把把',
  '不了了之',
  '不了了',
  '了了分明',
  '小时了了',
  '的的确确',
  '是是非非',
  '在在',
  '唯唯诺诺',
  '得得',
  'had had',
  'that that',
  'bye bye',
  'no no',
  'ha ha',
  'very very',
];
/** Single characters that are hardly ever doubled. */
export const notDoubled = '的了是在和与对从被把将而并及或也就都很最更之其于';
/** Words of two characters that nobody says twice; of other such words a verb may be (商量商量), a sound (吱呀吱呀), a measure (一级一级). */
export const neverTwice =
  '我们|他们|她们|你们|今天|昨天|昨日|近日|日前|目前|记者|同时|以及|通过|进行|由于|因为|所以|但是|已经|正在|群众|企业|发展|建设|全市|全县|全区|全省|本报|其中|根据|按照|为了|关于|工作|问题|市民|居民|学生|我們|他們|昨天|目前|記者|同時|透過|進行|因為|但是|已經|市民|學生|縣市';

/** Titles before or behind a name. Longer first. */
export const titles =
  '党支部书记|党委书记|县委书记|市委书记|区委书记|总书记|书记|副书记|副市长|市长|副县长|县长|副区长|区长|副镇长|镇长|乡长|村主任|副主任|主任|副局长|局长|副处长|处长|科长|院长|校长|园长|厂长|总经理|董事长|经理|负责人|教授|医生|主席|会长|秘书长|理事长|队长|所长|站长|馆长|馆員|記者|記長|議員|市長|縣長|局長|處長|校長|院長|主任委員|理事長|里長|村長|隊長|所長|館長';

/** Marks that come in pairs, with the one that stands inside. */
export const pairs: readonly (readonly [open: string, close: string, inner: string])[] = [
  ['“', '”', '‘’'],
  ['‘', '’', '“”'],
  ['「', '」', '『』'],
  ['『', '』', '「」'],
  ['（', '）', '〔〕'],
  ['《', '》', '〈〉'],
  ['【', '】', ''],
  ['〔', '〕', ''],
  ['(', ')', '[]'],
];

export const weekdays = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
