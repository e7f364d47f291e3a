import { useEffect, useRef } from 'react';
import type { Scene } from '../../../core/scene/index.ts';
import { paintSmall } from '../../canvas/small.ts';
import { onPicture, painter } from '../../painter.ts';

/** A composed page in small, `width` CSS pixels wide. Pictures come when they have been fetched. */
export function SceneThumbnail({ scene, width }: { readonly scene: Scene; readonly width: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const height = Math.round((width * scene.heightPt) / scene.widthPt);
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas) return;
    const draw = (): void => paintSmall(canvas, scene, width, height, painter);
    draw();
    return onPicture(draw);
  }, [scene, width, height]);
  return <canvas ref={ref} className="thumbnail" style={{ width, height }} />;
}
