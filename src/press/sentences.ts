/** Everything the press says to people, in their language: one sentence each, with the picture, font or page named. */
export type PressLanguage = 'zh-Hans' | 'en';

const en = {
  cancelled: 'The export was cancelled; no file was written.',
  'no-pages': 'There is no page to print.',
  'font-missing': 'Font {font} is not installed, so the page cannot be printed with it.',
  'font-damaged': 'Font {font} is damaged and cannot be embedded ({why}).',
  'font-licence': 'Font {font} cannot be printed: its maker forbids embedding it, so choose another for this text.',
  'font-postscript': 'Font {font} has PostScript outlines; only TrueType fonts can be embedded.',
  'profile-wanted': 'A PDF/X file needs an output profile.',
  'profile-foreign': 'Output profile {name} cannot be used: it is not an ICC profile.',
  'profile-cut': 'Output profile {name} cannot be used: it is cut short.',
  'profile-class': 'Output profile {name} cannot be used: it does not describe a printing press.',
  'profile-inks': 'Output profile {name} cannot be used: it is not for four process inks.',
  'profile-version': 'Output profile {name} cannot be used: PDF/X-1a needs an ICC profile of version 2.',
  'picture-missing': 'Picture {file} on page {page} is gone, or no longer the one that was placed: place it again.',
  'picture-empty': 'Picture {file} on page {page} is an empty file.',
  'picture-foreign': 'Picture {file} on page {page} is damaged or is not a picture.',
  'picture-format': 'Picture {file} on page {page} is in the {format} format; JPEG, PNG, TIFF and WebP can be printed.',
  'picture-pixels': 'Picture {file} on page {page} has {width} × {height} pixels, more than can be printed; save it smaller.',
  'picture-damaged': 'Picture {file} on page {page} is damaged and cannot be read to its end: ask for it again.',
  'picture-channels': 'Picture {file} on page {page} has {channels} ink channels; four can be printed.',
  'picture-renamed': 'Picture {file} on page {page} is really a {format} file and was read as one.',
  'picture-faulty': 'Picture {file} on page {page} has faulty data; look at it before it is printed.',
  'picture-untagged': 'Picture {file} on page {page} has inks but no colour profile, so they are printed as they are.',
  'picture-untagged-held':
    'Picture {file} on page {page} has inks but no colour profile, so they are printed as they are, held to {limit} of ink where they reach {most}.',
};

const zh: Record<keyof typeof en, string> = {
  cancelled: '导出已取消，没有写任何文件。',
  'no-pages': '没有要印的版面。',
  'font-missing': '没有装字体 {font}，这个版印不了。',
  'font-damaged': '字体 {font} 已损坏，无法嵌入（{why}）。',
  'font-licence': '字体 {font} 的授权不许嵌入 PDF，请给这段文字换一种字体。',
  'font-postscript': '字体 {font} 是 PostScript 轮廓，只能嵌入 TrueType 字体。',
  'profile-wanted': 'PDF/X 文件需要一个输出特性文件。',
  'profile-foreign': '输出特性文件“{name}”不能用：它不是 ICC 文件。',
  'profile-cut': '输出特性文件“{name}”不能用：文件不完整。',
  'profile-class': '输出特性文件“{name}”不能用：它描述的不是印刷机。',
  'profile-inks': '输出特性文件“{name}”不能用：它不是四色油墨的。',
  'profile-version': '输出特性文件“{name}”不能用：PDF/X-1a 要第 2 版的 ICC 文件。',
  'picture-missing': '第{page}版的图片“{file}”不在了，或者已经不是置入的那一张，请重新置入。',
  'picture-empty': '第{page}版的图片“{file}”是空文件。',
  'picture-foreign': '第{page}版的图片“{file}”已损坏，或者不是图片。',
  'picture-format': '第{page}版的图片“{file}”是 {format} 格式，能印的是 JPEG、PNG、TIFF 和 WebP。',
  'picture-pixels': '第{page}版的图片“{file}”有 {width} × {height} 像素，太大印不了，请存小一些。',
  'picture-damaged': '第{page}版的图片“{file}”已损坏，读不完整，请重要一份。',
  'picture-channels': '第{page}版的图片“{file}”有 {channels} 个油墨通道，只能印四个。',
  'picture-renamed': '第{page}版的图片“{file}”其实是 {format} 文件，已按它读入。',
  'picture-faulty': '第{page}版的图片“{file}”数据有毛病，付印前请看一看。',
  'picture-untagged': '第{page}版的图片“{file}”是四色图但没有特性文件，油墨值照原样印。',
  'picture-untagged-held': '第{page}版的图片“{file}”是四色图但没有特性文件，油墨值照原样印，最高处由 {most} 压到 {limit}。',
};

export type PressSentence = keyof typeof en;
export type PressValues = Readonly<Record<string, string | number>>;

/** The sentence with its values put in. */
export const sayPress = (sentence: PressSentence, values: PressValues, language: PressLanguage): string =>
  (language === 'en' ? en : zh)[sentence].replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));

export const pressSentences = Object.keys(en) as PressSentence[];

/** Something a person should know of a picture that was printed all the same. */
export class PressNote {
  readonly sentence: PressSentence;
  readonly values: PressValues;
  /** The Scene's page id. */
  readonly page: string;

  constructor(sentence: PressSentence, values: PressValues, page: string) {
    this.sentence = sentence;
    this.values = values;
    this.page = page;
  }

  say(language: PressLanguage): string {
    return sayPress(this.sentence, this.values, language);
  }
}
