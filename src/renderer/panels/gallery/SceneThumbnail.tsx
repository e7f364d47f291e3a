import { useEffect, useRef } from 'react';
import type { Scene } from '../../../core/scene/index.ts';
import { paintScene } from '../../canvas/paint.ts';
import { onPicture, painter } from '../../painter.ts';

/** A composed page in small, `width` CSS pixels wide. Pictures come when they have been fetched. */
export function SceneThumbnail({ scene, width }: { readonly scene: Scene; readonly width: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const height = Math.round((width * scene.heightPt) / scene.widthPt);
  useEffect(() => {
    const canvas = ref.current;
    const ctx = canvas?.getContext('2d', { alpha: false, willReadFrequently: true });
    if (!canvas || !ctx) return;
    const draw = (): void => {
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      const lens = { scale: canvas.width / scene.widthPt, left: 0, top: 0 };
      paintScene(ctx, scene, lens, { x: 0, y: 0, width: canvas.width, height: canvas.height }, painter);
    };
    draw();
    return onPicture(draw);
  }, [scene, width, height]);
  return <canvas ref={ref} className="thumbnail" style={{ width, height }} />;
}
