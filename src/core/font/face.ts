/** A typeface as Banxin sees it. The only folder that knows HarfBuzz; everything above works with glyph ids and em. */
import { Blob, Buffer, Direction, Feature, Font, Face as HbFace, shape } from 'harfbuzzjs';
import type { FontId } from './id.ts';
import { keptOutlines } from './kept-outlines.ts';

/** Glyphs in visual order along the line. Lengths in em (1 = the type size). */
export interface Shaped {
  readonly ids: Uint16Array;
  /** For each glyph the offset in the text given of the first character it stands for. */
  readonly clusters: Uint16Array;
  /** Along the line: to the right when horizontal, downwards when vertical. */
  readonly advances: Float64Array;
  /** From the pen to the glyph's origin: x to the right, y upwards. */
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

export interface ShapeOptions {
  readonly language: string;
  readonly vertical?: boolean;
  /** OpenType features as `vert`, `-kern`, `hwid=1`. */
  readonly features?: readonly string[];
}

export interface Face {
  readonly id: FontId;
  readonly unitsPerEm: number;
  /** The glyph of a code point, 0 where the face has none. */
  glyph(codePoint: number): number;
  /** Horizontal advance in em. */
  advance(glyph: number): number;
  shape(text: string, options: ShapeOptions): Shaped;
  /** The outline as SVG path data in font units, y upwards; empty for a blank. */
  outline(glyph: number): string;
  /** Ink box in em from the glyph's origin, y upwards; null for a blank. */
  ink(glyph: number): { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number } | null;
  /** Height of capitals in em, for drop caps and centring. */
  readonly capHeight: number;
}

function shapeWith(font: Font, upem: number, text: string, options: ShapeOptions): Shaped {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  // Marks and dashes belong to no script of their own: without this the face's Chinese forms are not found.
  if (options.language.startsWith('zh')) buffer.setScript('Hani');
  buffer.setDirection(options.vertical ? Direction.TTB : Direction.LTR);
  buffer.setLanguage(options.language);
  shape(
    font,
    buffer,
    (options.features ?? []).flatMap((f) => Feature.fromString(f) ?? []),
  );
  const infos = buffer.getGlyphInfosAndPositions();
  const n = infos.length;
  const out = {
    ids: new Uint16Array(n),
    clusters: new Uint16Array(n),
    advances: new Float64Array(n),
    dx: new Float64Array(n),
    dy: new Float64Array(n),
  };
  infos.forEach((g, i) => {
    out.ids[i] = g.codepoint;
    out.clusters[i] = g.cluster;
    out.advances[i] = (options.vertical ? -(g.yAdvance ?? 0) : (g.xAdvance ?? 0)) / upem;
    out.dx[i] = (g.xOffset ?? 0) / upem;
    out.dy[i] = (g.yOffset ?? 0) / upem;
  });
  return out;
}

/** True for one ideograph of the main and extension A blocks. */
function isIdeograph(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf));
}

/**
 * One ideograph of simplified Chinese, horizontally: the face's own glyph at its own width. Shaping would give the same
 * (a test holds this over GB 2312 for every face that ships), at forty times the cost, and a page has two thousand.
 */
const ideograph = (id: number, advance: number): Shaped => ({
  ids: Uint16Array.of(id),
  clusters: new Uint16Array(1),
  advances: Float64Array.of(advance),
  dx: new Float64Array(1),
  dy: new Float64Array(1),
});

/**
 * Read a TrueType or OpenType file. Throws where the bytes are no font.
 * @param whole gives the whole file, where `bytes` hold the outlines of common glyphs alone; called when another is asked for
 */
export function loadFace(id: FontId, bytes: Uint8Array, whole?: () => Uint8Array): Face {
  const hbFace = new HbFace(new Blob(bytes));
  const upem = hbFace.upem;
  const font = new Font(hbFace);
  const kept = whole ? keptOutlines(bytes) : null;
  let complete: Font | null = null;
  /** Where a glyph's outline is read. Everything else is the same in both files. */
  const drawn = (glyph: number): Font => {
    if (!whole || !kept || (kept[glyph >> 3] ?? 0xff) & (1 << (glyph & 7))) return font;
    complete ??= new Font(new HbFace(new Blob(whole())));
    return complete;
  };
  if (!font.glyph(0x20) && !font.glyph(0x4e00)) throw new Error(`Font ${id} has no readable characters.`);
  const advances = new Map<number, number>();
  const glyphs = new Map<number, number>();
  const remembered = (map: Map<number, number>, key: number, make: () => number): number => {
    let value = map.get(key);
    if (value === undefined) {
      value = make();
      map.set(key, value);
    }
    return value;
  };
  const ink = (glyph: number): { x0: number; y0: number; x1: number; y1: number } | null => {
    const e = drawn(glyph).glyphExtents(glyph);
    if (!e || (e.width === 0 && e.height === 0)) return null;
    return { x0: e.xBearing / upem, x1: (e.xBearing + e.width) / upem, y1: e.yBearing / upem, y0: (e.yBearing + e.height) / upem };
  };
  const glyphOf = (cp: number): number => remembered(glyphs, cp, () => font.glyph(cp) ?? 0);
  const advanceOf = (g: number): number => remembered(advances, g, () => font.glyphHAdvance(g) / upem);
  const capital = font.glyph(0x48);
  return {
    id,
    unitsPerEm: upem,
    glyph: glyphOf,
    advance: advanceOf,
    shape: (text, options) => {
      const glyph =
        options.language === 'zh-Hans' && !options.vertical && !options.features && isIdeograph(text) ? glyphOf(text.charCodeAt(0)) : 0;
      return glyph ? ideograph(glyph, advanceOf(glyph)) : shapeWith(font, upem, text, options);
    },
    outline: (glyph) => drawn(glyph).glyphToPath(glyph),
    ink,
    capHeight: (capital ? ink(capital)?.y1 : null) ?? 0.7,
  };
}
