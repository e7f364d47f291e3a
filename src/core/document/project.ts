/** 报: one issue of a paper: its pages, stories, pictures and styles. Plain data, the same in memory and on disk. */
import * as z from 'zod';
import { copySchema, languages, storySchema } from '../story/index.ts';
import { paletteSchema } from './palette.ts';
import { colourSchema, overridesSchema, styleSheetSchema, textRoles } from './style.ts';

export const gridSchema = z.strictObject({
  columns: z.int().min(1).max(24),
  charsPerColumn: z.number().min(4).max(200),
  gutterEm: z.number().min(0).max(10),
  bodyPt: z.number().min(4).max(36),
  linePitchPt: z.number().min(4).max(72),
  lines: z.int().min(4).max(400),
});

export const formatSchema = z.strictObject({
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
  leftPt: z.number().nonnegative(),
  topPt: z.number().nonnegative(),
});

const gridRect = z.strictObject({ column: z.number(), line: z.number(), columns: z.number().positive(), lines: z.number().positive() });

/** What shows of a picture, in fractions of its own width and height, and how it is turned. */
export const cropSchema = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

const shows = z.discriminatedUnion('kind', [
  /** Label, kicker, headline, deck and byline as one block. */
  z.strictObject({ kind: z.literal('head'), form: z.enum(['over', 'beside', 'vertical']) }),
  /** The body; the frames of an article that show it are threaded in the page's order. `legs` 0 = one leg a basic column. */
  z.strictObject({
    kind: z.literal('body'),
    legs: z.int().nonnegative(),
    share: z.enum(['absolute', 'relative', 'free', 'auto']),
    /** 竖排: lines run downwards, from right to left; `legs` stand one below the other then, 0 being one. */
    vertical: z.boolean().optional(),
  }),
  /** Picture `picture` of the story. A null crop fills the frame about the picture's focus. */
  z.strictObject({ kind: z.literal('photo'), picture: z.int().nonnegative(), crop: cropSchema.nullable(), rotate: z.number() }),
  /** The caption and credit of picture `picture`; of a photo story, its body and credit. */
  z.strictObject({ kind: z.literal('caption'), picture: z.int().nonnegative() }),
  /** Text that belongs to no story. */
  z.strictObject({ kind: z.literal('text'), text: z.string(), role: z.enum(textRoles), overrides: overridesSchema.optional() }),
  z.strictObject({ kind: z.literal('rule'), style: z.string(), weightPt: z.number().positive(), colour: colourSchema }),
  z.strictObject({ kind: z.literal('box'), style: z.string(), weightPt: z.number().positive(), colour: colourSchema }),
  z.strictObject({ kind: z.literal('tint'), colour: colourSchema }),
]);
export type Shows = z.infer<typeof shows>;

export const frameSchema = z.strictObject({
  id: z.string().min(1),
  /** The article it belongs to; null for rules, tints and free text. */
  article: z.string().nullable(),
  shows,
  at: gridRect,
  /** Offset from the grid in points, for what stands off it. */
  dxPt: z.number(),
  dyPt: z.number(),
  locked: z.boolean(),
  /** 成组: frames of one page with the same name move together. An article's frames need none. */
  group: z.string().min(1).optional(),
  /** The object style it follows (`Palette.objects`); its own values are kept equal to it. */
  look: z.string().min(1).optional(),
});
/** 框: a placed rectangle, what it shows and where. */
export type Frame = z.infer<typeof frameSchema>;

export const articleSchema = z.strictObject({
  id: z.string().min(1),
  story: z.string(),
  overrides: overridesSchema,
  /** 转版: the article, on an earlier page, whose text this one goes on with. */
  continues: z.string().optional(),
});
/** 稿块: a story as placed on a page. Its frames stand in `Page.frames`; their order there is the thread. */
export type Article = z.infer<typeof articleSchema>;

export const folioSchema = z.strictObject({
  show: z.boolean(),
  /** Text at the left, the middle and the right, with fields in braces: {paper} {date} {weekday} {page} {section} {editors}. */
  left: z.string(),
  centre: z.string(),
  right: z.string(),
  /** Thickness of the head rule (天线); 0 for none. */
  rulePt: z.number().nonnegative(),
  /** From the head rule down to the type area. */
  gapPt: z.number().nonnegative(),
});

/** 编排, 送审, 付印: worked on, handed in to be read, signed for printing. */
export const pageStates = ['working', 'review', 'signed'] as const;
export type PageState = (typeof pageStates)[number];

export const pageSchema = z.strictObject({
  id: z.string().min(1),
  number: z.int().positive(),
  section: z.string(),
  editors: z.string(),
  preset: z.string(),
  format: formatSchema,
  grid: gridSchema,
  folio: folioSchema,
  articles: z.array(articleSchema),
  /** In paint order. */
  frames: z.array(frameSchema),
  /** 辅助线: where guides stand, in points from the sheet's left and top edge. */
  guides: z.strictObject({ x: z.array(z.number()), y: z.array(z.number()) }).optional(),
  /** The template whose furniture lies under the page's own and whose folio it shows. */
  template: z.string().optional(),
  /** How far the page has come; left out while it is worked on. */
  state: z.enum(pageStates).optional(),
});
export type Page = z.infer<typeof pageSchema>;

