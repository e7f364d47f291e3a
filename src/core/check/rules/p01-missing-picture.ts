/** P01: a place kept for a picture that is not there; a picture whose file is gone or another one (DESIGN, the command line). */
import type { Fault } from '../finding.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { nameOf, viewOf } from '../view.ts';

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  for (const page of view.project.pages) {
    const scene = view.scenes.get(page.id);
    if (!scene) continue;
    for (const block of viewOf(view.project, page, scene).blocks)
      for (const photo of block.photos)
        for (const item of photo.part.items) {
          if (item.kind !== 'picture') continue;
          const picture = item.picture ? view.project.pictures[item.picture] : undefined;
          const state = picture ? view.pictures.get(picture.id) : undefined;
          if (picture && !state) continue;
          yield {
            key: !picture ? 'photo-missing' : state === 'missing' ? 'picture-gone' : 'picture-changed',
            figures: { story: nameOf(block.story), picture: picture?.name ?? '' },
            page: page.id,
            frame: photo.frame.id,
            article: block.article.id,
            story: block.story.id,
            at: photo.rect,
          };
        }
  }
}

export const p01: IssueRule = { id: 'P01', severity: 'error', issue: faults };
