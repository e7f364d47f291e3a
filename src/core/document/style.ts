/** Styles by role: how each part of a story is set. A preset brings a whole sheet; the editor changes it. */
import * as z from 'zod';

export const colourSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cmyk'), c: z.number(), m: z.number(), y: z.number(), k: z.number() }),
  z.strictObject({
    kind: z.literal('spot'),
    name: z.string().min(1),
    tint: z.number(),
    c: z.number(),
    m: z.number(),
    y: z.number(),
    k: z.number(),
  }),
]);

export const textRoles = [
  'label',
  'kicker',
  'headline',
  'deck',
  'byline',
  'body',
  'subhead',
  'note',
  'caption',
  'credit',
  'folio',
  'jump',
] as const;
export type TextRole = (typeof textRoles)[number];

/**
 * How far a justified line of English may be pressed and opened, and how often words may part (guide §6.2). Within the
 * limits word spaces, white between letters and the letters' own width give way together, each by the same share of its
 * own; beyond them word spaces alone do.
 */
export const justificationSchema = z.strictObject({
  /** Word space, least, best and most, as shares of the face's own. */
  word: z.tuple([z.number().min(0.3).max(1), z.number().min(0.5).max(2), z.number().min(1).max(5)]),
  /** White added after each letter, least and most, in em. */
  letterEm: z.tuple([z.number().min(-0.1).max(0), z.number().min(0).max(0.2)]),
  /** Width of the letters, least and most, as shares of their own. */
  glyph: z.tuple([z.number().min(0.9).max(1), z.number().min(1).max(1.1)]),
  /** Lines in a row that may end in a hyphen; 0 parts no word. */
  hyphens: z.int().min(0).max(9),
});
export type Justification = z.infer<typeof justificationSchema>;

export const textStyleSchema = z.strictObject({
  /** The face for Han and marks, by its id in the font catalogue. */
  font: z.string(),
  /** The face for Latin letters and digits. */
  latin: z.string(),
  sizePt: z.number().positive().max(300),
  /** From baseline to baseline where the style has several lines of its own (headlines). Body follows the page's grid. */
  leadingPt: z.number().positive(),
  align: z.enum(['left', 'centre', 'right', 'justify', 'spread']),
  /** First-line indent in characters of this style's size. */
  indentEm: z.number(),
  /** Added after every character, in em; negative tightens (紧排). */
  trackingEm: z.number(),
  colour: colourSchema,
  /** White above and below, in lines of the page's grid. */
  aboveLines: z.number().nonnegative(),
  belowLines: z.number().nonnegative(),
  /** 全角式 full, 开明式 kaiming, 半角式 half (guide §4.3-5). */
  marks: z.enum(['full', 'kaiming', 'half']),
  /** Prohibition level (guide §4.1). */
  prohibition: z.enum(['none', 'basic', 'gb', 'strict']),
  /** Gap between Han and Latin or digits, in em (guide §4.6). */
  hanLatinGapEm: z.number().min(0).max(0.5),
  /** Break line by line, or the paragraph as a whole with least badness. */
  composer: z.enum(['greedy', 'total']),
  /** How English lines are brought to the measure; a newspaper's usual limits where it is left out. */
  justification: justificationSchema.optional(),
  /** What setting may do to make a headline fit: tightest tracking, smallest size, most lines. */
  fit: z.strictObject({ trackingEm: z.number(), minPt: z.number(), maxLines: z.int().positive() }).optional(),
  /** 首字下沉, of a body: its story's first characters over so many lines, in faces of their own. */
  dropCap: z
    .strictObject({
      lines: z.int().min(2).max(6),
      characters: z.int().min(1).max(4),
      font: z.string().optional(),
      latin: z.string().optional(),
    })
    .optional(),
  /** Drawn before the text and not part of it, such as `◎ ` before a label. */
  prefix: z.string().optional(),
});
export type TextStyle = z.infer<typeof textStyleSchema>;

export const styleSheetSchema = z.record(z.enum(textRoles), textStyleSchema);
export type StyleSheet = z.infer<typeof styleSheetSchema>;

/** What one article sets otherwise than the sheet. */
export const overridesSchema = z.partialRecord(z.enum(textRoles), textStyleSchema.partial());
export type StyleOverrides = z.infer<typeof overridesSchema>;

/** Styles made with an article's changes, by these: the same two give the same object again. */
const CHANGED = new WeakMap<object, { readonly of: TextStyle; readonly made: TextStyle }>();

/** The style of a role with an article's own changes over it. */
export function styleFor(sheet: StyleSheet, overrides: StyleOverrides, role: TextRole): TextStyle {
  const own = overrides[role];
  const of = sheet[role];
  if (!own) return of;
  const known = CHANGED.get(own);
  if (known?.of === of) return known.made;
  const made = { ...of, ...own } as TextStyle;
  CHANGED.set(own, { of, made });
  return made;
}
