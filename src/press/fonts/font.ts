/** A font of the file: which glyphs it shows, what text they stand for, and how it is embedded. */
import { createHash } from 'node:crypto';
import { embeddingOf, type FontId } from '../../core/font/index.ts';
import { PressError } from '../errors.ts';
import { deflated } from '../pdf/deflate.ts';
import type { Pdf, Ref } from '../pdf/document.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { type ExtraGlyph, subsetFont } from './subset.ts';
import { toUnicode } from './tounicode.ts';

/** What a glyph with no text of its own stands for: a code must stand for something, and this is nothing to the eye. */
const NOTHING = '\u200B';

/** Flags of a font descriptor (ISO 32000-1 table 123). */
const SERIF = 2;
const SYMBOLIC = 4;
const ITALIC = 64;

/** A glyph as it is shown somewhere: moved and with another advance than its own where a mark is compressed. In thousandths of an em. */
export interface Form {
  readonly dx: number;
  readonly width: number;
}

export class PressFont {
  readonly id: FontId;
  /** The name in the resources of a page. */
  readonly name: string;
  readonly ref: Ref;
  private readonly bytes: Uint8Array;
  private readonly sfnt: Sfnt;
  /** What each code stands for. Codes below the font's number of glyphs are glyph ids. */
  private readonly texts = new Map<number, string>();
  private readonly widths = new Map<number, number>();
  private readonly extras: ExtraGlyph[] = [];
  private readonly extraCodes = new Map<string, number>();

  constructor(id: FontId, name: string, bytes: Uint8Array, ref: Ref) {
    this.id = id;
    this.name = name;
    this.bytes = bytes;
    this.ref = ref;
    try {
      this.sfnt = readSfnt(bytes);
    } catch (cause) {
      throw new PressError('font-damaged', { font: id, why: (cause as Error).message });
    }
    if (embeddingOf(bytes) !== 'free') throw new PressError('font-licence', { font: id });
    if (!this.sfnt.trueType) throw new PressError('font-postscript', { font: id });
  }

  /** Advance of a code in thousandths of an em, exactly as the file will say. */
  width(code: number): number {
    let width = this.widths.get(code);
    if (width === undefined) {
      width = this.sfnt.width(code);
      this.widths.set(code, width);
    }
    return width;
  }

  /** Left and right end of a glyph's ink in thousandths of an em; null for a blank. */
  ink(glyph: number): readonly [left: number, right: number] | null {
    return this.sfnt.ink(glyph);
  }

  /**
   * The code that shows a glyph and stands for a text. The first text of a glyph in its own form has the glyph's id for
   * a code; another text or form gets a code of its own.
   */
  code(glyph: number, text: string, form: Form | null = null): number {
    const said = text || NOTHING;
    if (!form) {
      const known = this.texts.get(glyph);
      if (known === undefined) this.texts.set(glyph, said);
      if (known === undefined || known === said) return glyph;
    }
    const { dx, width } = form ?? { dx: 0, width: this.width(glyph) };
    const key = `${glyph} ${dx} ${width} ${said}`;
    let code = this.extraCodes.get(key);
    if (code === undefined) {
      code = this.sfnt.glyphCount + this.extras.length;
      if (code > 0xffff) return glyph; // no room for another code: the glyph is right, its text may not be
      this.extraCodes.set(key, code);
      this.extras.push({ glyph, dx: this.units(dx), width: this.units(width) });
      this.texts.set(code, said);
      this.widths.set(code, Math.round((this.units(width) * 1e6) / this.sfnt.unitsPerEm) / 1000);
    }
    return code;
  }

  private units(milli: number): number {
    return Math.round((milli * this.sfnt.unitsPerEm) / 1000);
  }

  /** Writes the font into the file. Nothing may be shown afterwards. */
  embed(pdf: Pdf): void {
    const codes = [...this.texts.keys()].sort((a, b) => a - b);
    const program = this.program(codes);
    const name = `${prefix(this.id, codes)}+${this.sfnt.postScriptName}`;
    const file = pdf.deflated({ Length1: program.length }, deflated(program, 'dense'));
    const descriptor = pdf.ref(this.descriptor(name, file));
    descriptor.end();
    const descendant = pdf.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: this.widthRuns(codes),
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const unicode = pdf.ref();
    unicode.end(Buffer.from(toUnicode(codes.map((c) => [c, this.texts.get(c) as string])), 'latin1'));
    Object.assign(this.ref.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
    this.ref.end();
  }

  /** The font file: the glyphs shown, and after them the forms made of them. */
  private program(codes: readonly number[]): Uint8Array {
    const own = codes.filter((code) => code < this.sfnt.glyphCount);
    try {
      return subsetFont(this.bytes, own, this.extras);
    } catch (cause) {
      throw new PressError('font-damaged', { font: this.id, why: (cause as Error).message });
    }
  }

  private descriptor(name: string, file: Ref): Record<string, unknown> {
    const { box, ascent, descent, capHeight, italicAngle, weight, serif } = this.sfnt;
    return {
      Type: 'FontDescriptor',
      FontName: name,
      Flags: SYMBOLIC | (serif ? SERIF : 0) | (italicAngle ? ITALIC : 0),
      FontBBox: box,
      ItalicAngle: italicAngle,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capHeight,
      StemV: Math.round(10 + 220 * ((weight - 50) / 900)), // Adobe's usual estimate from the weight; only used for substitution
      FontFile2: file,
    };
  }

  /** The W array: runs of neighbouring codes; a full-width glyph is the default and left out. */
  private widthRuns(codes: readonly number[]): unknown[] {
    const runs: unknown[] = [];
    let run: number[] | null = null;
    let next = -1;
    for (const code of codes) {
      const width = this.width(code);
      if (width === 1000) continue;
      if (!run || code !== next) {
        run = [];
        runs.push(code, run);
      }
      run.push(width);
      next = code + 1;
    }
    return runs;
  }
}

/** The six letters of a subset's name, made from what it holds. */
function prefix(id: FontId, codes: readonly number[]): string {
  const digest = createHash('sha256').update(id).update(Uint16Array.from(codes)).digest();
  return Array.from(digest.subarray(0, 6), (b) => String.fromCharCode(65 + (b % 26))).join('');
}

/** The fonts of one file, made as they are first used. */
export class PressFonts {
  private readonly fonts = new Map<FontId, PressFont>();
  private readonly pdf: Pdf;
  private readonly bytesOf: (id: FontId) => Uint8Array;

  constructor(pdf: Pdf, bytesOf: (id: FontId) => Uint8Array) {
    this.pdf = pdf;
    this.bytesOf = bytesOf;
  }

  get(id: FontId): PressFont {
    let font = this.fonts.get(id);
    if (!font) {
      let bytes: Uint8Array;
      try {
        bytes = this.bytesOf(id);
      } catch {
        throw new PressError('font-missing', { font: id });
      }
      font = new PressFont(id, `F${this.fonts.size + 1}`, bytes, this.pdf.ref());
      this.fonts.set(id, font);
    }
    return font;
  }

  embed(): void {
    for (const font of this.fonts.values()) font.embed(this.pdf);
  }
}
