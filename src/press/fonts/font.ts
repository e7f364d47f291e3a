/** A font of the file: which glyphs it shows, what text they stand for, and how it is embedded. */
import { createHash } from 'node:crypto';
import { embeddingOf, type FontId } from '../../core/font/index.ts';
import { PressError } from '../errors.ts';
import type { Pdf, Ref } from '../pdf/document.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { type ShownGlyph, subsetFont } from './subset.ts';
import { toUnicode } from './tounicode.ts';

/** What a glyph with no text of its own stands for: a code must stand for something, and this is nothing to the eye. */
const NOTHING = '\u200B';

/** A font file holds so many glyphs, and these beside them: .notdef, and whatever composites are made of. */
const MOST_CODES = 0xf000;

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
  /** What code `i + 1` shows, which text it stands for, and its advance in thousandths of an em. */
  private readonly shown: ShownGlyph[] = [];
  private readonly texts: string[] = [];
  private readonly widths: number[] = [];
  /** Codes of glyphs in their own form, standing for their first text. */
  private readonly plain = new Map<number, number>();
  /** Codes of other forms and other texts. */
  private readonly others = new Map<string, number>();
  private readonly ownWidths = new Map<number, number>();

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

  /** Advance of a glyph in its own form, in thousandths of an em. */
  ownWidth(glyph: number): number {
    let width = this.ownWidths.get(glyph);
    if (width === undefined) {
      width = this.sfnt.width(glyph);
      this.ownWidths.set(glyph, width);
    }
    return width;
  }

  /** Advance of a code in thousandths of an em, exactly as the file will say. */
  width(code: number): number {
    return this.widths[code - 1] as number;
  }

  /** Left and right end of a glyph's ink in thousandths of an em; null for a blank. */
  ink(glyph: number): readonly [left: number, right: number] | null {
    return this.sfnt.ink(glyph);
  }

  /** The code that shows a glyph and stands for a text: codes are given in the order in which they are asked for. */
  code(glyph: number, text: string, form: Form | null = null): number {
    const said = text || NOTHING;
    if (!form) {
      const code = this.plain.get(glyph);
      if (code === undefined) return this.plainCode(glyph, said);
      if (this.texts[code - 1] === said) return code;
    }
    const { dx, width } = form ?? { dx: 0, width: this.ownWidth(glyph) };
    const key = `${glyph} ${dx} ${width} ${said}`;
    let code = this.others.get(key);
    if (code === undefined) {
      // No room for another code: the glyph is right, its text may not be.
      if (this.shown.length >= MOST_CODES) return this.plain.get(glyph) ?? 0;
      const units = this.units(width);
      code = this.give({ glyph, moved: { dx: this.units(dx), width: units } }, said, this.milli(units));
      this.others.set(key, code);
    }
    return code;
  }

  private plainCode(glyph: number, said: string): number {
    const code = this.give({ glyph, moved: null }, said, this.ownWidth(glyph));
    this.plain.set(glyph, code);
    return code;
  }

  private give(glyph: ShownGlyph, text: string, width: number): number {
    this.texts.push(text);
    this.widths.push(width);
    return this.shown.push(glyph);
  }

  private milli(units: number): number {
    return Math.round((units * 1e6) / this.sfnt.unitsPerEm) / 1000;
  }

  private units(milli: number): number {
    return Math.round((milli * this.sfnt.unitsPerEm) / 1000);
  }

  /** Writes the font into the file. Nothing may be shown afterwards. */
  embed(pdf: Pdf): void {
    const program = this.program();
    const name = `${prefix(this.id, this.shown)}+${this.sfnt.postScriptName}`;
    const file = pdf.dense({ Length1: program.length }, program);
    const descriptor = pdf.ref(this.descriptor(name, file));
    descriptor.end();
    const descendant = pdf.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: this.widthRuns(),
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const unicode = pdf.ref();
    unicode.end(Buffer.from(toUnicode(this.texts.map((text, i) => [i + 1, text])), 'latin1'));
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

  private program(): Uint8Array {
    try {
      return subsetFont(this.bytes, this.shown);
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
  private widthRuns(): unknown[] {
    const runs: unknown[] = [];
    let run: number[] | null = null;
    for (const [i, width] of this.widths.entries()) {
      if (width === 1000) {
        run = null;
        continue;
      }
      if (!run) {
        run = [];
        runs.push(i + 1, run);
      }
      run.push(width);
    }
    return runs;
  }
}

/** The six letters of a subset's name, made from what it holds. */
function prefix(id: FontId, shown: readonly ShownGlyph[]): string {
  const forms = shown.flatMap(({ glyph, moved }) => (moved ? [glyph, moved.dx, moved.width] : [glyph]));
  const digest = createHash('sha256').update(id).update(Int32Array.from(forms)).digest();
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
