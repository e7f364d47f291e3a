/** Bytes of copy → text. Strict decoding decides, then how often common characters occur (guide §5.1). */
import { holdInBounds } from './bounds.ts';
import { CopyError } from './error.ts';

/** The one piece of the platform that core may use here: in Node, in Chromium and in workers alike. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

export interface Decoded {
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5` or `windows-1252`. */
  readonly encoding: Encoding;
  /** Every character that was in the bytes; a byte-order mark stays as U+FEFF, so that the account is complete. */
  readonly text: string;
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Largest copy that is read, in bytes: a page holds some 40 kB; 64 MB is far above a whole year of one desk. */
export const largestCopy = 64 * 1024 * 1024;

/** Names people write for the encodings, folded to lower case without `-`, `_` and spaces. */
const names: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  unicode11utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  ucs2: 'utf-16le',
  unicode: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  windows936: 'gb18030',
  euccn: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
  windows950: 'big5',
  windows1252: 'windows-1252',
  cp1252: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
};

/** The encoding a name means, or null. Case, `-`, `_` and spaces do not matter. */
export const encodingNamed = (name: string): Encoding | null => names[name.toLowerCase().replace(/[-_ ]/gu, '')] ?? null;

const signatures: readonly (readonly [what: string, advice: string, chinese: string, ...bytes: number[]])[] = [
  ['a picture (PNG)', 'give the text instead', 'PNG 图片：请给文字稿', 0x89, 0x50, 0x4e, 0x47],
  ['a picture (JPEG)', 'give the text instead', 'JPEG 图片：请给文字稿', 0xff, 0xd8, 0xff],
  ['a picture (GIF)', 'give the text instead', 'GIF 图片：请给文字稿', 0x47, 0x49, 0x46, 0x38],
  ['a picture (TIFF)', 'give the text instead', 'TIFF 图片：请给文字稿', 0x49, 0x49, 0x2a, 0x00],
  ['a picture (TIFF)', 'give the text instead', 'TIFF 图片：请给文字稿', 0x4d, 0x4d, 0x00, 0x2a],
  ['a picture (PSD)', 'give the text instead', 'PSD 图片：请给文字稿', 0x38, 0x42, 0x50, 0x53],
  ['a PDF', 'give it with its name ending in .pdf', ' PDF：请把文件名改为 .pdf 结尾', 0x25, 0x50, 0x44, 0x46, 0x2d],
  [
    'a ZIP or Word (.docx) file',
    'give it with its name ending in .docx or .zip',
    ' ZIP 或 Word（.docx）文件：请把文件名改为 .docx 或 .zip 结尾',
    0x50,
    0x4b,
    0x03,
    0x04,
  ],
  ['an old Word (.doc) or WPS file', 'save it as .docx first', '旧的 Word（.doc）或 WPS 文件：请先另存为 .docx', 0xd0, 0xcf, 0x11, 0xe0],
  ['a RAR archive', 'unpack it first', ' RAR 压缩包：请先解开', 0x52, 0x61, 0x72, 0x21],
  ['a 7-Zip archive', 'unpack it first', ' 7-Zip 压缩包：请先解开', 0x37, 0x7a, 0xbc, 0xaf],
  ['an XZ archive', 'unpack it first', ' XZ 压缩包：请先解开', 0xfd, 0x37, 0x7a, 0x58],
  ['a GZIP archive', 'unpack it first', ' GZIP 压缩包：请先解开', 0x1f, 0x8b, 0x08],
];

