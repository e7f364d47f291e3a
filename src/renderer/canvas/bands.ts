/**
 * One picture on a stack of canvases. A browser copies a canvas as a whole before the first change of each frame, because
 * the last frame still shows it: for a view of a million pixels 3 ms, for the band that a line of type lies in 0.2 ms.
 */
import type { Rect } from '../../core/measure/index.ts';

/** Height of a band in CSS pixels. */
const BAND = 160;

interface Band {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
  /** Its first row, in device pixels of the whole. */
  readonly top: number;
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  // In plain memory: most of a page is put pixel by pixel (pixels.ts).
  const ctx = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!ctx) throw new Error('The canvas has no 2D context.');
  return ctx;
}

export class Bands {
  width = 0;
  height = 0;
  private bands: readonly Band[] = [];
  private scratch: CanvasRenderingContext2D | null = null;

  /** @param host the element the bands lie in, from its upper left corner on */
  constructor(private readonly host: HTMLElement) {}

  /** Take another size, in device pixels; what was shown is kept for `restore`. `ratio` is device pixels a CSS pixel. */
  resize(width: number, height: number, ratio: number): void {
    this.keep();
    [this.width, this.height] = [Math.max(1, width), Math.max(1, height)];
    // A band must end on a whole pixel of both kinds, or a seam shows: where it cannot, there is one band.
    const step = Number.isInteger(BAND * ratio) ? BAND * ratio : this.height;
    this.bands = Array.from({ length: Math.ceil(this.height / step) }, (_, i) => {
      const canvas = document.createElement('canvas');
      canvas.className = 'paper';
      canvas.width = this.width;
      canvas.height = Math.min(step, this.height - i * step);
      canvas.style.cssText = `top: ${(i * step) / ratio}px; width: ${this.width / ratio}px; height: ${canvas.height / ratio}px`;
      return { canvas, ctx: contextOf(canvas), top: i * step };
    });
    this.host.replaceChildren(...this.bands.map((b) => b.canvas));
  }

  /** Draw within `rect`, whole device pixels, band by band: `draw` gets what of it lies in the band, and the band's first row. */
  draw(rect: Rect, draw: (ctx: CanvasRenderingContext2D, part: Rect, top: number) => void): void {
    for (const { canvas, ctx, top } of this.bands) {
      const y = Math.max(rect.y, top);
      const height = Math.min(rect.y + rect.height, top + canvas.height) - y;
      if (height > 0) draw(ctx, { x: rect.x, y, width: rect.width, height }, top);
    }
  }

  /** Remember everything as it is shown. */
  keep(): void {
    if (this.width === 0) return;
    this.scratch ??= contextOf(document.createElement('canvas'));
    const { canvas } = this.scratch;
    if (canvas.width !== this.width || canvas.height !== this.height) [canvas.width, canvas.height] = [this.width, this.height];
    for (const band of this.bands) this.scratch.drawImage(band.canvas, 0, band.top);
  }

  /** Show what was kept, its corner at `x`, `y` and `k` times as large. */
  restore(x: number, y: number, k = 1): void {
    const kept = this.scratch?.canvas;
    if (!kept) return;
    this.draw({ x: 0, y: 0, width: this.width, height: this.height }, (ctx, _part, top) => {
      ctx.imageSmoothingQuality = 'low';
      ctx.drawImage(kept, x, y - top, kept.width * k, kept.height * k);
    });
  }
}
