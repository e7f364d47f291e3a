/** 版式预设: paper, grid, folio and a whole style sheet, as data. Every figure of it may be changed on the page it made. */
import * as z from 'zod';
import { mm, type PageFormat, typeAreaHeightPt, typeAreaWidthPt } from '../measure/index.ts';
import { languages } from '../story/index.ts';
import { folioSchema, frameSchema, gridSchema } from './project.ts';
import { styleSheetSchema } from './style.ts';

/** The sheet in millimetres, as a plant names it. */
const paperSchema = z.strictObject({
  widthMm: z.number().positive(),
  heightMm: z.number().positive(),
  /** From the trimmed left edge to the type area; null centres it. */
  leftMm: z.number().nonnegative().nullable(),
  /** From the trimmed top edge to the type area; the folio stands within it. */
  topMm: z.number().nonnegative(),
});

export const presetSchema = z.strictObject({
  /** Its file's name without `.json`. */
  id: z.string().min(1),
  title: z.strictObject({ 'zh-Hans': z.string().min(1), en: z.string().min(1) }),
  /** The language of the paper it is made for. */
  language: z.enum(languages),
  paper: paperSchema,
  grid: gridSchema,
  folio: folioSchema,
  styles: styleSheetSchema,
  /** Templates that a new issue of this preset begins with, in places of its own grid. */
  templates: z
    .array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), folio: folioSchema, frames: z.array(frameSchema) }))
    .optional(),
});
export type Preset = z.infer<typeof presetSchema>;

/** Where the preset's type area stands on its sheet, in points. */
export const presetFormat = ({ paper, grid }: Preset): PageFormat => ({
  widthPt: mm(paper.widthMm),
  heightPt: mm(paper.heightMm),
  leftPt: paper.leftMm === null ? (mm(paper.widthMm) - typeAreaWidthPt(grid)) / 2 : mm(paper.leftMm),
  topPt: mm(paper.topMm),
});

/**
 * Read a preset's JSON text. Throws an Error of one sentence where it is not JSON, lacks a field, or where
 * its type area (an output of the grid, guide §1.1) does not fit the paper.
 */
export function parsePreset(name: string, text: string): Preset {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Error(`The preset ${name} is not JSON.`);
  }
  const read = presetSchema.safeParse(data);
  if (!read.success) {
    const first = read.error.issues[0];
    throw new Error(`The preset ${name} cannot be used: ${first?.path.join('.') || 'the file'}: ${first?.message ?? 'unreadable'}.`);
  }
  const preset = read.data;
  const format = presetFormat(preset);
  const fits =
    format.leftPt >= 0 &&
    format.leftPt + typeAreaWidthPt(preset.grid) <= format.widthPt &&
    format.topPt + typeAreaHeightPt(preset.grid) <= format.heightPt;
  if (!fits) throw new Error(`The preset ${name} cannot be used: its type area is larger than its paper.`);
  return preset;
}
