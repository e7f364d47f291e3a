/** A01 the account: a character of a story that stands on no page. What is overset is said by C04 and not again here. */
import { placedOffsets, unplacedOf } from '../account.ts';
import type { Fault } from '../finding.ts';
import type { IssueRule, IssueView } from '../rule.ts';
import { signedAway } from '../signed.ts';
import { nameOf } from '../view.ts';

function* faults(view: IssueView): Generator<Fault & { page: string | null }> {
  const scenes = [...view.scenes.values()];
  const placed = placedOffsets(scenes);
  const overset = new Map<string, number>();
  for (const o of scenes.flatMap((s) => s.overset)) overset.set(o.story, (overset.get(o.story) ?? 0) + o.characters);
  for (const id of view.project.storyOrder) {
    const story = view.project.stories[id];
    if (!story) continue;
    const pages = view.project.pages.filter((p) => p.articles.some((a) => a.story === id));
    const page = pages[0] ?? null;
    // A page that was not composed says nothing about its stories, nor of those that go on there.
    if (pages.some((p) => !view.scenes.has(p.id))) continue;
    const lost = unplacedOf(story, placed);
    // Of what is over, C04 says what is not signed away.
    const characters = lost.characters - Math.max(0, (overset.get(id) ?? 0) - signedAway(story, scenes));
    if (characters <= 0) continue;
    yield {
      key: page ? 'characters-lost' : 'unplaced',
      figures: { story: nameOf(story), characters, text: lost.text },
      page: page?.id ?? null,
      article: page?.articles.find((a) => a.story === id)?.id,
      story: id,
    };
  }
}

export const a01: IssueRule = { id: 'A01', severity: 'error', issue: faults };
