/**
 * Printer's marks outside the bleed (guide print.md §5): crop marks, register targets, a colour bar and the slug line.
 * Crop marks and targets stand on every plate. Coordinates are points from the trim's corner, y downwards.
 */
import { loadFace } from '../core/font/index.ts';
import { BLACK, type Colour, type GlyphPool, type GlyphRun, type Part, type Scene } from '../core/scene/index.ts';
import type { Marks } from './options.ts';
import type { Painter } from './painter.ts';
import { num } from './pdf/objects.ts';
import type { Sheet } from './sheet.ts';

/** Every plate at once: the colourant /All, with four solid inks where there are no plates. */
const REGISTRATION: Colour = { kind: 'spot', name: 'All', tint: 1, c: 1, m: 1, y: 1, k: 1 };

/** Distances outward from the bleed, in points; SLUG_PT is the room there is. */
const CROP = { from: 4, to: 21, widthPt: 0.25 };
const TARGET = { centre: 14, radius: 5, arm: 8, widthPt: 0.25 };
const BAR = { from: 6, patch: 15.6, least: 6 };
const SLUG = { baseline: 31, sizePt: 7, font: 'sans-400' };

const cmyk = (c: number, m: number, y: number, k: number): Colour => ({ kind: 'cmyk', c, m, y, k });

/** Solids, half tones, overprints of two, and a grey of three inks beside the black tint it should match. */
const PATCHES: readonly Colour[] = [
  cmyk(1, 0, 0, 0),
  cmyk(0, 1, 0, 0),
  cmyk(0, 0, 1, 0),
  cmyk(0, 0, 0, 1),
  cmyk(0.5, 0, 0, 0),
  cmyk(0, 0.5, 0, 0),
  cmyk(0, 0, 0.5, 0),
  cmyk(0, 0, 0, 0.5),
  cmyk(1, 1, 0, 0),
  cmyk(1, 0, 1, 0),
  cmyk(0, 1, 1, 0),
  cmyk(0.3, 0.24, 0.24, 0),
  cmyk(0, 0, 0, 0.3),
];

/** Draws the marks asked for. The slug is a part of its own, made by `slugPart`. */
export function drawMarks(painter: Painter, scene: Scene, sheet: Sheet, marks: Marks): void {
  if (marks.crop) cropMarks(painter, scene, sheet.bleedPt);
  if (marks.registration) targets(painter, scene, sheet.bleedPt);
  if (marks.colourBar) colourBar(painter, scene, sheet.bleedPt);
}

function cropMarks(painter: Painter, { widthPt, heightPt }: Scene, bleed: number): void {
  const line = (x1: number, y1: number, x2: number, y2: number): void =>
    painter.line({ kind: 'rule', x1, y1, x2, y2, widthPt: CROP.widthPt, colour: REGISTRATION, dash: [] });
  for (const x of [0, widthPt])
    for (const y of [0, heightPt]) {
      const [h, v] = [x === 0 ? -1 : 1, y === 0 ? -1 : 1];
      line(x + h * (bleed + CROP.from), y, x + h * (bleed + CROP.to), y);
      line(x, y + v * (bleed + CROP.from), x, y + v * (bleed + CROP.to));
    }
}

/** How far the handles of a cubic stand along a quarter of a circle of radius 1. */
const KAPPA = 0.5523;

function targets(painter: Painter, { widthPt, heightPt }: Scene, bleed: number): void {
  const out = bleed + TARGET.centre;
  const centres = [
    [widthPt / 2, -out],
    [widthPt / 2, heightPt + out],
    [-out, heightPt / 2],
    [widthPt + out, heightPt / 2],
  ] as const;
  const { radius: r, arm } = TARGET;
  for (const [x, y] of centres) {
    const at = (dx: number, dy: number): string => `${num(x + dx)} ${num(y + dy)}`;
    const k = r * KAPPA;
    const circle =
      `${at(r, 0)} m ${at(r, k)} ${at(k, r)} ${at(0, r)} c ${at(-k, r)} ${at(-r, k)} ${at(-r, 0)} c ` +
      `${at(-r, -k)} ${at(-k, -r)} ${at(0, -r)} c ${at(k, -r)} ${at(r, -k)} ${at(r, 0)} c`;
    painter.path(`${circle} ${at(-arm, 0)} m ${at(arm, 0)} l ${at(0, -arm)} m ${at(0, arm)} l`, REGISTRATION, TARGET.widthPt);
  }
}

/** In the right half of the foot, beside the target; the page's spot colours follow the process inks. */
function colourBar(painter: Painter, scene: Scene, bleed: number): void {
  const patches = [...PATCHES, ...spotsOf(scene)];
  const from = scene.widthPt / 2 + 20;
  const size = Math.min(BAR.patch, (scene.widthPt - from - 4) / patches.length);
  if (size < BAR.least) return;
  const y = scene.heightPt + bleed + BAR.from;
  patches.forEach((colour, i) => {
    painter.rectangle({ kind: 'fill', x: from + i * size, y, width: size, height: BAR.patch, colour });
  });
}

/** The spot colours of a page, each solid, in order of first appearance. */
export function spotsOf(scene: Scene): Extract<Colour, { kind: 'spot' }>[] {
  const found = new Map<string, Extract<Colour, { kind: 'spot' }>>();
  for (const part of scene.parts)
    for (const item of part.items)
      if (item.kind !== 'picture' && item.colour.kind === 'spot' && !found.has(item.colour.name))
        found.set(item.colour.name, { ...item.colour, tint: 1 });
  return [...found.values()];
}

/** The slug line above the page as a part, to be drawn like any other. `bytesOf` gives the face it is set in. */
export function slugPart(text: string, sheet: Sheet, bytesOf: (font: string) => Uint8Array): Part {
  const shaped = loadFace(SLUG.font, bytesOf(SLUG.font)).shape(text, { language: 'zh-Hans' });
  const n = shaped.ids.length;
  const glyphs: GlyphPool = { ids: shaped.ids, cluster: shaped.clusters, x: new Float32Array(n), y: new Float32Array(n) };
  let pen = 0;
  for (let i = 0; i < n; i++) {
    glyphs.x[i] = pen + (shaped.dx[i] as number) * SLUG.sizePt;
    glyphs.y[i] = -(shaped.dy[i] as number) * SLUG.sizePt;
    pen += (shaped.advances[i] as number) * SLUG.sizePt;
  }
  const run: GlyphRun = {
    kind: 'glyphs',
    font: SLUG.font,
    sizePt: SLUG.sizePt,
    scaleX: 1,
    colour: BLACK,
    orientation: 'upright',
    start: 0,
    end: n,
    text,
    source: null,
  };
  const y = -(sheet.bleedPt + SLUG.baseline);
  return { frame: '', article: null, story: null, role: 'folio', x: 0, y, width: pen, height: 0, items: [run], glyphs, slots: 0, used: 0 };
}
