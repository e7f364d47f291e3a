/** A small reader of the press's own files, written apart from the writer: objects, streams, and where each glyph stands. */
import { inflateSync } from 'node:zlib';
import { Blob, Face, Font } from 'harfbuzzjs';

export interface PdfObject {
  readonly dict: string;
  readonly stream: Buffer | null;
}

export interface PlacedGlyph {
  readonly font: string;
  readonly code: number;
  readonly text: string;
  /** What is drawn, in font units, as HarfBuzz reads it: the code's own outline, or the one that a code of one moved component repeats. */
  readonly outline: string;
  /** How far the outline is moved from the pen, and how far the pen goes on, in points along the line. */
  readonly dxPt: number;
  readonly advancePt: number;
  /** From the sheet's top-left corner, y downwards. */
  readonly x: number;
  readonly y: number;
  readonly matrix: readonly number[];
  readonly sizePt: number;
}

export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: string;
  object(ref: string): PdfObject;
  /** Objects whose dictionary holds a text. */
  find(text: string): PdfObject[];
  /** The content streams of the pages, in order. */
  readonly pages: readonly { dict: string; resources: string; content: string }[];
}

export function readPdf(bytes: Uint8Array): PdfFile {
  const raw = Buffer.from(bytes);
  const text = raw.toString('latin1');
  const objects = new Map<number, PdfObject>();
  const table = text.slice(text.lastIndexOf('xref\n0 '));
  for (const entry of table.matchAll(/^(\d{10}) 00000 n $/gmu)) {
    const at = Number(entry[1]);
    const head = /^(\d+) 0 obj\n/u.exec(text.slice(at, at + 20));
    if (!head) throw new Error(`no object at ${at}`);
    const from = at + head[0].length;
    const end = text.indexOf('\nendobj', from);
    const streamAt = text.indexOf('>>\nstream\n', from);
    if (streamAt < 0 || streamAt > end) {
      objects.set(Number(head[1]), { dict: text.slice(from, end), stream: null });
      continue;
    }
    const dict = text.slice(from, streamAt + 2);
    const length = Number(/\/Length (\d+)/u.exec(dict)![1]);
    const body = raw.subarray(streamAt + 10, streamAt + 10 + length);
    objects.set(Number(head[1]), { dict, stream: /\/Filter \/FlateDecode/u.test(dict) ? inflateSync(body) : body });
  }
  const object = (ref: string): PdfObject => objects.get(Number.parseInt(ref, 10))!;
  const find = (needle: string): PdfObject[] => [...objects.values()].filter((o) => o.dict.includes(needle));
  const kids = /\/Kids \[([^\]]*)\]/u.exec(find('/Type /Pages')[0]!.dict)![1]!;
  const pages = [...kids.matchAll(/(\d+) 0 R/gu)].map((m) => {
    const { dict } = object(m[1]!);
    const ref = (key: string): string => new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(dict)![1]!;
    return { dict, resources: object(ref('Resources')).dict, content: object(ref('Contents')).stream!.toString('latin1') };
  });
  return { objects, trailer: text.slice(text.lastIndexOf('trailer')), object, find, pages };
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

interface FontFacts {
  readonly name: string;
  readonly texts: ReadonlyMap<number, string>;
  readonly widths: ReadonlyMap<number, number>;
  /** The outline a code draws and how far it is moved to the right, in em. */
  drawn(code: number): { outline: string; dx: number };
}

/** What the font file in the PDF draws for a code. */
function outlines(font: Buffer): FontFacts['drawn'] {
  const table = (tag: string): Buffer => {
    for (let i = 0; i < font.readUInt16BE(4); i++) {
      const at = 12 + 16 * i;
      if (font.toString('latin1', at, at + 4) !== tag) continue;
      return font.subarray(font.readUInt32BE(at + 8), font.readUInt32BE(at + 8) + font.readUInt32BE(at + 12));
    }
    throw new Error(`no ${tag}`);
  };
  const [head, loca, glyf] = [table('head'), table('loca'), table('glyf')];
  const long = head.readInt16BE(50) === 1;
  const at = (g: number): number => (long ? loca.readUInt32BE(4 * g) : loca.readUInt16BE(2 * g) * 2);
  const whole = new Font(new Face(new Blob(Uint8Array.from(font))));
  return (code) => {
    const from = at(code);
    const composite = at(code + 1) > from && glyf.readInt16BE(from) === -1 && glyf.readUInt16BE(from + 10) === 3;
    return composite
      ? { outline: whole.glyphToPath(glyf.readUInt16BE(from + 12)), dx: glyf.readInt16BE(from + 14) / head.readUInt16BE(18) }
      : { outline: whole.glyphToPath(code), dx: 0 };
  };
}

