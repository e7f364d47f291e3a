/** What stands over the page while it is made: grid, frame edges, selection, handles, guides. Never printed. */
import { columnPt, columnX, type Grid, type PageFormat, type Rect, typeArea } from '../../core/measure/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import { type Camera, rectToView, type Size, toView } from './camera.ts';
import type { Context } from './surface.ts';

export interface OverlayColours {
  readonly accent: string;
  readonly grid: string;
  readonly edge: string;
  readonly guide: string;
  readonly bad: string;
  readonly locked: string;
  readonly shadow: string;
}

export interface OverlayPicture {
  readonly camera: Camera;
  readonly view: Size;
  readonly format: PageFormat;
  readonly grid: Grid;
  /** The frames whose edges are shown, in points of the page. */
  readonly edges: readonly Rect[];
  /** The last frames of threads that have more text than room. */
  readonly overset: readonly Rect[];
  readonly aids: {
    readonly columns: boolean;
    readonly lines: boolean;
    readonly cells: boolean;
    readonly preview: boolean;
  };
  /** Selected boxes in points of the page, each an article's or a frame's. */
  readonly selected: readonly { readonly rect: Rect; readonly locked: boolean; readonly within: readonly Rect[] }[];
  /** Handles in view pixels. */
  readonly handles: readonly { readonly x: number; readonly y: number }[];
  readonly hover: Rect | null;
  readonly box: Rect | null;
  readonly boxKind: 'marquee' | 'place' | 'blocked';
  readonly guides: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Guides of the page itself. */
  readonly pageGuides: { readonly x: readonly number[]; readonly y: readonly number[] } | null;
  /** Lines between two points of the page: equal whites, a distance measured. */
  readonly gaps: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
  /** The focus of the picture whose content is selected, in points of the page. */
  readonly focus: { readonly x: number; readonly y: number } | null;
  readonly colours: OverlayColours;
}

/** What the window asks to be shown over a page. Where the page's frames stand, the page itself says. */
export interface OverlayAsked extends Omit<OverlayPicture, 'edges' | 'overset'> {
  /** Whether frames' edges are shown. */
  readonly edges: boolean;
}

/** The places of parts alone: their glyphs are none of the overlay's business. */
const placesOf = (scene: Scene | null, wanted: (part: Part) => boolean): Rect[] =>
  scene?.parts.flatMap((part) => (wanted(part) ? [{ x: part.x, y: part.y, width: part.width, height: part.height }] : [])) ?? [];

/** What was asked for, over a page as it is composed; null where it is still to come. */
export const overlayOn = (scene: Scene | null, asked: OverlayAsked): OverlayPicture => ({
  ...asked,
  edges: asked.edges ? placesOf(scene, (part) => part.role !== 'folio') : [],
  overset: placesOf(scene, (part) => scene?.overset.some((o) => o.frame === part.frame) === true),
});

/** View pixels between two lines of the grid below which they would be a tint and are left out. */
const LINES_FROM_PX = 7;
const CELLS_FROM_PX = 14;
const HANDLE = 3.5;

const crisp = (v: number): number => Math.round(v) + 0.5;

function strokeRect(ctx: Context, r: Rect): void {
  ctx.strokeRect(crisp(r.x), crisp(r.y), Math.round(r.x + r.width) - Math.round(r.x) - 1, Math.round(r.y + r.height) - Math.round(r.y) - 1);
}

/** The part of a rectangle that can be seen; lines are not drawn far beyond the view. */
function visible(r: Rect, view: Size): Rect {
  const x = Math.max(r.x, -2);
  const y = Math.max(r.y, -2);
  return { x, y, width: Math.min(r.x + r.width, view.width + 2) - x, height: Math.min(r.y + r.height, view.height + 2) - y };
}

/** Aids are paler where the page is small: there they would be stronger than the type. */
const faint = (c: Camera): number => Math.min(1, 0.35 + c.scale * 0.35);

