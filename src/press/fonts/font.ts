/** A font of the file: which glyphs it shows, what text they stand for, and how it is embedded. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { FontId } from '../../core/font/index.ts';
import { PressError } from '../errors.ts';
import type { Pdf, Ref } from '../pdf/document.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import { subsetFont } from './subset.ts';
import { toUnicode } from './tounicode.ts';

/** What a glyph with no text of its own stands for: a code must stand for something, and this is nothing to the eye. */
const NOTHING = '\u200B';

/** Flags of a font descriptor (ISO 32000-1 table 123). */
const SERIF = 2;
const SYMBOLIC = 4;
const ITALIC = 64;

export class PressFont {
  readonly id: FontId;
  /** The name in the resources of a page. */
  readonly name: string;
  readonly ref: Ref;
  private readonly bytes: Uint8Array;
  private readonly sfnt: Sfnt;
  private readonly shown = new Set<number>();
  private readonly texts = new Map<number, string>();
  private readonly widths = new Map<number, number>();

  constructor(id: FontId, name: string, bytes: Uint8Array, ref: Ref) {
    this.id = id;
    this.name = name;
    this.bytes = bytes;
    this.ref = ref;
    try {
      this.sfnt = readSfnt(bytes);
    } catch (cause) {
      throw new PressError('font', `Font ${id} cannot be read: ${(cause as Error).message}.`);
    }
    if (!this.sfnt.trueType) throw new PressError('font', `Font ${id} has PostScript outlines; only TrueType fonts can be embedded.`);
  }

  /** Advance of a glyph in thousandths of an em, exactly as the file will say. */
  width(glyph: number): number {
    let width = this.widths.get(glyph);
    if (width === undefined) {
      width = this.sfnt.width(glyph);
      this.widths.set(glyph, width);
    }
    return width;
  }

  /**
   * Notes that a glyph is shown for a text. True where its code says so by itself; false where the code already stands
   * for another text, and the place needs an ActualText.
   */
  show(glyph: number, text: string): boolean {
    this.shown.add(glyph);
    const known = this.texts.get(glyph);
    if (known === undefined && text !== '') {
      this.texts.set(glyph, text);
      return true;
    }
    return known === text;
  }

  /** Notes that a glyph is shown where an ActualText speaks for it. */
  hide(glyph: number): void {
    this.shown.add(glyph);
  }

  /** Writes the font into the file. Nothing may be shown afterwards. */
  embed(pdf: Pdf): void {
    const glyphs = [...this.shown].sort((a, b) => a - b);
    let program: Uint8Array;
    try {
      program = subsetFont(this.bytes, glyphs);
    } catch (cause) {
      throw new PressError('font', `Font ${this.id} cannot be embedded: ${(cause as Error).message}.`);
    }
    const name = `${prefix(this.id, glyphs)}+${this.sfnt.postScriptName}`;
    const file = pdf.deflated({ Length1: program.length }, deflateSync(program));
    const descriptor = pdf.ref(this.descriptor(name, file));
    descriptor.end();
    const descendant = pdf.ref({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: this.widthRuns(glyphs),
      CIDToGIDMap: 'Identity',
    });
    descendant.end();
    const unicode = pdf.ref();
    unicode.end(Buffer.from(toUnicode(glyphs.map((g) => [g, this.texts.get(g) ?? NOTHING])), 'latin1'));
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
  private widthRuns(glyphs: readonly number[]): unknown[] {
    const runs: unknown[] = [];
    let run: number[] | null = null;
    let next = -1;
    for (const glyph of glyphs) {
      const width = this.width(glyph);
      if (width === 1000) continue;
      if (!run || glyph !== next) {
        run = [];
        runs.push(glyph, run);
      }
      run.push(width);
      next = glyph + 1;
    }
    return runs;
  }
}

/** The six letters of a subset's name, made from what it holds. */
function prefix(id: FontId, glyphs: readonly number[]): string {
  const digest = createHash('sha256').update(id).update(Uint16Array.from(glyphs)).digest();
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
        throw new PressError('font', `Font ${id} is not installed, so the page cannot be printed with it.`);
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
