/** A02 签删: characters an editor has signed away. They are no loss, and are said so that no signature is forgotten (mend: taken back). */
import type { Fault } from '../finding.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { signedAway, withdrawCuts } from '../signed.ts';
import { nameOf } from '../view.ts';

function* faults(view: IssueView): Generator<Fault & { page: string | null }> {
  const scenes = [...view.scenes.values()];
  for (const id of view.project.storyOrder) {
    const story = view.project.stories[id];
    const characters = story ? signedAway(story, scenes) : 0;
    if (!story || characters === 0) continue;
    const page = view.project.pages.find((p) => p.articles.some((a) => a.story === id)) ?? null;
    yield {
      key: 'signed-away',
      figures: { story: nameOf(story), characters },
      page: page?.id ?? null,
      article: page?.articles.find((a) => a.story === id)?.id,
      story: id,
      mend: withdrawCuts(story),
    };
  }
}

export const a02: IssueRule = { id: 'A02', severity: 'note', issue: faults };
