import { useEffect, useRef } from 'react';
import { type Desk, isDark, pageOf, useDesk } from '../../state/desk.ts';
import { type GuideAxis, guiding } from '../../tools/guides.ts';
import type { HandState } from '../../tools/hand.ts';
import { columnTicks, lineTicks, millimetreTicks, type Tick } from './rulers.ts';
import { touchOf } from './touch.ts';

/** CSS pixels. */
export const RULER_PX = 18;

function drawTicks(
  ctx: CanvasRenderingContext2D,
  ticks: readonly Tick[],
  length: number,
  toPx: (pt: number) => number,
  across: boolean,
): void {
  ctx.beginPath();
  for (const t of ticks) {
    const at = Math.round(toPx(t.at)) + 0.5;
    if (at < 0 || at > length) continue;
    const depth = t.rank === 2 ? RULER_PX : t.rank === 1 ? 8 : 4;
    if (across) {
      ctx.moveTo(at, RULER_PX);
      ctx.lineTo(at, RULER_PX - depth);
    } else {
      ctx.moveTo(RULER_PX, at);
      ctx.lineTo(RULER_PX - depth, at);
    }
  }
  ctx.stroke();
  for (const t of ticks) {
    if (!t.label) continue;
    const at = toPx(t.at);
    if (across) ctx.fillText(t.label, at + 3, 9);
    else {
      ctx.save();
      ctx.translate(8, at + 3);
      ctx.rotate(-Math.PI / 2);
      ctx.textAlign = 'right';
      ctx.fillText(t.label, 0, 1);
      ctx.restore();
    }
  }
}

interface RulerColours {
  readonly tick: string;
  readonly text: string;
}

/** Asked of the style sheet once for each theme: asking makes the whole window's style be worked out. */
function coloursOf(canvas: HTMLCanvasElement): RulerColours {
  const css = getComputedStyle(canvas);
  return { tick: css.getPropertyValue('--ruler-tick').trim(), text: css.getPropertyValue('--ruler-text').trim() };
}

function draw(canvas: HTMLCanvasElement, s: Desk, across: boolean, colours: RulerColours): void {
  const page = pageOf(s);
  const ctx = canvas.getContext('2d');
  if (!ctx) return;
  const ratio = window.devicePixelRatio || 1;
  const length = across ? s.view.width : s.view.height;
  const [w, h] = across ? [length, RULER_PX] : [RULER_PX, length];
  const [width, height] = [Math.round(w * ratio), Math.round(h * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, w, h);
  ctx.strokeStyle = colours.tick;
  ctx.fillStyle = colours.text;
  ctx.font = '9px "Banxin Sans"';
  ctx.textBaseline = 'middle';
  if (!page) return;
  const { camera } = s;
  const start = across ? camera.x : camera.y;
  const zero = across ? page.format.leftPt : page.format.topPt;
  const ticks =
    s.aids.rulerUnit === 'mm'
      ? millimetreTicks(camera, zero, start, start + length / camera.scale)
      : across
        ? columnTicks(camera, page.format, page.grid)
        : lineTicks(camera, page.format, page.grid);
  drawTicks(ctx, ticks, length, (pt) => (pt - start) * camera.scale, across);
}

/** A guide pulled out of a ruler: the pointer is led to it until it is let go. Esc puts it back. */
function pullGuide(ruler: HTMLElement, pointer: number, axis: GuideAxis): void {
  const view = ruler.parentElement?.querySelector('[data-page-view]');
  if (!view) return;
  const stop = new AbortController();
  const done: HandState = { cursor: 'default' };
  const hand = guiding(axis, null, () => done);
  const end = (how: 'up' | 'cancel', e?: PointerEvent): void => {
    if (how === 'up' && e) hand.up?.(touchOf(e, view));
    else hand.cancel?.();
    stop.abort();
  };
  ruler.setPointerCapture(pointer);
  const { signal } = stop;
  ruler.addEventListener('pointermove', (e) => hand.move?.(touchOf(e, view)), { signal });
  ruler.addEventListener('pointerup', (e) => end('up', e), { signal });
  ruler.addEventListener('pointercancel', () => end('cancel'), { signal });
  window.addEventListener('keydown', (e) => e.code === 'Escape' && end('cancel'), { signal });
}

/** One ruler, drawn when the camera or the page moves. */
export function Ruler({ across }: { readonly across: boolean }) {
  const ref = useRef<HTMLCanvasElement>(null);
  const dark = useDesk(isDark);
  useEffect(() => {
    void dark;
    const canvas = ref.current;
    if (!canvas) return;
    const colours = coloursOf(canvas);
    let asked = 0;
    const ask = (): void => {
      asked ||= requestAnimationFrame(() => {
        asked = 0;
        draw(canvas, useDesk.getState(), across, colours);
      });
    };
    ask();
    const stop = useDesk.subscribe((s, b) => {
      if (s.camera !== b.camera || s.view !== b.view || s.page !== b.page || s.aids !== b.aids || s.project !== b.project) ask();
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [across, dark]);
  return (
    <canvas
      ref={ref}
      className={across ? 'ruler ruler-across' : 'ruler ruler-down'}
      onPointerDown={(e) => e.button === 0 && pullGuide(e.currentTarget, e.pointerId, across ? 'y' : 'x')}
    />
  );
}