/** A Type 0 font as the file describes it. */
export function fontFacts(file: PdfFile, ref: string): FontFacts {
  const { dict } = file.object(ref);
  const unicode = file.object(/\/ToUnicode (\d+) 0 R/u.exec(dict)![1]!).stream!.toString('latin1');
  const texts = new Map([...unicode.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gmu)].map((m) => [Number.parseInt(m[1]!, 16), utf16(m[2]!)]));
  const descendant = file.object(/\/DescendantFonts \[(\d+) 0 R\]/u.exec(dict)![1]!).dict;
  const widths = new Map<number, number>();
  for (const run of descendant.slice(descendant.indexOf('/W ')).matchAll(/(\d+) \[([^\]]*)\]/gu))
    for (const [i, w] of run[2]!.split(' ').entries()) widths.set(Number(run[1]) + i, Number(w));
  const descriptor = file.object(/\/FontDescriptor (\d+) 0 R/u.exec(descendant)![1]!).dict;
  const drawn = outlines(file.object(/\/FontFile2 (\d+) 0 R/u.exec(descriptor)![1]!).stream!);
  return { drawn, name: /\/BaseFont \/(\S+)/u.exec(dict)![1]!, texts, widths };
}

const multiply = (m: readonly number[], n: readonly number[]): number[] => [
  m[0]! * n[0]! + m[1]! * n[2]!,
  m[0]! * n[1]! + m[1]! * n[3]!,
  m[2]! * n[0]! + m[3]! * n[2]!,
  m[2]! * n[1]! + m[3]! * n[3]!,
  m[4]! * n[0]! + m[5]! * n[2]! + n[4]!,
  m[4]! * n[1]! + m[5]! * n[3]! + n[5]!,
];

/** Every glyph a page shows, where a reader of the file will put its outline's origin. */
export function placedGlyphs(file: PdfFile, pageIndex = 0): PlacedGlyph[] {
  const page = file.pages[pageIndex]!;
  const media = /\/MediaBox \[([^\]]*)\]/u.exec(page.dict)![1]!.split(' ').map(Number);
  const fonts = new Map<string, FontFacts>();
  const fontDict = page.resources.slice(page.resources.indexOf('/Font'));
  for (const m of fontDict.matchAll(/\/(F\d+) (\d+) 0 R/gu)) fonts.set(m[1]!, fontFacts(file, m[2]!));
  const out: PlacedGlyph[] = [];
  let ctm = [1, 0, 0, 1, 0, 0];
  const saved: number[][] = [];
  let tm = ctm;
  let font: FontFacts | null = null;
  let size = 0;
  for (const line of page.content.split('\n')) {
    const cm = /^(.*) cm$/u.exec(line);
    if (cm) ctm = multiply(cm[1]!.split(' ').map(Number), ctm);
    if (line === 'q') saved.push(ctm);
    if (line === 'Q') ctm = saved.pop()!;
    const tf = /^\/(F\d+) (\S+) Tf$/u.exec(line);
    if (tf) [font, size] = [fonts.get(tf[1]!)!, Number(tf[2])];
    const matrix = /^(.*) Tm$/u.exec(line);
    if (matrix) tm = matrix[1]!.split(' ').map(Number);
    const tj = /^\[(.*)\]TJ$/u.exec(line);
    for (const piece of (tj ? tj[1]! : '').matchAll(/<([0-9A-F]*)>|(-?[\d.]+)/gu)) {
      if (piece[2] !== undefined) {
        tm = multiply([1, 0, 0, 1, (-Number(piece[2]) / 1000) * size, 0], tm);
        continue;
      }
      for (let i = 0; i < piece[1]!.length; i += 4) {
        const code = Number.parseInt(piece[1]!.slice(i, i + 4), 16);
        const text = font!.texts.get(code) ?? '';
        const { outline, dx } = font!.drawn(code);
        const advancePt = ((font!.widths.get(code) ?? 1000) / 1000) * size;
        const device = multiply(multiply([1, 0, 0, 1, dx * size, 0], tm), ctm);
        out.push({
          font: font!.name,
          code,
          text,
          outline,
          dxPt: dx * size,
          advancePt,
          x: device[4]!,
          y: media[3]! - device[5]!,
          matrix: device.slice(0, 4),
          sizePt: size,
        });
        tm = multiply([1, 0, 0, 1, advancePt, 0], tm);
      }
    }
  }
  return out;
}
