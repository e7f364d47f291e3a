/** Stories as `banxin read` prints them: only what is there, normalised text, in reading order. */
import type { Story } from '../story/index.ts';

export interface StoryJson {
  label?: string;
  kicker?: string;
  headline?: string;
  deck?: string;
  byline?: string;
  body: { type: 'paragraph' | 'subhead' | 'note'; text: string }[];
  credit?: string;
  kind: Story['kind'];
}

export const storiesToJson = (stories: readonly Story[]): StoryJson[] => stories.map(storyToJson);

function storyToJson(story: Story): StoryJson {
  const { label, kicker, headline, deck, byline, credit } = story;
  return {
    ...(label ? { label: label.text } : {}),
    ...(kicker ? { kicker: kicker.text } : {}),
    ...(headline ? { headline: headline.text } : {}),
    ...(deck ? { deck: deck.text } : {}),
    ...(byline ? { byline: byline.text } : {}),
    body: story.body.map((b) => ({ type: b.type, text: b.text })),
    ...(credit ? { credit: credit.text } : {}),
    kind: story.kind,
  };
}
