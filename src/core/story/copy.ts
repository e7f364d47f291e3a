/** 来稿: copy as it arrived, decoded and otherwise untouched; a story's passages say where in it they stood. */
import * as z from 'zod';

/** What a source's own styles (a Word style, an HTML tag, a wire file's element) say about a range of the text. */
const hint = z.strictObject({
  span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
  /** `strong`: bold or large, and nothing more is known. */
  role: z.enum([
    'label',
    'kicker',
    'headline',
    'deck',
    'byline',
    'subhead',
    'paragraph',
    'caption',
    'credit',
    'note',
    'furniture',
    'strong',
  ]),
  /** A new item begins here, by the source's own division. */
  starts: z.boolean().optional(),
  /** How many times the text's size it is set. */
  size: z.number().positive().optional(),
});
export type Hint = z.infer<typeof hint>;

export const copySchema = z.strictObject({
  id: z.string().min(1),
  /** The file's name, without its folder; `-` for standard input; empty for what was pasted. */
  name: z.string(),
  /** Such as `utf-8`, `utf-16le`, `gb18030`, `big5`. */
  encoding: z.string(),
  /** The decoded text, every character of it. Spans of an Origin count UTF-16 units of this. */
  text: z.string(),
  /** In ascending order, not overlapping; absent for plain text. */
  hints: z.array(hint).optional(),
  /** What the reader or the editor keeps out of every story, by name; what is left beside it is white space and marks. */
  asides: z
    .array(
      z.strictObject({
        span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
        what: z.enum(['furniture', 'separator', 'aside']),
        /** How sure the reader is of it, 0…1; absent where it is sure, or the editor has said so. */
        confidence: z.number().min(0).max(1).optional(),
      }),
    )
    .optional(),
  /** Suspicions of the reader, for the editor's eye. */
  flags: z.array(z.strictObject({ span: z.tuple([z.int().nonnegative(), z.int().nonnegative()]), reason: z.string() })).optional(),
});
export type Copy = z.infer<typeof copySchema>;
