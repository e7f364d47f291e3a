/** What painting draws on. It is the same in the window, which draws small pages, and in the worker that draws the large one. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface SurfaceOptions {
  /** False where everything is painted over: it is then black until it is. */
  readonly alpha?: boolean;
}

/** The context of a canvas that nobody sees or that a worker was handed. In plain memory: most of a page is put pixel by pixel (pixels.ts). */
export function contextOf(canvas: OffscreenCanvas, { alpha = true }: SurfaceOptions = {}): OffscreenCanvasRenderingContext2D {
  const ctx = canvas.getContext('2d', { alpha, willReadFrequently: true });
  if (!ctx) throw new Error('The canvas has no 2D context.');
  return ctx;
}

/** A canvas nobody sees, `width` by `height` pixels. */
export const surface = (width: number, height: number, options?: SurfaceOptions): OffscreenCanvasRenderingContext2D =>
  contextOf(new OffscreenCanvas(width, height), options);
