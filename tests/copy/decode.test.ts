import { describe, expect, it } from 'vitest';
import { CopyError, decode } from '../../src/core/copy/index.ts';
import { encode } from './encode.ts';

const hans =
  '◎ 巷口见闻\n\n老街的灯又亮了\n\n本报讯（记者 沈竹青）入冬以来，青溪镇的老街重新铺了石板，沿街的店铺也换上了统一的木招牌。“晚上出来走走，心里踏实。”居民周大娘说。\n';
const hant =
  '【市井】\n\n老街的燈又亮了\n\n記者沈竹青／青溪報導\n\n入冬以來，青溪鎮的老街重新鋪了石板，沿街的店鋪也換上了統一的木招牌。「晚上出來走走，心裡踏實。」居民周大娘說。\n';
const english =
  'Lamps return to the old street\n\nBy Nora Finch\n\nThe old street has its lamps again, and the shops have new wooden signs.\n';

describe('decode', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const)
    it(`knows Simplified Chinese in ${encoding} without being told`, () =>
      expect(decode(encode(hans, encoding))).toEqual({ encoding, text: hans }));
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'gb18030'] as const)
    it(`knows Traditional Chinese in ${encoding} without being told`, () =>
      expect(decode(encode(hant, encoding))).toEqual({ encoding, text: hant }));
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const)
    it(`knows English in ${encoding}`, () => expect(decode(encode(english, encoding)).text).toBe(english));
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const)
    it(`keeps the mark of ${encoding} in the account`, () => expect(decode(encode(`\ufeff${hans}`, encoding)).text).toBe(`\ufeff${hans}`));
  it('tells short GB18030 from short Big5', () => {
    expect(decode(encode('中文报纸的一个标题', 'gb18030')).encoding).toBe('gb18030');
    expect(decode(encode('中文報紙的一個標題', 'big5')).encoding).toBe('big5');
  });
  it('reads a file whose last character was cut', () => {
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const bytes = encode(`${hans}末`, encoding);
      const found = decode(bytes.subarray(0, bytes.length - 1));
      expect(found.encoding).toBe(encoding);
      expect(found.text.startsWith(hans)).toBe(true);
      expect(found.text).toContain('\ufffd');
    }
  });
  it('takes the encoding it is told, by any of its names', () => {
    expect(decode(encode(hans, 'gb18030'), { encoding: 'GBK' })).toEqual({ encoding: 'gb18030', text: hans });
    expect(decode(encode(hant, 'big5'), { encoding: 'CP950' })).toEqual({ encoding: 'big5', text: hant });
  });
  const failures: [string, Uint8Array, string | undefined, string][] = [
    ['an empty file', new Uint8Array(), undefined, 'empty'],
    ['a file of blank lines', encode('\n \u3000\r\n', 'utf-8'), undefined, 'empty'],
    ['a picture renamed .txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70), undefined, 'binary'],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) % 256), undefined, 'binary'],
    ['an encoding nobody knows', encode(hans, 'utf-8'), 'klingon', 'encoding-unknown'],
  ];
  for (const [what, bytes, encoding, code] of failures)
    it(`says in one sentence that ${what} cannot be read`, () => {
      let error: unknown;
      try {
        decode(bytes, { encoding });
      } catch (e) {
        error = e;
      }
      expect(error).toBeInstanceOf(CopyError);
      expect((error as CopyError).code).toBe(code);
      expect((error as CopyError).message).toMatch(/^[A-Z][^\n]+\.$/u);
    });
});

it('English with typographer’s quotes in Windows-1252 is not taken for Chinese, nor Chinese for it', () => {
  const sentence = 'The commission said on Monday that the work would go on. ';
  // ’ “ ” — é, a byte each.
  const bytes = (text: string): Uint8Array =>
    Uint8Array.from(text, (c) => ({ '’': 0x92, '“': 0x93, '”': 0x94, '—': 0x97, é: 0xe9 })[c] ?? c.charCodeAt(0));
  for (const text of [`It’s time. ${sentence}`, `${sentence.repeat(40)}“We won’t stop,” he said — the café owner agreed. ${sentence}`])
    expect(decode(bytes(text))).toEqual({ encoding: 'windows-1252', text });
  expect(decode(bytes('It’s time.'), { encoding: 'cp1252' }).text).toBe('It’s time.');
  for (const text of [`${sentence.repeat(20)}灰河日报`, '灰河变清了', `A1B2C3 河 ${sentence}`])
    expect(decode(encode(text, 'gb18030'))).toEqual({ encoding: 'gb18030', text });
});

it('UTF-16 without a mark is told right where 一 has the zero byte of the other side', () => {
  for (const text of ['业点。镇党委组建了一支骑', '一辆旧自行车在闽北山里跑', '区里把一百二十三个社区划分为'])
    for (const encoding of ['utf-16le', 'utf-16be'] as const) expect(decode(encode(text, encoding))).toEqual({ encoding, text });
});
