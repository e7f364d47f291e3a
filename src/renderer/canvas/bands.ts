/**
 * One picture on a stack of canvases. A browser copies a canvas as a whole when it was drawn on, because the last frame
 * still shows it: for a view of a million pixels 3 ms, for the band that a line of type lies in 0.2 ms.
 */
import type { Rect } from '../../core/measure/index.ts';
import { type Context, contextOf, surface } from './surface.ts';

/** Height of a band in CSS pixels. */
const BAND = 160;

/** Where a band lies in the whole, in device pixels. */
export interface BandPlace {
  readonly top: number;
  readonly height: number;
}

/** The bands of a view `height` device pixels high, `ratio` of them a CSS pixel. */
export function bandsOf(height: number, ratio: number): readonly BandPlace[] {
  // A band must end on a whole pixel of both kinds, or a seam shows: where it cannot, there is one band.
  const step = Number.isInteger(BAND * ratio) ? BAND * ratio : height;
  return Array.from({ length: Math.ceil(height / step) }, (_, i) => ({ top: i * step, height: Math.min(step, height - i * step) }));
}

interface Band {
  readonly canvas: OffscreenCanvas;
  readonly ctx: OffscreenCanvasRenderingContext2D;
  /** Its first row, in device pixels of the whole. */
  readonly top: number;
}

export class Bands {
  width = 0;
  height = 0;
  private bands: readonly Band[] = [];
  private scratch: OffscreenCanvasRenderingContext2D | null = null;

  /** Draw on these from now on, from the top down; what was shown is kept for `restore`. */
  take(canvases: readonly OffscreenCanvas[]): void {
    this.keep();
    let top = 0;
    this.bands = canvases.map((canvas) => {
      const band = { canvas, ctx: contextOf(canvas, { alpha: false }), top };
      top += canvas.height;
      return band;
    });
    [this.width, this.height] = [canvases[0]?.width ?? 0, top];
  }

  /** Draw within `rect`, whole device pixels, band by band: `draw` gets what of it lies in the band, and the band's first row. */
  draw(rect: Rect, draw: (ctx: Context, part: Rect, top: number) => void): void {
    for (const { canvas, ctx, top } of this.bands) {
      const y = Math.max(rect.y, top);
      const height = Math.min(rect.y + rect.height, top + canvas.height) - y;
      if (height > 0) draw(ctx, { x: rect.x, y, width: rect.width, height }, top);
    }
  }

  /** Remember everything as it is shown. */
  keep(): void {
    if (this.width === 0) return;
    this.scratch ??= surface(this.width, this.height, { alpha: false });
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
