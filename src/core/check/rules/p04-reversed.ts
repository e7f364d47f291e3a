/** P04: light type out of a dark ground fills in: nine points out of several inks or a picture, six out of one ink (guide/print.md). */
import { overlaps, type Rect } from '../../measure/index.ts';
import type { Part } from '../../scene/index.ts';
import { inkCount, isLight, totalInk } from '../colours.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const OUT_OF_SEVERAL_PT = 9;
const OUT_OF_ONE_PT = 6;

interface Ground {
  readonly at: Rect;
  readonly least: number;
}

/** What of a part is dark enough to reverse type out of. */
const groundsOf = (part: Part): Ground[] =>
  part.items.flatMap((i): Ground[] => {
    if (i.kind !== 'fill' && i.kind !== 'picture') return [];
    if (i.kind === 'fill' && totalInk(i.colour) < 0.4) return [];
    const several = i.kind === 'picture' || inkCount(i.colour) > 1;
    const at = { x: part.x + i.x, y: part.y + i.y, width: i.width, height: i.height };
    return [{ at, least: several ? OUT_OF_SEVERAL_PT : OUT_OF_ONE_PT }];
  });

function* faults(view: PageView): Generator<Fault> {
  const under: Ground[] = [];
  for (const part of view.scene.parts) {
    for (const item of part.items) {
      if (item.kind !== 'glyphs' || item.end <= item.start || !isLight(item.colour)) continue;
      const at = {
        x: part.x + (part.glyphs.x[item.start] as number),
        y: part.y + (part.glyphs.y[item.start] as number) - item.sizePt / 2,
        width: item.sizePt,
        height: item.sizePt / 4,
      };
      const ground = [...under, ...groundsOf(part)].findLast((g) => overlaps(g.at, at));
      if (!ground || item.sizePt >= ground.least) continue;
      const figures = { pt: item.sizePt, text: item.text, least: ground.least };
      yield { key: 'small-reversed', figures, frame: part.frame, article: part.article, story: part.story, at };
      break;
    }
    under.push(...groundsOf(part));
  }
}

export const p04: PageRule = { id: 'P04', severity: 'warning', page: faults };
