/** P05: small type in several inks never registers on newsprint; below twelve points black alone (guide/print.md). Once a frame. */
import type { GlyphRun } from '../../scene/index.ts';
import { inkCount } from '../colours.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const LEAST_PT = 12;

function* faults(view: PageView): Generator<Fault> {
  for (const part of view.scene.parts) {
    const run = part.items.find((i): i is GlyphRun => i.kind === 'glyphs' && i.sizePt < LEAST_PT && inkCount(i.colour) > 1);
    if (!run) continue;
    yield {
      key: 'small-coloured',
      figures: { pt: run.sizePt, text: run.text, least: LEAST_PT },
      frame: part.frame,
      article: part.article,
      story: part.story,
      at: { x: part.x, y: part.y, width: part.width, height: part.height },
    };
  }
}

export const p05: PageRule = { id: 'P05', severity: 'warning', page: faults };
