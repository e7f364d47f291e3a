/**
 * 稿件: one structured item of copy. Type, check and defaults together.
 *
 * A story never loses what arrived: each passage knows the characters of the copy it came from and every change
 * that reading made to them. What the editor changes afterwards changes `text` alone.
 */
import * as z from 'zod';

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof languages)[number];

export const storyKinds = ['article', 'photo', 'commentary', 'brief', 'notice'] as const;
export type StoryKind = (typeof storyKinds)[number];

/** One repair made while reading: at `at` of the original, `removed` became `inserted`. */
const change = z.strictObject({
  at: z.int().nonnegative(),
  removed: z.string(),
  inserted: z.string(),
  /** Why: the name of the repair (guide §4.7, §5.3), such as `full-width`, `join`, `space`, `lifted`. */
  reason: z.string(),
  /** 0…1. */
  confidence: z.number().min(0).max(1),
});
export type Change = z.infer<typeof change>;

const origin = z.strictObject({
  /** The Copy it came from. */
  copy: z.string(),
  /** Where in that copy's decoded text, half-open, in reading order; their texts joined are the original. */
  spans: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
  /** Every repair between the original and the text as it was read, in ascending order of `at`, not overlapping. */
  changes: z.array(change),
  /** Repairs the editor refused, in ascending order of `at`: they can be taken again. */
  refused: z.array(change).optional(),
  /** How sure the reader is that this passage has the role it was given. 0…1. */
  confidence: z.number().min(0).max(1),
});
export type Origin = z.infer<typeof origin>;

/** A change of look over `from`…`to` (half-open, UTF-16 offsets of the passage's text). */
const mark = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  look: z.enum(['bold', 'italic', 'kai', 'emphasis', 'underline', 'superscript', 'ruby']),
  /** For `ruby`: what stands above. */
  note: z.string().optional(),
});
export type Mark = z.infer<typeof mark>;

const passage = z.strictObject({
  text: z.string(),
  /** Null for what the editor typed. */
  origin: origin.nullable(),
  marks: z.array(mark).optional(),
});
/** A run of text with where it came from. An empty string is allowed while the editor is typing. */
export type Passage = z.infer<typeof passage>;

export const blockTypes = ['paragraph', 'subhead', 'note'] as const;
const block = passage.extend({ type: z.enum(blockTypes) });
/** 段: a paragraph, a subhead (小标题) or an editor's note (编者按) of a story's body. */
export type Block = z.infer<typeof block>;

const storyPicture = z.strictObject({
  /** A picture of the project, or null: the place is kept and marked as empty. */
  picture: z.string().nullable(),
  caption: passage.nullable(),
  credit: passage.nullable(),
});
/** A picture as a story uses it. A photo story's own caption is its body and its own credit is the story's. */
export type StoryPicture = z.infer<typeof storyPicture>;

/** 签删: characters of one passage that an editor has signed away, so that they may be missing from the page. */
const cut = z.strictObject({
  field: z.enum(['label', 'kicker', 'headline', 'deck', 'byline', 'body', 'credit', 'caption', 'pictureCredit']),
  /** Which block of the body, or which picture of the story; 0 for the other fields. */
  index: z.int().nonnegative(),
  /** Where the text stood when it was signed, as a UTF-16 offset. */
  at: z.int().nonnegative(),
  /** The characters themselves: a cut holds for them and for no others. */
  text: z.string().min(1),
});
export type Cut = z.infer<typeof cut>;

/** 头条, 次条, 普通, 填空: how much a story weighs on its page, as an editor has said. */
export const importances = ['lead', 'second', 'normal', 'filler'] as const;
export type Importance = (typeof importances)[number];

export const storySchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(storyKinds),
  language: z.enum(languages),
  label: passage.nullable(),
  kicker: passage.nullable(),
  headline: passage.nullable(),
  deck: passage.nullable(),
  byline: passage.nullable(),
  body: z.array(block),
  credit: passage.nullable(),
  pictures: z.array(storyPicture),
  /** 1 is the lead; larger is less. The first guess is the order of arrival. */
  rank: z.number(),
  /** The editor's word; left out, the story is weighed by its rank, kind and length. */
  importance: z.enum(importances).optional(),
  cuts: z.array(cut).optional(),
});
export type Story = z.infer<typeof storySchema>;

/** The fields of a story that hold one passage, in reading order (the body stands between byline and credit). */
export const storyFields = ['label', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const;
export type StoryField = (typeof storyFields)[number];

/** Where a character of a story stands: a field, a block of the body, or a picture's caption or credit. */
export type TextPlace =
  | { readonly field: StoryField }
  | { readonly field: 'body'; readonly block: number }
  | { readonly field: 'caption' | 'pictureCredit'; readonly picture: number };

/** A passage typed by hand. */
export const typed = (text: string): Passage => ({ text, origin: null });

/** A story with nothing in it. */
export const emptyStory = (id: string, language: Language = 'zh-Hans'): Story => ({
  id,
  kind: 'article',
  language,
  label: null,
  kicker: null,
  headline: null,
  deck: null,
  byline: null,
  body: [],
  credit: null,
  pictures: [],
  rank: 1,
});

/** Every passage of a story in reading order, with its place. */
export function passages(story: Story): { place: TextPlace; passage: Passage }[] {
  const all: { place: TextPlace; passage: Passage }[] = [];
  const field = (name: StoryField): void => {
    const p = story[name];
    if (p) all.push({ place: { field: name }, passage: p });
  };
  for (const name of storyFields.slice(0, 5)) field(name);
  for (const [i, b] of story.body.entries()) all.push({ place: { field: 'body', block: i }, passage: b });
  field('credit');
  story.pictures.forEach((p, i) => {
    if (p.caption) all.push({ place: { field: 'caption', picture: i }, passage: p.caption });
    if (p.credit) all.push({ place: { field: 'pictureCredit', picture: i }, passage: p.credit });
  });
  return all;
}

/** The passage at a place, or null where the story has none there. */
export function passageAt(story: Story, place: TextPlace): Passage | null {
  if (place.field === 'body') return story.body[place.block] ?? null;
  if (place.field === 'caption') return story.pictures[place.picture]?.caption ?? null;
  if (place.field === 'pictureCredit') return story.pictures[place.picture]?.credit ?? null;
  return story[place.field];
}

/** Characters of a story as an editor counts them: every field, white space left out. */
export const countCharacters = (story: Story): number =>
  passages(story).reduce((sum, { passage: p }) => sum + [...p.text.replace(/\s/gu, '')].length, 0);
