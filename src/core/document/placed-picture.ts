/** 放图: a picture given to a story's place for it, with the words that came inside its file. */
import { type Passage, type Story, typed } from '../story/index.ts';
import type { Picture } from './project.ts';

const has = (p: Passage | null | undefined): boolean => (p?.text.trim() ?? '') !== '';

/** What a passage becomes: its own words where it has any, else those of the file, else what it was. */
const filled = (own: Passage | null, words: string): Passage | null => (has(own) || words === '' ? own : typed(words));

/**
 * The story with the picture in its place `slot`, a new place where that is one past the last. A caption or a credit that
 * the story does not have yet is taken from the picture's own (IPTC, EXIF); words that stand there stay. The first picture
 * of a photo story has the story's body and credit as its own.
 */
export function withPlacedPicture(story: Story, slot: number, picture: Picture): Story {
  const known = story.pictures[slot];
  const own = story.kind === 'photo' && slot === 0;
  const entry = {
    picture: picture.id,
    caption: own ? (known?.caption ?? null) : filled(known?.caption ?? null, picture.caption),
    credit: own ? (known?.credit ?? null) : filled(known?.credit ?? null, picture.credit),
  };
  const pictures = known ? story.pictures.map((p, i) => (i === slot ? entry : p)) : [...story.pictures, entry];
  if (!own) return { ...story, pictures };
  const said = story.body.some(has) || picture.caption === '';
  return {
    ...story,
    pictures,
    body: said ? story.body : [{ type: 'paragraph', ...typed(picture.caption) }],
    credit: filled(story.credit, picture.credit),
  };
}