function drawColumns(ctx: Context, p: OverlayPicture, area: Rect): void {
  ctx.strokeStyle = p.colours.grid;
  ctx.globalAlpha = faint(p.camera) * 0.6;
  ctx.beginPath();
  for (let c = 0; c < p.grid.columns; c++) {
    const left = p.format.leftPt + columnX(p.grid, c);
    for (const x of [left, left + columnPt(p.grid)]) {
      const vx = crisp((x - p.camera.x) * p.camera.scale);
      ctx.moveTo(vx, area.y);
      ctx.lineTo(vx, area.y + area.height);
    }
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

/** Lines of the grid, each tenth stronger; they fade in as they come apart. */
function drawLines(ctx: Context, p: OverlayPicture, area: Rect): void {
  const pitch = p.grid.linePitchPt * p.camera.scale;
  if (pitch < LINES_FROM_PX) return;
  const top = (p.format.topPt - p.camera.y) * p.camera.scale;
  const first = Math.max(0, Math.floor(-top / pitch));
  const last = Math.min(p.grid.lines, Math.ceil((p.view.height - top) / pitch));
  ctx.strokeStyle = p.colours.grid;
  const fade = Math.min(1, (pitch - LINES_FROM_PX) / 6 + 0.25);
  for (const strong of [false, true]) {
    ctx.globalAlpha = fade * (strong ? 0.5 : 0.22);
    ctx.beginPath();
    for (let i = first; i <= last; i++) {
      if ((i % 10 === 0) !== strong) continue;
      const y = crisp(top + i * pitch);
      ctx.moveTo(area.x, y);
      ctx.lineTo(area.x + area.width, y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** 字格: one cell for each character of body size. */
function drawCells(ctx: Context, p: OverlayPicture, area: Rect): void {
  const em = p.grid.bodyPt * p.camera.scale;
  if (em < CELLS_FROM_PX) return;
  ctx.strokeStyle = p.colours.grid;
  ctx.globalAlpha = 0.2;
  ctx.beginPath();
  for (let c = 0; c < p.grid.columns; c++) {
    const left = (p.format.leftPt + columnX(p.grid, c) - p.camera.x) * p.camera.scale;
    for (let i = 1; i < p.grid.charsPerColumn; i++) {
      const x = left + i * em;
      if (x < 0 || x > p.view.width) continue;
      ctx.moveTo(crisp(x), area.y);
      ctx.lineTo(crisp(x), area.y + area.height);
    }
  }
  ctx.stroke();
  ctx.globalAlpha = 1;
}

function drawAids(ctx: Context, p: OverlayPicture): void {
  const area = visible(rectToView(p.camera, typeArea(p.format, p.grid)), p.view);
  if (area.width > 0 && area.height > 0) {
    if (p.aids.lines) drawLines(ctx, p, area);
    if (p.aids.cells) drawCells(ctx, p, area);
    if (p.aids.columns) drawColumns(ctx, p, area);
  }
  ctx.strokeStyle = p.colours.edge;
  ctx.globalAlpha = faint(p.camera) * 0.55;
  for (const edge of p.edges) strokeRect(ctx, rectToView(p.camera, edge));
  ctx.globalAlpha = 1;
}

function drawSelection(ctx: Context, p: OverlayPicture): void {
  for (const s of p.selected) {
    ctx.strokeStyle = s.locked ? p.colours.locked : p.colours.accent;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 2]);
    ctx.globalAlpha = 0.7;
    for (const r of s.within) strokeRect(ctx, rectToView(p.camera, r));
    ctx.setLineDash([]);
    ctx.globalAlpha = 1;
    ctx.lineWidth = 1.5;
    const r = rectToView(p.camera, s.rect);
    ctx.strokeRect(Math.round(r.x) + 0.25, Math.round(r.y) + 0.25, Math.round(r.width) - 0.5, Math.round(r.height) - 0.5);
  }
  ctx.lineWidth = 1;
  for (const h of p.handles) {
    ctx.fillStyle = '#fff';
    ctx.strokeStyle = p.colours.accent;
    ctx.beginPath();
    ctx.rect(Math.round(h.x) - HANDLE, Math.round(h.y) - HANDLE, 2 * HANDLE, 2 * HANDLE);
    ctx.fill();
    ctx.stroke();
  }
}

function drawBox(ctx: Context, p: OverlayPicture): void {
  if (!p.box) return;
  const r = rectToView(p.camera, p.box);
  ctx.fillStyle = ctx.strokeStyle = p.boxKind === 'blocked' ? p.colours.bad : p.colours.accent;
  ctx.globalAlpha = 0.1;
  ctx.fillRect(r.x, r.y, r.width, r.height);
  ctx.globalAlpha = 1;
  if (p.boxKind !== 'marquee') ctx.setLineDash([5, 3]);
  strokeRect(ctx, r);
  ctx.setLineDash([]);
}

function drawGuides(ctx: Context, p: OverlayPicture, guides: OverlayPicture['guides'], colour: string): void {
  ctx.strokeStyle = colour;
  ctx.beginPath();
  for (const x of guides.x) {
    const v = crisp(toView(p.camera, { x, y: 0 }).x);
    ctx.moveTo(v, 0);
    ctx.lineTo(v, p.view.height);
  }
  for (const y of guides.y) {
    const v = crisp(toView(p.camera, { x: 0, y }).y);
    ctx.moveTo(0, v);
    ctx.lineTo(p.view.width, v);
  }
  ctx.stroke();
}

/** A line with a bar at each end, as in a drawing with measures. */
function drawGaps(ctx: Context, p: OverlayPicture): void {
  ctx.strokeStyle = p.colours.guide;
  ctx.beginPath();
  for (const g of p.gaps) {
    const [a, b] = [toView(p.camera, { x: g.x1, y: g.y1 }), toView(p.camera, { x: g.x2, y: g.y2 })];
    const length = Math.max(1, Math.hypot(b.x - a.x, b.y - a.y));
    const [nx, ny] = [((b.y - a.y) / length) * 4, ((a.x - b.x) / length) * 4];
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    for (const e of [a, b]) {
      ctx.moveTo(e.x - nx, e.y - ny);
      ctx.lineTo(e.x + nx, e.y + ny);
    }
  }
  ctx.stroke();
}

/** Where the eye should fall: a ring with a cross, white under it so that it is seen on any picture. */
function drawFocus(ctx: Context, p: OverlayPicture): void {
  if (!p.focus) return;
  const { x, y } = toView(p.camera, p.focus);
  for (const [colour, width] of [
    ['#fff', 4],
    [p.colours.accent, 1.5],
  ] as const) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.arc(x, y, 8, 0, 2 * Math.PI);
    ctx.moveTo(x - 12, y);
    ctx.lineTo(x - 4, y);
    ctx.moveTo(x + 4, y);
    ctx.lineTo(x + 12, y);
    ctx.moveTo(x, y - 12);
    ctx.lineTo(x, y - 4);
    ctx.moveTo(x, y + 4);
    ctx.lineTo(x, y + 12);
    ctx.stroke();
  }
  ctx.lineWidth = 1;
}

/** Overset ends in red: the lower edge of the last frame of the thread. */
function drawOverset(ctx: Context, p: OverlayPicture): void {
  ctx.fillStyle = p.colours.bad;
  for (const over of p.overset) {
    const r = rectToView(p.camera, over);
    ctx.fillRect(Math.round(r.x), Math.round(r.y + r.height) - 1, Math.round(r.width), 2);
  }
}

/** Draw everything anew; the canvas is transparent where nothing stands. */
export function drawOverlay(ctx: Context, p: OverlayPicture, pixelRatio: number): void {
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.clearRect(0, 0, p.view.width, p.view.height);
  ctx.lineWidth = 1;
  if (!p.aids.preview) {
    drawAids(ctx, p);
    if (p.pageGuides) drawGuides(ctx, p, p.pageGuides, p.colours.grid);
    drawOverset(ctx, p);
  }
  if (p.hover && !p.aids.preview) {
    ctx.strokeStyle = p.colours.accent;
    ctx.globalAlpha = 0.65;
    strokeRect(ctx, rectToView(p.camera, p.hover));
    ctx.globalAlpha = 1;
  }
  drawSelection(ctx, p);
  drawBox(ctx, p);
  drawGuides(ctx, p, p.guides, p.colours.guide);
  drawGaps(ctx, p);
  drawFocus(ctx, p);
}
