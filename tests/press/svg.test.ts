import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { BLACK, type Part, placePicture } from '../../src/core/scene/index.ts';
import { pngOf, svgOf } from '../../src/press/index.ts';
import { emptyProject, face, PartMaker, scene } from './scenes.ts';

const PPI = 144;
const world = { project: emptyProject(), faces: { face }, pictureBytes: () => Promise.reject(new Error('none')) };

/** The rectangle, in points, that holds all ink of a page darker than half. */
async function inkBox(part: Part): Promise<number[]> {
  const png = await pngOf(scene([part]), world, PPI);
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  const box = [info.width, info.height, 0, 0];
  data.forEach((v, i) => {
    if (v > 128) return;
    const [x, y] = [i % info.width, Math.floor(i / info.width)];
    box[0] = Math.min(box[0]!, x);
    box[1] = Math.min(box[1]!, y);
    box[2] = Math.max(box[2]!, x + 1);
    box[3] = Math.max(box[3]!, y + 1);
  });
  return box.map((v) => (v * 72) / PPI);
}

function expectBox(found: number[], wanted: number[]): void {
  found.forEach((v, i) => {
    expect(Math.abs(v - wanted[i]!), `${found} is not ${wanted}`).toBeLessThan(1);
  });
}

describe('the page as SVG and PNG', () => {
  it('is as large as the page at the pixels asked for, on white', async () => {
    const png = await pngOf(scene([new PartMaker().part()]), world, PPI);
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([800, 1000]);
    expect(data.every((v) => v === 255)).toBe(true);
  });

  it('puts a glyph where its ink belongs: upright, condensed, sideways', async () => {
    const size = 100;
    const ink = face('sans-900').ink(face('sans-900').glyph('国'.codePointAt(0)!))!;
    const one = (o: object): Part => {
      const maker = new PartMaker();
      maker.line('国', 120, 200, { font: 'sans-900', sizePt: size, ...o });
      return maker.part({ x: 10, y: 5 });
    };
    const [x, y] = [130, 205];
    const upright = (w: number): number[] => [x + ink.x0 * size * w, y - ink.y1 * size, x + ink.x1 * size * w, y - ink.y0 * size];
    expectBox(await inkBox(one({})), upright(1));
    expectBox(await inkBox(one({ scaleX: 0.7 })), upright(0.7));
    expectBox(await inkBox(one({ sideways: true })), [x + ink.y0 * size, y + ink.x0 * size, x + ink.y1 * size, y + ink.x1 * size]);
  });

  it('draws fills and rules where they lie and no rule thinner than a hairline', async () => {
    const maker = new PartMaker().add({ kind: 'fill', x: 20, y: 30, width: 40, height: 10, colour: BLACK });
    expectBox(await inkBox(maker.part({ x: 3, y: 4 })), [23, 34, 63, 44]);
    const rule = { kind: 'rule', x1: 0, y1: 0, x2: 50, y2: 0, widthPt: 0.05, colour: BLACK, dash: [2, 1] } as const;
    const svg = svgOf(scene([new PartMaker().add(rule).part()]), { face }, () => null, 72);
    expect(svg).toContain('stroke-width="0.25" stroke-dasharray="2 1"');
  });

  it('holds each outline once', () => {
    const maker = new PartMaker();
    maker.line('一一一二 二', 10, 20);
    const svg = svgOf(scene([maker.part()]), { face }, () => null, 72);
    expect(svg.match(/<path /gu)).toHaveLength(2);
    expect(svg.match(/<use /gu)).toHaveLength(5);
  });
});

describe('placePicture', () => {
  const frame = { x: 10, y: 20, width: 30, height: 40 };
  const corner = (rotate: number, u: number, v: number): number[] => {
    const [a, b, c, d, e, f] = placePicture({ ...frame, rotate }).matrix;
    return [a * u + c * v + e, b * u + d * v + f].map((n) => Math.round(n * 1e9) / 1e9);
  };

  it('fills the frame at quarter turns, clockwise', () => {
    expect([corner(0, 0, 0), corner(0, 1, 1)]).toEqual([
      [10, 20],
      [40, 60],
    ]);
    expect([corner(90, 0, 0), corner(90, 1, 1)]).toEqual([
      [40, 20],
      [10, 60],
    ]);
    expect([corner(180, 0, 0), corner(-180, 1, 1)]).toEqual([
      [40, 60],
      [10, 20],
    ]);
    expect([corner(270, 0, 0), corner(-90, 1, 1)]).toEqual([
      [10, 60],
      [40, 20],
    ]);
    expect(placePicture({ ...frame, rotate: 90 })).toMatchObject({ widthPt: 40, heightPt: 30, clip: false });
  });

  it('turns about the middle at other angles and asks for a cut', () => {
    const { clip } = placePicture({ ...frame, rotate: 3 });
    expect(clip).toBe(true);
    expect(corner(3, 0.5, 0.5)).toEqual([25, 40]);
  });
});
