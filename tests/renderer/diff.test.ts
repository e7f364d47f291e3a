import { describe, expect, test } from 'vitest';
import { BLACK, type GlyphRun, type Part, type Scene } from '../../src/core/scene/index.ts';
import { dirtyRects } from '../../src/renderer/canvas/diff.ts';
import { partsAt, partsIn } from '../../src/renderer/canvas/hit.ts';
import { applyNews, partNews } from '../../src/renderer/worker/news.ts';

/** A part of lines of ten glyphs, each line a run. */
function part(frame: string, x: number, y: number, lines: readonly string[]): Part {
  const n = lines.length * 10;
  const [ids, xs, ys] = [new Uint16Array(n), new Float32Array(n), new Float32Array(n)];
  const items = lines.map((text, row): GlyphRun => {
    for (let i = 0; i < 10; i++) {
      ids[row * 10 + i] = text.charCodeAt(i % text.length) % 1000;
      xs[row * 10 + i] = i * 9;
      ys[row * 10 + i] = row * 11.25 + 9;
    }
    return {
      kind: 'glyphs',
      font: 'serif-400',
      sizePt: 9,
      scaleX: 1,
      colour: BLACK,
      orientation: 'upright',
      start: row * 10,
      end: row * 10 + 10,
      text,
      source: null,
    };
  });
  return {
    frame,
    article: 'a',
    story: 's',
    role: 'body',
    x,
    y,
    width: 117,
    height: lines.length * 11.25,
    items,
    glyphs: { ids, x: xs, y: ys, cluster: new Uint16Array(n) },
    slots: lines.length,
    used: lines.length,
  };
}

const scene = (parts: readonly Part[]): Scene => ({ page: 'p', widthPt: 1000, heightPt: 1500, parts, overset: [], missing: [] });
const lines = (n: number, mark = ''): string[] => Array.from({ length: n }, (_, i) => `第${i}行${i === 20 ? mark : ''}`);

describe('what is repainted', () => {
  const a = part('f1', 50, 90, lines(40));
  const b = part('f2', 180, 90, lines(40));

  test('is the whole sheet where there was no page', () => {
    expect(dirtyRects(null, scene([a]))).toEqual([{ x: 0, y: 0, width: 1000, height: 1500 }]);
  });

  test('is nothing where every part is the one it was', () => {
    expect(dirtyRects(scene([a, b]), scene([a, b]))).toEqual([]);
  });

  test('is nothing where a part was composed again and came out the same', () => {
    expect(dirtyRects(scene([a]), scene([part('f1', 50, 90, lines(40))]))).toEqual([]);
  });

  test('is only the line that changed', () => {
    const [r, ...more] = dirtyRects(scene([a, b]), scene([part('f1', 50, 90, lines(40, '改')), b]));
    expect(more).toEqual([]);
    expect(r?.y).toBeGreaterThan(90 + 19 * 11.25);
    expect((r?.y ?? 0) + (r?.height ?? 0)).toBeLessThan(90 + 23 * 11.25);
  });

  test('is where a frame was and where it is, when it moved', () => {
    const rects = dirtyRects(scene([a]), scene([{ ...a, x: 600 }]));
    expect(rects.some((r) => r.x <= 50)).toBe(true);
    expect(rects.some((r) => r.x + r.width >= 600 + 117)).toBe(true);
  });

  test('is where a frame was, when it is gone, and both, when their order changed', () => {
    expect(dirtyRects(scene([a, b]), scene([b])).length).toBe(1);
    expect(dirtyRects(scene([a, b]), scene([b, a])).length).toBeGreaterThan(0);
  });
});

describe('news of a page', () => {
  test('sends what changed and keeps what did not by identity', () => {
    const [a, b] = [part('f1', 50, 90, lines(5)), part('f2', 180, 90, lines(5))];
    const moved = { ...b, x: 300 };
    const fresh = part('f3', 0, 0, lines(2));
    const news = partNews([a, b], [fresh, moved, a]);
    expect(news).toEqual([{ part: fresh }, { same: 1, x: 300, y: 90, width: 117, height: b.height }, { same: 0 }]);
    const [x, y, z] = applyNews([a, b], news);
    expect([x, z]).toEqual([fresh, a]);
    expect(z).toBe(a);
    expect(y?.items).toBe(b.items);
    expect(y?.x).toBe(300);
  });
});

describe('the pointer', () => {
  const under = part('f1', 50, 90, lines(10));
  const over = part('f2', 60, 95, lines(10));
  const folio = { ...part('folio', 50, 20, lines(1)), role: 'folio' as const };

  test('hits the topmost first and never the folio', () => {
    const s = scene([folio, under, over]);
    expect(partsAt(s, { x: 70, y: 100 }, 2).map((p) => p.frame)).toEqual(['f2', 'f1']);
    expect(partsAt(s, { x: 52, y: 92 }, 2).map((p) => p.frame)).toEqual(['f1']);
    expect(partsAt(s, { x: 60, y: 25 }, 2)).toEqual([]);
  });

  test('gathers what a marquee touches', () => {
    expect(partsIn(scene([folio, under, over]), { x: 0, y: 0, width: 55, height: 300 }).map((p) => p.frame)).toEqual(['f1']);
  });
});
