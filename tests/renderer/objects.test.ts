import { describe, expect, test } from 'vitest';
import { ORNAMENT_NAMES } from '../../src/core/compose/index.ts';
import { apply, type Edit, type Frame, type Page, type Project, projectSchema } from '../../src/core/document/index.ts';
import { clipOf, pasteEdit } from '../../src/renderer/state/clipboard.ts';
import { drawnAs, objectStyleEdit, swatchEdit } from '../../src/renderer/state/colours.ts';
import { alignEdit, distributeEdit, groupEdit, orderEdit, ungroupEdit } from '../../src/renderer/state/objects.ts';
import { cropAt, fillOf, placePhoto, ppiOf, withCaptions } from '../../src/renderer/state/photo.ts';
import { frameRect } from '../../src/renderer/state/place.ts';
import { articleKey, frameKey, groupKey, keyFor, pickedFrames, readingOrder } from '../../src/renderer/state/selection.ts';
import { carried, scaled, spotOf } from '../../src/renderer/state/spot.ts';
import { drawMove, fieldOf } from '../../src/renderer/tools/magnet.ts';
import { example } from '../document/example.ts';

const BLACK = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;

const box = (id: string, column: number, line: number, columns = 1, lines = 4): Frame => ({
  id,
  article: null,
  shows: { kind: 'box', style: '正线', weightPt: 0.5, colour: BLACK },
  at: { column, line, columns, lines },
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

/** The example with three borders on its second page. */
function sample(): Project {
  const p = example();
  const [one, two] = p.pages as [Page, Page];
  return { ...p, pages: [one, { ...two, frames: [box('b1', 0, 0), box('b2', 3, 20), box('b3', 6, 90, 2)] }] };
}

const done = (p: Project, edit: Edit | null): Project => {
  const r = edit && apply(p, edit);
  if (!r?.ok) throw new Error(r ? r.why : 'no edit');
  expect(projectSchema.parse(r.project)).toEqual(r.project);
  const back = apply(r.project, r.inverse);
  expect(back.ok && back.project).toEqual(p);
  return r.project;
};

const page = (p: Project): Page => p.pages[1] as Page;
const rects = (p: Project) => page(p).frames.map((f) => frameRect(page(p), f));
const keys = ['frame:b1', 'frame:b2', 'frame:b3'];

describe('many at once', () => {
  const p = sample();

  test('align to one edge, to the type area, and spread with equal white', () => {
    const lefts = rects(done(p, alignEdit(page(p), keys, 'left', 'selection'))).map((r) => Math.round(r.x));
    expect(new Set(lefts).size).toBe(1);
    const bottoms = rects(done(p, alignEdit(page(p), keys, 'bottom', 'typeArea'))).map((r) => Math.round(r.y + r.height));
    expect(new Set(bottoms).size).toBe(1);
    const [a, b, c] = rects(done(p, distributeEdit(page(p), keys, 'down', 'selection')));
    if (!a || !b || !c) throw new Error('three');
    expect(b.y - a.y - a.height).toBeCloseTo(c.y - b.y - b.height, 1);
  });

  test('go one step or all the way in the paint order', () => {
    const order = (p2: Project) => page(p2).frames.map((f) => f.id);
    const [first] = page(p).frames as [Frame];
    expect(order(done(p, orderEdit(page(p), [first], 'forward')))).toEqual(['b2', 'b1', 'b3']);
    expect(order(done(p, orderEdit(page(p), [first], 'front')))).toEqual(['b2', 'b3', 'b1']);
    expect(orderEdit(page(p), [first], 'back')).toBeNull();
  });

  test('are a group that is selected, ordered and taken apart as one', () => {
    const made = groupEdit(page(p), page(p).frames.slice(0, 2), 'g1');
    const grouped = done(p, made?.edit ?? null);
    const [b1] = page(grouped).frames as [Frame];
    expect(keyFor(b1, false)).toBe(groupKey('g1'));
    expect(keyFor(b1, true)).toBe(frameKey('b1'));
    expect(pickedFrames(page(grouped), ['group:g1']).map((f) => f.id)).toEqual(['b1', 'b2']);
    expect(readingOrder(page(grouped))).toEqual(['group:g1', 'frame:b3']);
    expect(done(grouped, ungroupEdit(page(grouped), page(grouped).frames))).toEqual(p);
  });

  test('join an article as parts of it, and leave it again; its own text cannot leave', () => {
    const [one] = p.pages as [Page];
    const with1 = { ...p, pages: [{ ...one, frames: [...one.frames, box('b9', 0, 0)] }, page(p)] };
    const [now] = with1.pages as [Page];
    const made = groupEdit(now, now.frames, 'g1');
    expect(made?.article).toBe('a1');
    const joined = done(with1, made?.edit ?? null);
    expect(joined.pages[0]?.frames.at(-1)?.article).toBe('a1');
    const apart = done(joined, ungroupEdit(joined.pages[0] as Page, joined.pages[0]?.frames ?? []));
    expect(apart).toEqual(with1);
  });
});

describe('cut, copy and paste', () => {
  const p = example();
  const [one, two] = p.pages as [Page, Page];

  test('what was cut comes back under its own name, with its own story', () => {
    const clip = clipOf(p, one, [articleKey('a1')]);
    if (!clip) throw new Error('nothing');
    const cut = { ...p, pages: [{ ...one, articles: [], frames: [] }, two] };
    const made = pasteEdit(cut, cut.pages[1] as Page, clip, [{ dx: 0, dy: 0 }]);
    const after = done(cut, made?.edit ?? null);
    expect(after.pages[1]?.articles).toEqual(one.articles);
    expect(Object.keys(after.stories)).toEqual(Object.keys(p.stories));
    expect(made?.keys).toEqual([articleKey('a1')]);
  });

  test('what still stands is copied with its story, so that no text stands twice under one name', () => {
    const clip = clipOf(p, one, [articleKey('a1')]);
    const made = clip && pasteEdit(p, two, clip, [{ dx: 0, dy: 0 }]);
    const after = done(p, made?.edit ?? null);
    const copy = after.pages[1]?.articles[0];
    expect(copy?.story).not.toBe('s1');
    expect(after.stories[copy?.story ?? '']?.body).toEqual(p.stories.s1?.body);
    expect(after.pages[1]?.frames.filter((f) => f.article === copy?.id).length).toBe(4);
  });

  test('steps repeat free frames at equal distances, in one edit', () => {
    const clip = clipOf(p, two, ['frame:g2']);
    const made =
      clip &&
      pasteEdit(
        p,
        two,
        clip,
        [1, 2, 3].map((n) => ({ dx: 0, dy: n * 30 })),
      );
    const after = done(p, made?.edit ?? null);
    const ys = made?.keys
      .map((k) => pickedFrames(after.pages[1] as Page, [k])[0])
      .map((f) => (f ? frameRect(after.pages[1] as Page, f).y : 0));
    expect(ys?.map((y) => Math.round((y - (ys[0] ?? 0)) * 100) / 100)).toEqual([0, 30, 60]);
  });
});

describe('places', () => {
  const [, two] = example().pages as [Page, Page];
  const free = box('b', 1, 3, 2, 5);

  test('lead from points to the grid and back', () => {
    const there = carried(two, free, 3.25, -4.5);
    const [a, b] = [frameRect(two, free), frameRect(two, there)];
    expect([b.x - a.x, b.y - a.y, b.width - a.width, b.height - a.height].map((v) => Math.round(v * 1000) / 1000)).toEqual([
      3.25, -4.5, 0, 0,
    ]);
    const again = { ...free, ...spotOf(two, frameRect(two, free)) };
    expect(again).toEqual(free);
  });

  test('of a group keep their shares of it', () => {
    const [a, b] = scaled(two, [box('a', 0, 0, 1, 10), box('b', 2, 10, 1, 10)], { x: 100, y: 100, width: 200, height: 100 });
    if (!a || !b) throw new Error('two');
    expect(Math.round(frameRect(two, a).height)).toBe(50);
    expect(Math.round(frameRect(two, b).x + frameRect(two, b).width)).toBe(300);
  });

  test('are drawn to columns first, then to edges, then to equal whites; out of reach they stay', () => {
    const page8 = { ...two, guides: { x: [500], y: [] } };
    const still = [frameRect(two, box('s', 0, 0))];
    const field = fieldOf(page8, still, true);
    const column = two.format.leftPt;
    expect(drawMove({ x: column + 3, y: two.format.topPt + 2, width: 20, height: 20 }, field, 5)).toMatchObject({
      dx: -3,
      dy: -2,
      guides: { x: [] },
    });
    expect(drawMove({ x: 502, y: 900, width: 11, height: 20 }, field, 2.5).guides.x).toEqual([500]);
    const row = [
      { x: 300, y: 700.4, width: 20, height: 20 },
      { x: 337, y: 700.4, width: 20, height: 20 },
    ];
    const bare = { x: [], y: [], still: row };
    expect(drawMove({ x: 373, y: 700.4, width: 20, height: 20 }, bare, 3)).toMatchObject({ dx: 1, gaps: [{}, {}] });
  });
});

describe('photos', () => {
  const picture = { width: 3000, height: 2000, focus: { x: 0.9, y: 0.5 } };

  test('fill their frame about the focus, zoom about a middle, and never show past an edge they need not', () => {
    const fill = fillOf(picture, { width: 100, height: 100 });
    expect(fill.x + fill.width).toBeCloseTo(1);
    const near = cropAt(picture, { width: 100, height: 100 }, 2, 0, 0);
    expect(near).toMatchObject({ x: 0, y: 0 });
    // All of it in a square frame: white above and below, none at the sides.
    const whole = cropAt(picture, { width: 100, height: 100 }, fill.width, 0.5, 0.5);
    expect([whole.width, whole.x]).toEqual([1, 0]);
    expect(whole.y).toBeLessThan(0);
  });

  test('keep picture and focus in shape when their frame changes, and take their captions along', () => {
    const p = example();
    const [one] = p.pages as [Page];
    const frame = one.frames.find((f) => f.shows.kind === 'photo') as Frame;
    const shown = { ...frame, shows: { ...frame.shows, crop: { x: 0.2, y: 0.1, width: 0.5, height: 0.5 } } as Frame['shows'] };
    expect(withCaptions(one, [shown]).map((f) => f.shows.kind)).toEqual(['photo', 'caption']);
    const from = frameRect(one, shown);
    const after = done(p, placePhoto(one, shown, { ...from, width: from.width / 2 }, p.pictures.x1 ?? null));
    const now = after.pages[0]?.frames.find((f) => f.id === frame.id) as Frame;
    if (now.shows.kind !== 'photo' || !now.shows.crop) throw new Error('no crop');
    const { crop } = now.shows;
    const r = frameRect(after.pages[0] as Page, now);
    expect((crop.width * 3000) / (crop.height * 2000)).toBeCloseTo(r.width / r.height, 3);
    expect(crop.x).toBeLessThanOrEqual(0.5);
    expect(crop.x + crop.width).toBeGreaterThanOrEqual(0.5);
    const caption = after.pages[0]?.frames.find((f) => f.shows.kind === 'caption') as Frame;
    expect(frameRect(after.pages[0] as Page, caption).width).toBeCloseTo(r.width, 1);
    expect(ppiOf({ frame: now, shows: now.shows, picture: null }, { ...picture, focus: { x: 0.5, y: 0.4 } } as never, r)).toBeGreaterThan(
      0,
    );
  });
});

describe('colours and object styles', () => {
  test('changing a swatch changes everything that has its colour, in one edit', () => {
    const p = sample();
    const red = { kind: 'cmyk', c: 0, m: 1, y: 1, k: 0 } as const;
    const after = done(p, swatchEdit(p, 0, { name: '红', colour: red }));
    expect(page(after).frames.every((f) => f.shows.kind === 'box' && f.shows.colour === red)).toBe(true);
    expect(after.styles.body.colour).toEqual(red);
  });

  test('frames follow their object style, and keep their look when it goes', () => {
    const p = sample();
    const style = { id: 'o1', name: '花框', kind: 'box', style: ORNAMENT_NAMES[0] ?? '', weightPt: 1, colour: BLACK } as const;
    const made = done(p, objectStyleEdit(p, 'o1', style));
    const [b1] = page(made).frames as [Frame];
    const dressed = drawnAs(b1, style) as Frame;
    const with1 = done(made, { kind: 'frame', page: 'p2', id: 'b1', after: dressed });
    const thicker = done(with1, objectStyleEdit(with1, 'o1', { ...style, weightPt: 3 }));
    expect(page(thicker).frames[0]?.shows).toMatchObject({ weightPt: 3, style: style.style });
    const gone = done(thicker, objectStyleEdit(thicker, 'o1', null));
    expect(page(gone).frames[0]?.look).toBeUndefined();
    expect(page(gone).frames[0]?.shows).toMatchObject({ weightPt: 3 });
  });
});