/**
 * 母版: furniture and folio that pages share: nameplate, ears, imprint, rules. It is a page without stories, so that it is
 * composed and edited as one; its grid and sheet are those it was made on, and each page sets its furniture on its own.
 */
export const templateSchema = pageSchema.extend({ name: z.string() });
export type Template = z.infer<typeof templateSchema>;

export const pictureSchema = z.strictObject({
  id: z.string().min(1),
  /** The file's name, without its folder. */
  name: z.string(),
  /** SHA-256 of the file's bytes, lower-case hex: where the archive keeps it, and how a change is seen. */
  sha256: z.string().length(64),
  format: z.enum(['jpeg', 'png', 'tiff', 'webp']),
  /** Pixels, after EXIF orientation. */
  width: z.int().positive(),
  height: z.int().positive(),
  /** Black and white alone (线条稿): goes to the plate as bits, unscreened. Left out for photographs. */
  lineArt: z.literal(true).optional(),
  /** What must stay in sight, in fractions of width and height. */
  focus: z.strictObject({ x: z.number(), y: z.number() }),
  /** 朝向: the side its people look or move to, as an editor said it; left out where nobody has. */
  facing: z.enum(['left', 'right']).optional(),
  /** As its IPTC or EXIF gives them; empty where it has none. */
  caption: z.string(),
  credit: z.string(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** The version of this form; archive/migrations/ lead up to it. */
export const PROJECT_FORMAT = 1;

/** What a check can weigh; `off` leaves it out. */
export const checkWeights = ['error', 'warning', 'note', 'off'] as const;
export type CheckWeight = (typeof checkWeights)[number];

export const projectSchema = z.strictObject({
  format: z.literal(PROJECT_FORMAT),
  paper: z.strictObject({
    name: z.string(),
    language: z.enum(languages),
    /** The issue's date as YYYY-MM-DD; null leaves it out of the folio. */
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/u)
      .nullable(),
    /** 期号: the number of the issue, as it is printed. */
    issue: z.string().optional(),
    /** 刊号: the paper's registration, such as CN 51-0098. */
    cn: z.string().optional(),
  }),
  /** The only source of chance in arrangement. */
  seed: z.int().nonnegative(),
  copies: z.record(z.string(), copySchema),
  stories: z.record(z.string(), storySchema),
  /** Every story's id, in the order of the copy desk. */
  storyOrder: z.array(z.string()),
  pictures: z.record(z.string(), pictureSchema),
  pages: z.array(pageSchema),
  templates: z.array(templateSchema).optional(),
  styles: styleSheetSchema,
  palette: paletteSchema.optional(),
  /**
   * What a rule of the checks weighs in this paper, by its id; a rule not named weighs as it does by itself. A finding that
   * was let pass is named by its rule, an @ and what it says, and is `off`.
   */
  checks: z.record(z.string(), z.enum(checkWeights)).optional(),
});
export type Project = z.infer<typeof projectSchema>;

export const findPage = (p: Project, id: string): Page | null => p.pages.find((page) => page.id === id) ?? null;

export const templatesOf = (p: Project): readonly Template[] => p.templates ?? [];
/** A page or a template: whatever frames can stand on. */
export const findSheet = (p: Project, id: string): Page | null => findPage(p, id) ?? templatesOf(p).find((t) => t.id === id) ?? null;
/** The template of a page; null where it has none, or one that is gone. */
export const templateOf = (p: Project, page: Page): Template | null =>
  (page.template !== undefined && templatesOf(p).find((t) => t.id === page.template)) || null;

/** Everything that stands on a page: its template's frames, then its own. */
export const standingOn = (p: Project, page: Page): readonly Frame[] => {
  const template = templateOf(p, page);
  return template ? [...template.frames, ...page.frames] : page.frames;
};
export const findArticle = (page: Page, id: string): Article | null => page.articles.find((a) => a.id === id) ?? null;
export const framesOf = (page: Page, article: string): Frame[] => page.frames.filter((f) => f.article === article);

/** An article wherever it stands in the project, with its page; null where no page has it. */
export function locateArticle(p: Project, id: string): { page: Page; article: Article } | null {
  for (const page of p.pages) {
    const article = findArticle(page, id);
    if (article) return { page, article };
  }
  return null;
}

/** The article that goes on with this one's text, with its page; null where none does. */
export function continuationOf(p: Project, id: string): { page: Page; article: Article } | null {
  for (const page of p.pages) {
    const article = page.articles.find((a) => a.continues === id);
    if (article) return { page, article };
  }
  return null;
}
