/** A Scene as SVG: glyphs as outlines, so that what rasterises it needs no font and cannot choose another. */
import type { Faces } from '../core/font/index.ts';
import {
  emptyBox,
  type Fill,
  type GlyphRun,
  type Part,
  type PictureItem,
  placePicture,
  type Rule,
  type Scene,
  screenHex,
} from '../core/scene/index.ts';
import { HAIRLINE_PT } from './options.ts';
import { num } from './pdf/objects.ts';

/** A picture as it is put into the SVG: the shown part only, as a data URI. */
export type PictureSource = (item: PictureItem) => string | null;

/** Each glyph's outline once, in font units with y upwards; a glyph is placed by reference. */
class Outlines {
  private readonly names = new Map<string, string | null>();
  private readonly faces: Faces;
  definitions = '';

  constructor(faces: Faces) {
    this.faces = faces;
  }

  /** The id to refer to, or null for a glyph without ink. */
  name(font: string, glyph: number): string | null {
    const key = `${font} ${glyph}`;
    let name = this.names.get(key);
    if (name === undefined) {
      const path = this.faces.face(font).outline(glyph);
      name = path ? `g${this.names.size}` : null;
      this.names.set(key, name);
      if (name) this.definitions += `<path id="${name}" d="${path}"/>\n`;
    }
    return name;
  }

  unitsPerEm(font: string): number {
    return this.faces.face(font).unitsPerEm;
  }
}

/** Glyph positions inside the group are in font units, where a thousandth is far below a pixel. */
function runSvg(outlines: Outlines, part: Part, run: GlyphRun): string {
  const em = outlines.unitsPerEm(run.font);
  const up = run.sizePt / em;
  const along = up * run.scaleX;
  const upright = run.orientation === 'upright';
  const matrix = upright ? [along, 0, 0, -up] : [0, along, up, 0];
  let uses = '';
  for (let i = run.start; i < run.end; i++) {
    const name = outlines.name(run.font, part.glyphs.ids[i] as number);
    if (!name) continue;
    const x = part.glyphs.x[i] as number;
    const y = part.glyphs.y[i] as number;
    const [gx, gy] = upright ? [x / along, -y / up] : [y / along, x / up];
    uses += `<use href="#${name}" x="${num(gx)}" y="${num(gy)}"/>`;
  }
  if (!uses) return '';
  return `<g fill="${screenHex(run.colour)}" transform="matrix(${matrix.join(' ')} ${num(part.x)} ${num(part.y)})">${uses}</g>\n`;
}

const fillSvg = (f: Fill): string =>
  `<rect x="${num(f.x)}" y="${num(f.y)}" width="${num(f.width)}" height="${num(f.height)}" fill="${screenHex(f.colour)}"/>\n`;

function ruleSvg(r: Rule): string {
  const dash = r.dash.length > 0 ? ` stroke-dasharray="${r.dash.map(num).join(' ')}"` : '';
  const width = num(Math.max(r.widthPt, HAIRLINE_PT));
  return `<line x1="${num(r.x1)}" y1="${num(r.y1)}" x2="${num(r.x2)}" y2="${num(r.y2)}" stroke="${screenHex(r.colour)}" stroke-width="${width}"${dash}/>\n`;
}

function pictureSvg(item: PictureItem, sourceOf: PictureSource, clipId: string): string {
  const source = item.picture === null ? null : sourceOf(item);
  if (!source) {
    const marks = emptyBox(item.x, item.y, item.width, item.height);
    return marks.map((m) => (m.kind === 'fill' ? fillSvg(m) : ruleSvg(m))).join('');
  }
  const { matrix, clip } = placePicture(item);
  const image = `<image href="${source}" width="1" height="1" preserveAspectRatio="none" transform="matrix(${matrix.map((v) => Math.round(v * 1e6) / 1e6).join(' ')})"/>`;
  if (!clip) return `${image}\n`;
  const box = `<rect x="${num(item.x)}" y="${num(item.y)}" width="${num(item.width)}" height="${num(item.height)}"/>`;
  return `<clipPath id="${clipId}">${box}</clipPath><g clip-path="url(#${clipId})">${image}</g>\n`;
}

/** The page on white paper, to be rasterised at `ppi` pixels an inch; a last pixel that is only partly page is kept. */
export function svgOf(scene: Scene, faces: Faces, sourceOf: PictureSource, ppi: number): string {
  const pixels = (pt: number): number => Math.max(1, Math.ceil((pt * ppi) / 72 - 1e-6));
  const [widthPx, heightPx] = [pixels(scene.widthPt), pixels(scene.heightPt)];
  const outlines = new Outlines(faces);
  let body = '';
  scene.parts.forEach((part, p) => {
    let open = '';
    const close = (): void => {
      if (open) body += `<g transform="translate(${num(part.x)} ${num(part.y)})">\n${open}</g>\n`;
      open = '';
    };
    part.items.forEach((item, i) => {
      if (item.kind === 'glyphs') {
        close();
        body += runSvg(outlines, part, item);
      } else if (item.kind === 'fill') open += fillSvg(item);
      else if (item.kind === 'rule') open += ruleSvg(item);
      else open += pictureSvg(item, sourceOf, `c${p}-${i}`);
    });
    close();
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" ` +
    `viewBox="0 0 ${(widthPx * 72) / ppi} ${(heightPx * 72) / ppi}">\n<defs>\n${outlines.definitions}</defs>\n` +
    `<rect width="100%" height="100%" fill="#fff"/>\n${body}</svg>\n`
  );
}