/** What the first bytes say the file really is, when it is no text. */
export function disguised(bytes: Uint8Array): { what: string; advice: string; chinese: string } | null {
  for (const [what, advice, chinese, ...magic] of signatures) if (magic.every((b, i) => bytes[i] === b)) return { what, advice, chinese };
  if (bytes.length > 12 && latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP')
    return { what: 'a picture (WebP)', advice: 'give the text instead', chinese: 'WebP 图片：请给文字稿' };
  const head = latin(bytes, 0, 4096);
  for (const [pattern, what, advice, chinese] of written) if (pattern.test(head)) return { what, advice, chinese };
  return null;
}

/** Formats that are written in letters: read as copy, their commands would stand on the page. In the file's first 4 kB. */
const written: readonly (readonly [pattern: RegExp, what: string, advice: string, chinese: string])[] = [
  [/^\{\\rtf/u, 'a rich text file (.rtf)', 'save it as .docx or .txt first', ' RTF 文件：请先另存为 .docx 或 .txt'],
  [
    /^(?:\xef\xbb\xbf)?<\?xml[^>]*>[\s\S]*?<(?:w:wordDocument|pkg:package)[\s>]/u,
    'a Word file in XML',
    'save it as .docx first',
    ' Word 的 XML 文件：请先另存为 .docx',
  ],
  [
    /^MIME-Version:[\s\S]*?^Content-(?:Type|Transfer-Encoding):/imu,
    'a web archive or a mail (.mht, .eml)',
    'save its text first',
    '网页存档或邮件（.mht、.eml）：请先另存出文字',
  ],
  [/^%!PS/u, 'a PostScript file', 'make a PDF of it first', ' PostScript 文件：请先转成 PDF'],
  [/^....ftyp(?:heic|heix|mif1|avif)/su, 'a picture (HEIC)', 'give the text instead', ' HEIC 图片：请给文字稿'],
  [/^....ftyp/su, 'a film or a sound', 'give the text instead', '影音文件：请给文字稿'],
];

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The text of some bytes. `encoding` overrides the guess and is then decoded leniently (what does not fit becomes U+FFFD,
 * which reading flags).
 * @throws CopyError `empty`, `binary`, `too-large`, `encoding-unknown`
 */
export function decode(bytes: Uint8Array, options: { readonly encoding?: string | undefined } = {}): Decoded {
  if (bytes.length > largestCopy)
    throw new CopyError(
      'too-large',
      `The copy is ${Math.round(bytes.length / 1048576)} MB, more than the ${largestCopy / 1048576} MB that can be read at once: split it into pages.`,
      `来稿有 ${Math.round(bytes.length / 1048576)} MB，超过一次能读的 ${largestCopy / 1048576} MB：请按版分开。`,
    );
  if (options.encoding !== undefined) return forced(bytes, options.encoding);
  if (bytes.length === 0) throw new CopyError('empty', 'The copy is empty: there is nothing to read.', '来稿是空的，没有内容可读。');
  const other = disguised(bytes);
  if (other)
    throw new CopyError('binary', `The copy is not text but ${other.what}: ${other.advice}.`, `来稿不是文字，而是${other.chinese}。`);
  const found = marked(bytes) ?? strict(bytes, 'utf-8') ?? wide(bytes) ?? torn(bytes) ?? western(bytes) ?? chinese(bytes);
  if (!found)
    throw new CopyError(
      'binary',
      'The copy is not text in any encoding that is known here: name its encoding, or give the text instead.',
      '来稿不是已知的任何一种编码的文字：请指明编码，或换一份文字稿。',
    );
  if (found.text.replace(invisible, '') === '')
    throw new CopyError('empty', 'The copy holds only white space: there is nothing to read.', '来稿里只有空白，没有内容可读。');
  if (garbage(found.text))
    throw new CopyError(
      'binary',
      'The copy is not text: it is full of control characters, as a program or a picture is.',
      '来稿不是文字：里面满是控制符，像是程序或图片。',
    );
  holdInBounds(found.text);
  return found;
}

const invisible = /[\s\u200b-\u200d\u2060\ufeff\u00ad]/gu;

function forced(bytes: Uint8Array, name: string): Decoded {
  const encoding = encodingNamed(name);
  if (!encoding)
    throw new CopyError(
      'encoding-unknown',
      `The encoding “${name}” is not known: use one of ${encodings.join(', ')}.`,
      `没有“${name}”这种编码：可用 ${encodings.join('、')}。`,
    );
  if (bytes.length === 0) throw new CopyError('empty', 'The copy is empty: there is nothing to read.', '来稿是空的，没有内容可读。');
  return { encoding, text: plainly(bytes, encoding) };
}

/** 0x80 to 0x9f in Windows-1252; the five that it has not got stay control characters. */
const marks1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** What does not fit becomes U+FFFD. Some versions of Node take Windows-1252 for Latin-1: their control characters are put right. */
function plainly(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/gu, (c) => marks1252[c.charCodeAt(0) - 0x80] as string) : text;
}

function strict(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-16 without a mark is valid UTF-8 where it is all ASCII: its zero bytes give it away.
    return encoding === 'utf-8' && text.includes('\0') && wide(bytes) ? null : { encoding, text };
  } catch {
    return null;
  }
}

/** By the byte-order mark. */
function marked(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return strict(bytes, 'utf-8');
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
  if (!encoding) return null;
  return { encoding, text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes) };
}

