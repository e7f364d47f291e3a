import { describe, expect, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import type { Part } from '../../src/core/scene/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, projectOf, story } from '../support/project.ts';

const TEXT =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲。'.repeat(6);
const photo = { kind: 'photo', picture: 0, crop: null, rotate: 0 } as const;

describe('text beside a picture', () => {
  const s = story('s1', '渡口', [TEXT], { pictures: [{ picture: null, caption: null, credit: null }] });
  const { project, page } = projectOf([s], [frame('b', 'a-s1', body(1), 0, 0, 3, 30), frame('p', 'a-s1', photo, 2, 4, 1, 10)]);
  const scene = composePage(project, page, faces);
  const [b, p] = ['b', 'p'].map((id) => scene.parts.find((x) => x.frame === id) as Part) as [Part, Part];

  it('keeps off the picture by a gutter, in whole characters', () => {
    const beside: number[] = [];
    const marks = new Set(b.items.flatMap((i) => (i.kind === 'glyphs' && /[，。”：、]$/u.test(i.text) ? [i.end - 1] : [])));
    for (let i = 0; i < b.glyphs.ids.length; i++) {
      if (marks.has(i)) continue; // half of it hangs blank beyond the measure
      const [x, y] = [b.x + (b.glyphs.x[i] as number), b.y + (b.glyphs.y[i] as number)];
      if (y < p.y || y > p.y + p.height) continue;
      beside.push(x);
      expect(x + 9).toBeLessThanOrEqual(p.x - 9 + 0.01);
    }
    expect(beside.length).toBeGreaterThan(100);
  });

  it('takes the whole measure again above and below it', () => {
    const rightmost = Math.max(...b.glyphs.x);
    expect(rightmost).toBeGreaterThan(350);
  });

  it('says where the text is cut when it finds no room', () => {
    const small = projectOf([s], [frame('b', 'a-s1', body(), 0, 0, 1, 4)]);
    const over = composePage(small.project, small.page, faces).overset[0];
    expect(over?.cut?.block).toBe(0);
    expect(TEXT.slice(over?.cut?.at).replace(/\s/gu, '').length).toBe(over?.characters);
  });
});
