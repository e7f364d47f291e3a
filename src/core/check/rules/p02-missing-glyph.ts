/** P02: a character that no face of its style can draw would print as an empty box. Each character once a frame. */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { nameOf, type PageView } from '../view.ts';

function* faults(view: PageView): Generator<Fault> {
  for (const m of view.scene.missing) {
    const story = m.story ? view.project.stories[m.story] : undefined;
    const piece = view.pieces.find((p) => p.frame.id === m.frame);
    yield {
      key: 'missing-glyph',
      figures: { character: m.character, story: story ? nameOf(story) : '@frame' },
      frame: m.frame,
      article: piece?.frame.article,
      story: m.story,
      at: piece?.rect,
    };
  }
}

export const p02: PageRule = { id: 'P02', severity: 'error', page: faults };
