/** The window's side of the painting worker. */
import { pictureFound, pictureLost } from '../painter.ts';
import { desk, useDesk } from '../state/desk.ts';
import { type Begun, begin } from './begin.ts';
import type { FromPainter, ToPainter } from './painting.ts';

export type Drawn = Extract<FromPainter, { kind: 'drawn' }>;

let worker: Begun<ToPainter> | null = null;
const views = new Set<(drawn: Drawn) => void>();
const others = new Set<() => void>();

/** Painters that are started for one that failed, before it is said. */
const MOST_STARTS = 3;

/** Be told of each drawing; the function given back stops it. */
export function onDrawn(tell: (drawn: Drawn) => void): () => void {
  views.add(tell);
  return () => views.delete(tell);
}

/** Be told when another painter has taken the place of one that failed: it has no canvases and no look yet. */
export function onOtherPainter(tell: () => void): () => void {
  others.add(tell);
  return () => others.delete(tell);
}

/** Tell the painter; `hand` is given away with it. */
export const paint = (message: ToPainter, hand?: readonly Transferable[]): void => worker?.send(message, hand);

/** Start the worker, and another where it fails, keep it in step with the project's pictures, and let `connect` lead composed pages to it. */
export function startPainter(connect: (port: MessagePort) => void, failed: (why: string) => void): void {
  const hear = (data: FromPainter): void => {
    if (data.kind === 'drawn') for (const tell of views) tell(data);
    else if (data.there) pictureFound(data.picture);
    else pictureLost(data.picture);
  };
  const pictures = (): void => {
    const all = Object.values(desk().project?.pictures ?? {});
    paint({ kind: 'pictures', shas: Object.fromEntries(all.map((p) => [p.id, p.sha256])) });
  };
  const start = (left: number): void => {
    const one = new Worker(new URL('./painter.worker.ts', import.meta.url), { type: 'module' });
    const own = begin<ToPainter, FromPainter>(one, hear, (why) => {
      if (worker !== own) return;
      if (left === 0) {
        failed(why);
        return;
      }
      own.end();
      start(left - 1);
      pictures();
      for (const tell of others) tell();
    });
    worker = own;
    const { port1, port2 } = new MessageChannel();
    paint({ kind: 'composer', port: port1 }, [port1]);
    connect(port2);
  };
  start(MOST_STARTS);
  useDesk.subscribe((s, before) => {
    if (s.project?.pictures !== before.project?.pictures) pictures();
  });
}