/** UTF-16 without a mark: line breaks, spaces and Latin letters have a zero byte, always on the same side. */
function wide(bytes: Uint8Array): Decoded | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const n = Math.min(bytes.length, 65536);
  let evenZero = 0;
  let oddZero = 0;
  for (let i = 0; i + 1 < n; i += 2) {
    if (bytes[i] === 0) evenZero++;
    if (bytes[i + 1] === 0) oddZero++;
  }
  const sides: [Encoding, number, number][] = [
    ['utf-16le', oddZero, evenZero],
    ['utf-16be', evenZero, oddZero],
  ];
  for (const [encoding, own, other] of sides) {
    if (own > 0 && own > other * 20) {
      const found = strict(bytes, encoding);
      // 一 (4E 00) has a zero byte on the other side: one alone proves nothing.
      if (found && plausible(found.text) > 0.9) return found;
    }
  }
  // All Han and not one line break: only the share of plausible characters can tell.
  let best: Decoded | null = null;
  let bestScore = 0.8;
  for (const [encoding] of sides) {
    const found = strict(bytes, encoding);
    const score = found ? commonShare(found.text) : 0;
    if (found && plausible(found.text) > 0.97 && score > 0.12 && score > bestScore - 0.8) [best, bestScore] = [found, score + 0.8];
  }
  return best;
}

const common = new Set(
  // The commonest characters of newspaper text, Simplified and Traditional (guide §5.1, widened).
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严' +
    '這為個國時來們過說產種後學經進著電裡現實體機當點從業應開還樣與關線內數沒結問無軍題黨員總設長頭資邊統級圖論農幾區強決戰則據處隊給東門導壓爭濟術極聯認權證採轉單風帶場車務萬達積議聲報類離華確張馬節話溫傳許廣記觀織裝眾書複兒須際驗連斷難礦備辦習響約勞團歷構準號維劃選標寫親值廠屬調縣參紅細聽該鐵價嚴，。、：；！？“”「」（）《》\n\r 0123456789'.split(
      '',
    ),
);

/** Share of a text's characters that are among the commonest. */
function commonShare(text: string): number {
  const part = text.slice(0, 20000);
  let hits = 0;
  for (const c of part) if (common.has(c)) hits++;
  return hits / Math.max(1, part.length);
}

/** Share of characters that belong in a newspaper at all: Han of the common planes, Latin, marks. */
function plausible(text: string): number {
  const part = text.slice(0, 20000);
  const odd = part.match(/[^\P{Cc}\t\n\v\f\r]|[\ue000-\uf8ff\ufffd-\uffff\u0100-\u02ff\u0400-\u1fff\ua000-\udfff]/gu)?.length ?? 0;
  return 1 - odd / Math.max(1, part.length);
}

/** UTF-8 with a few broken bytes; never when it might be something else: what is whole outnumbers by far what is broken. */
function torn(bytes: Uint8Array): Decoded | null {
  const found = nearly(bytes, 'utf-8');
  const count = (pattern: RegExp): number => found?.text.match(pattern)?.length ?? 0;
  return count(/[^\0-\x7f\ufffd]/gu) > 4 * count(/\ufffd/gu) ? found : null;
}

/**
 * English with typographer's quotes and a few accents, as the wires' older systems write it: bytes above 127 are rare and stand
 * alone, where Chinese has them in pairs. Read as GB18030, each would take the letter after it along (It’s → It抯).
 */
function western(bytes: Uint8Array): Decoded | null {
  let [high, alone] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    high++;
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) alone++;
  }
  if (high === 0 || high > bytes.length / 20 || alone < high * 0.9) return null;
  const text = plainly(bytes, 'windows-1252');
  // Five bytes have no character in it.
  return /[\x80-\x9f]/u.test(text) ? null : { encoding: 'windows-1252', text };
}

/** GB18030 or Big5: both decode nearly anything, so the reading with the commoner characters wins. */
function chinese(bytes: Uint8Array): Decoded | null {
  let best: Decoded | null = null;
  let bestScore = 0.08;
  for (const encoding of ['gb18030', 'big5'] as const) {
    const found = strict(bytes, encoding) ?? nearly(bytes, encoding);
    if (!found) continue;
    const rare =
      found.text.slice(0, 20000).match(/[\u3040-\u30ff\u0400-\u04ff\u2500-\u257f\u3400-\u4dbf\ue000-\uf8ff\ufffd]/gu)?.length ?? 0;
    const score = commonShare(found.text) - (2 * rare) / Math.max(1, Math.min(found.text.length, 20000));
    if (score > bestScore) [best, bestScore] = [found, score];
  }
  return best;
}

/** A file with a few broken bytes (a cut tail, a lost half of a character) is still text: at most 1 in 200. */
function nearly(bytes: Uint8Array, encoding: Encoding): Decoded | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const broken = text.match(/\ufffd/gu)?.length ?? 0;
  return broken <= Math.max(2, text.length / 200) ? { encoding, text } : null;
}

function garbage(text: string): boolean {
  const part = text.slice(0, 65536);
  const controls = part.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
  return controls > part.length / 20;
}
