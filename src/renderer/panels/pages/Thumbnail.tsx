import { useEffect, useRef } from 'react';
import { findSheet } from '../../../core/document/index.ts';
import { paintSmall } from '../../canvas/small.ts';
import { onPicture, painter } from '../../painter.ts';
import { useDesk } from '../../state/desk.ts';

/** Wait for a quiet moment: a thumbnail is never worth a keystroke. */
const QUIET_MS = 400;

/** A page in small, drawn from the same Scene as the page itself, when nothing has changed for a moment. */
export function Thumbnail({ page, width }: { readonly page: string; readonly width: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const scene = useDesk((s) => s.scenes[page]);
  const format = useDesk((s) => s.project && findSheet(s.project, page)?.format);
  const height = format ? Math.round((width * format.heightPt) / format.widthPt) : width;
  useEffect(() => {
    const canvas = ref.current;
    if (!canvas || !scene) return;
    const draw = (): void => paintSmall(canvas, scene, width, height, painter);
    let timer = setTimeout(draw, QUIET_MS);
    const stop = onPicture(() => {
      clearTimeout(timer);
      timer = setTimeout(draw, QUIET_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [scene, width, height]);
  return <canvas ref={ref} className="thumbnail" style={{ width, height }} />;
}
