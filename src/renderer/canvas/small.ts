/** A whole page in small, on a canvas of its own. */
import type { Scene } from '../../core/scene/index.ts';
import { type Painter, paintScene } from './paint.ts';

/** Paint the page over the canvas, `width` by `height` CSS pixels. */
export function paintSmall(canvas: HTMLCanvasElement, scene: Scene, width: number, height: number, painter: Painter): void {
  // Asked for only now: an opaque canvas is black from the moment it has a context until it is painted.
  const ctx = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!ctx) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const lens = { scale: canvas.width / scene.widthPt, left: 0, top: 0 };
  paintScene(ctx, scene, lens, { x: 0, y: 0, width: canvas.width, height: canvas.height }, painter);
}
