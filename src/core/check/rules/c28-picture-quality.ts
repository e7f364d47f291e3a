/**
 * C28 图质: enough pixels for newsprint, nothing stretched; squares are dull (guide §3.4; the floors are those of the
 * plant's check, guide/print.md: under 150 ppi an error, under 200 a warning; line art 550 and 800).
 */
import type { Fault } from '../finding.ts';
import { changeFrame } from '../mend.ts';
import type { PageRule } from '../rule.ts';
import { about, nameOf, type PageView, pictureOf } from '../view.ts';

const PHOTO = { error: 150, warning: 200 };
/** Of line art, whose edges are not screened. */
const LINES = { error: 550, warning: 800 };
const STRETCH = 0.01;
const SQUARE = 0.05;

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks)
    for (const photo of block.photos) {
      const item = pictureOf(photo);
      const picture = item?.picture ? view.project.pictures[item.picture] : undefined;
      if (!item || item.width <= 0 || item.height <= 0) continue;
      const here = about(block, photo);
      const story = nameOf(block.story);
      if (Math.abs(item.width / item.height - 1) < SQUARE) yield { key: 'square-photo', severity: 'note', figures: { story }, ...here };
      if (!picture) continue;
      const across = (picture.width * item.crop.width * 72) / item.width;
      const down = (picture.height * item.crop.height * 72) / item.height;
      const ppi = Math.round(Math.min(across, down));
      const least = picture.lineArt ? LINES : PHOTO;
      const figures = { story, picture: picture.name, ppi, least: least.warning };
      if (ppi < least.warning) yield { key: 'low-resolution', severity: ppi < least.error ? 'error' : 'warning', figures, ...here };
      const stretch = Math.max(across, down) / Math.min(across, down) - 1;
      const { shows } = photo.frame;
      if (stretch > STRETCH)
        yield {
          key: 'distorted',
          figures: { ...figures, percent: Math.round(stretch * 100) },
          ...here,
          mend: shows.kind === 'photo' ? changeFrame(view.page, photo.frame, { shows: { ...shows, crop: null } }) : undefined,
        };
    }
}

export const c28: PageRule = { id: 'C28', severity: 'error', page: faults };
