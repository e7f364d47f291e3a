/** P01: a place kept for a picture that is not there; a picture whose file is gone or another one (DESIGN, the command line). */
import type { Fault } from '../finding.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { about, nameOf, pictureOf } from '../view.ts';

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  for (const { page, blocks } of view.pages)
    for (const block of blocks)
      for (const photo of block.photos) {
        const item = pictureOf(photo);
        const picture = item?.picture ? view.project.pictures[item.picture] : undefined;
        const state = picture ? view.pictures.get(picture.id) : undefined;
        if (picture && !state) continue;
        yield {
          key: !picture ? 'photo-missing' : state === 'missing' ? 'picture-gone' : 'picture-changed',
          figures: { story: nameOf(block.story), picture: picture?.name ?? '' },
          page: page.id,
          ...about(block, photo),
        };
      }
}

export const p01: IssueRule = { id: 'P01', severity: 'error', issue: faults };
