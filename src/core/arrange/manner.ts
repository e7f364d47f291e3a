/**
 * 版式风格: what a paper likes, as data. A manner is a file the paper can edit (resources/manners); these are its fields,
 * their limits, and the manner used where none is given. Sizes are points on a type area 1,000 pt wide and are scaled to
 * the page's own (guide §2.1, §3.4).
 */
import * as z from 'zod';

const ladder = z.strictObject({ minPt: z.number().positive(), idealPt: z.number().positive(), maxPt: z.number().positive() });

export const mannerSchema = z.strictObject({
  id: z.string().min(1),
  name: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Headline sizes by importance: 头条, 次条, 普通, 填空, and the small head of a photograph. */
  heads: z.strictObject({ lead: ladder, second: ladder, normal: ladder, filler: ladder, photo: ladder }),
  /** Columns the lead should cover, as a share of the page's columns. */
  leadShare: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  /** Share of the type area that photographs should take together, and the dominant one alone (C23, C24). */
  photoShare: z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)]),
  dominantShare: z.number().min(0).max(1),
  /** The least part of a picture's width or height that a crop must keep. */
  cropKeep: z.number().min(0.3).max(1),
  /** The most lines of white that may be added to one head to close the page. */
  whiteLines: z.int().min(0).max(8),
  /** Lines of white between modules, one under the other, on a page of 100 lines or more; one less on a shorter page. */
  gapLines: z.int().min(1).max(4),
  /** What a headline form costs, from 0 (liked) upwards; null where the manner does not use it. */
  forms: z.strictObject({ over: z.number(), beside: z.number().nullable(), vertical: z.number().nullable() }),
  /** What interlocking (穿插咬合) costs beside a rectangle; left out where every module is a rectangle. */
  interlock: z.number().optional(),
  /** What a body measure other than the basic column costs (破栏), for ordinary stories and for commentary; null forbids. */
  measures: z.strictObject({ article: z.number().nullable(), commentary: z.number().nullable() }),
  /** How much each check of guide §3.4 weighs in the score. */
  weights: z.record(z.string(), z.number().nonnegative()),
});
export type Manner = z.infer<typeof mannerSchema>;
export type HeadLadder = z.infer<typeof ladder>;

/** 党报: sober and modular. The same as resources/manners/party.json. */
export const PARTY_MANNER: Manner = {
  id: 'party',
  name: { zh: '党报', en: 'Party paper' },
  heads: {
    lead: { minPt: 42, idealPt: 56, maxPt: 72 },
    second: { minPt: 30, idealPt: 38, maxPt: 48 },
    normal: { minPt: 24, idealPt: 31, maxPt: 42 },
    filler: { minPt: 20, idealPt: 26, maxPt: 34 },
    photo: { minPt: 16, idealPt: 22, maxPt: 28 },
  },
  leadShare: [0.5, 0.75],
  photoShare: [0.15, 0.3],
  dominantShare: 0.15,
  cropKeep: 0.75,
  whiteLines: 4,
  gapLines: 1,
  forms: { over: 0, beside: 4, vertical: 5 },
  measures: { article: 0.8, commentary: 0 },
  weights: {
    C05: 8,
    C06: 5,
    C07: 4,
    C09: 4,
    C13: 2,
    C16: 3,
    C17: 1,
    C22: 7,
    C23: 4,
    C24: 4,
    C26: 1,
    C28: 3,
    C29: 3,
    C30: 10,
    C31: 3,
    C32: 2,
    C33: 1,
    C36: 2,
    order: 5,
    fit: 0.5,
  },
};

/** A manner that gives more to close a page that its own limits cannot close; the same object each time. */
export function loosened(m: Manner): Manner {
  const known = LOOSENED.get(m) ?? { ...m, whiteLines: Math.min(8, m.whiteLines + 3), cropKeep: Math.max(0.5, m.cropKeep - 0.15) };
  LOOSENED.set(m, known);
  return known;
}
const LOOSENED = new WeakMap<Manner, Manner>();
