/**
 * The page's pixels, kept on the visible canvases themselves: panning moves them, zooming scales them until they are drawn sharp
 * again, and a change repaints only what it touched. All painting is done in slices, so that no frame waits for it.
 */
import { type Rect, union } from '../../core/measure/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import { Bands } from './bands.ts';
import type { Camera, Point } from './camera.ts';
import { PAPER_CSS } from './colour.ts';
import { type Painter, paintScene } from './paint.ts';
import type { Lens } from './pixels.ts';
import { surface } from './surface.ts';

const within = (r: Rect, w: number, h: number): Rect | null => {
  const x = Math.max(0, Math.floor(r.x));
  const y = Math.max(0, Math.floor(r.y));
  const width = Math.min(w, Math.ceil(r.x + r.width)) - x;
  const height = Math.min(h, Math.ceil(r.y + r.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
};

const area = (r: Rect): number => r.width * r.height;

/** Height of a first strip in device pixels; later ones follow what a strip cost. */
const FIRST_STRIP = 48;
/** Height of a piece that is painted for practice. */
const REHEARSED = 160;

export class Sheet {
  private readonly bands = new Bands();
  private pasteboard: string;
  private lens: Lens = { scale: 1, left: 0, top: 0 };
  private scene: Scene | null = null;
  private dirty: Rect[] = [];
  private strip = FIRST_STRIP;
  private practice: OffscreenCanvasRenderingContext2D | null = null;
  /** Where the eye is, in device pixels: sharpened first. */
  private focus: Point | null = null;

  constructor(
    private readonly painter: Painter,
    pasteboard: string,
  ) {
    this.pasteboard = hexOf(pasteboard);
  }

  /** Draw on these canvases from now on: those of `bandsOf`, from the top down. Everything is drawn again. */
  take(canvases: readonly OffscreenCanvas[]): void {
    this.bands.take(canvases);
    this.background();
    this.bands.restore(0, 0);
    this.all();
  }

  surround(colour: string): void {
    const hex = hexOf(colour);
    if (hex === this.pasteboard) return;
    this.pasteboard = hex;
    this.all();
  }

  /** Show another page, or the same page composed again with what of it must be repainted. */
  show(scene: Scene | null, changed: readonly Rect[] | 'all'): void {
    this.scene = scene;
    if (changed === 'all') this.all();
    else for (const r of changed) this.addPage(r);
  }

  /** A rectangle of the page, in points, must be drawn again. */
  addPage(r: Rect): void {
    const { scale, left, top } = this.lens;
    this.add({ x: r.x * scale + left - 1, y: r.y * scale + top - 1, width: r.width * scale + 2, height: r.height * scale + 2 });
  }

  /** Look from another place. Pixels that are already there are moved or scaled. `about` is where the pointer is, CSS pixels. */
  look(camera: Camera, pixelRatio: number, about: Point | null): void {
    const scale = camera.scale * pixelRatio;
    const next: Lens = { scale, left: Math.round(-camera.x * scale), top: Math.round(-camera.y * scale) };
    const was = this.lens;
    if (next.scale === was.scale && next.left === was.left && next.top === was.top) return;
    this.lens = next;
    this.focus = about && { x: about.x * pixelRatio, y: about.y * pixelRatio };
    if (next.scale === was.scale) this.pan(next.left - was.left, next.top - was.top);
    else this.zoom(was, next);
  }

  /** True while something is still to be drawn sharp. */
  get pending(): boolean {
    return this.dirty.length > 0;
  }

  /** Draw for at most about `milliseconds`. */
  work(milliseconds: number): void {
    const start = performance.now();
    while (this.dirty.length > 0) {
      const began = performance.now();
      if (began - start >= milliseconds) return;
      const rect = this.next();
      this.paint(rect);
      const cost = performance.now() - began;
      if (rect.height >= this.strip) {
        if (cost > 4) this.strip = Math.max(12, Math.round(this.strip / 2));
        else if (cost < 1.5) this.strip = Math.min(512, this.strip * 2);
      }
    }
  }

  /** Nothing is practised any more. */
  rehearsed(): void {
    this.practice = null;
  }

  /** Paint a piece of what is shown where nobody sees it: the engine makes fast code only of what has run. */
  rehearse(): void {
    const { width, height } = this.bands;
    this.practise(this.scene, { x: width / 4, y: height / 4, width: width / 2, height: REHEARSED });
  }

  /** Paint a part of the page as it may soon be where nobody sees it: its glyphs are inked when it comes. */
  prepare(part: Part): void {
    if (!this.scene) return;
    const { scale, left, top } = this.lens;
    const scene = { ...this.scene, parts: [part] };
    const { y, ...across } = { x: part.x * scale + left, y: part.y * scale + top, width: part.width * scale, height: REHEARSED };
    for (let down = 0; down < part.height * scale; down += REHEARSED) this.practise(scene, { ...across, y: y + down });
  }

  private practise(scene: Scene | null, device: Rect): void {
    const { width, height } = this.bands;
    const piece = within(device, width, height);
    if (!piece) return;
    const lens = { ...this.lens, left: this.lens.left - piece.x, top: this.lens.top - piece.y };
    this.practice ??= surface(width, REHEARSED);
    paintScene(this.practice, scene, lens, { x: 0, y: 0, width: piece.width, height: piece.height }, this.painter, this.pasteboard);
  }

  private paint(device: Rect): void {
    this.bands.draw(device, (ctx, part, top) => {
      const lens = { ...this.lens, top: this.lens.top - top };
      paintScene(ctx, this.scene, lens, { ...part, y: part.y - top }, this.painter, this.pasteboard);
    });
  }

  /** Cut the next strip off the dirty rectangle that is nearest to the eye. */
  private next(): Rect {
    const eye = this.focus ?? { x: this.bands.width / 2, y: this.bands.height / 2 };
    const far = (r: Rect): number => Math.max(r.y - eye.y, eye.y - r.y - r.height, 0) + Math.max(r.x - eye.x, eye.x - r.x - r.width, 0) / 8;
    let best = 0;
    this.dirty.forEach((r, i) => {
      if (far(r) < far(this.dirty[best] as Rect)) best = i;
    });
    const r = this.dirty.splice(best, 1)[0] as Rect;
    if (r.height <= this.strip * 1.5) return r;
    const y = Math.round(Math.min(r.y + r.height - this.strip, Math.max(r.y, eye.y - this.strip / 2)));
    if (y > r.y) this.dirty.push({ ...r, height: y - r.y });
    if (y + this.strip < r.y + r.height) this.dirty.push({ ...r, y: y + this.strip, height: r.y + r.height - y - this.strip });
    return { ...r, y, height: this.strip };
  }

  /** Rectangles that lie over each other, as those of a thing that moved a little, are drawn as one where that is less to draw. */
  private add(r: Rect): void {
    let whole = within(r, this.bands.width, this.bands.height);
    if (!whole) return;
    for (let i = 0; i < this.dirty.length; ) {
      const one = this.dirty[i] as Rect;
      const both = union(one, whole);
      if (area(both) > area(one) + area(whole)) i++;
      else {
        whole = both;
        this.dirty.splice(i, 1);
        i = 0;
      }
    }
    this.dirty.push(whole);
  }

  private all(): void {
    this.dirty = [{ x: 0, y: 0, width: this.bands.width, height: this.bands.height }];
  }

  private pan(dx: number, dy: number): void {
    const { width, height } = this.bands;
    if (Math.abs(dx) >= width || Math.abs(dy) >= height) {
      this.all();
      return;
    }
    this.bands.keep();
    this.bands.restore(dx, dy);
    const moved = this.dirty.map((r) => ({ ...r, x: r.x + dx, y: r.y + dy }));
    this.dirty = [];
    for (const r of moved) this.add(r);
    if (dx !== 0) this.add({ x: dx > 0 ? 0 : width + dx, y: 0, width: Math.abs(dx), height });
    if (dy !== 0) this.add({ x: 0, y: dy > 0 ? 0 : height + dy, width, height: Math.abs(dy) });
  }

  private zoom(was: Lens, next: Lens): void {
    this.bands.keep();
    this.background();
    const k = next.scale / was.scale;
    this.bands.restore(next.left - was.left * k, next.top - was.top * k, k);
    this.strip = FIRST_STRIP;
    this.all();
  }

  /** Pasteboard and bare paper. */
  private background(): void {
    const { scale, left, top } = this.lens;
    this.bands.draw({ x: 0, y: 0, width: this.bands.width, height: this.bands.height }, (ctx, part, first) => {
      ctx.fillStyle = this.pasteboard;
      ctx.fillRect(part.x, part.y - first, part.width, part.height);
      if (!this.scene) return;
      ctx.fillStyle = PAPER_CSS;
      ctx.fillRect(left, top - first, Math.round(this.scene.widthPt * scale), Math.round(this.scene.heightPt * scale));
    });
  }
}

/** Any opaque colour of a style sheet as `#rrggbb`, which is how a canvas gives it back. */
function hexOf(colour: string): string {
  const ctx = surface(1, 1);
  ctx.fillStyle = colour;
  return ctx.fillStyle;
}
