/** C27 视线朝内: by the page's edge nobody looks or moves off the page (guide §3.4). Which way a picture looks its editor says. */
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, type PageView, pictureOf } from '../view.ts';

/** A picture that begins within this many columns of the page's edge stands by it. */
const NEAR_COLUMNS = 1;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const photo of block.photos) {
      const id = pictureOf(photo)?.picture;
      const facing = id ? view.project.pictures[id]?.facing : undefined;
      if (!facing) continue;
      const { column, columns } = photo.frame.at;
      const room = facing === 'left' ? column : view.page.grid.columns - column - columns;
      // A picture of the page's full width has nowhere further in to go.
      const across = columns >= view.page.grid.columns - NEAR_COLUMNS;
      if (room < NEAR_COLUMNS && !across)
        yield { key: 'looks-out', figures: { story: nameOf(block.story), side: `@${facing}` }, ...about(block, photo) };
    }
}

export const c27: PageRule = { id: 'C27', severity: 'warning', page: faults };
