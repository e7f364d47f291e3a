/** The colours and object styles of one project, by name. What it begins with is here too: a project without a palette has these. */
import * as z from 'zod';
import { colourSchema } from './style.ts';

export const swatchSchema = z.strictObject({ name: z.string().min(1), colour: colourSchema });
export type Swatch = z.infer<typeof swatchSchema>;

/** 对象样式: how a rule, a box or a tint is drawn. Frames that name it have the same values. */
export const objectStyleSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(['rule', 'box', 'tint']),
  /** Of rules and boxes: the line's style and weight. */
  style: z.string().optional(),
  weightPt: z.number().positive().optional(),
  colour: colourSchema,
});
export type ObjectStyle = z.infer<typeof objectStyleSchema>;

export const paletteSchema = z.strictObject({ swatches: z.array(swatchSchema), objects: z.array(objectStyleSchema) });
export type Palette = z.infer<typeof paletteSchema>;

type Colour = z.infer<typeof colourSchema>;
const ink = (c: number, m: number, y: number, k: number): Colour => ({ kind: 'cmyk', c, m, y, k });

/** Process colours a coldset press holds: no mix above the ink limit, greys as black alone. */
export const DEFAULT_PALETTE: Palette = {
  swatches: [
    { name: 'K100', colour: ink(0, 0, 0, 1) },
    { name: 'K60', colour: ink(0, 0, 0, 0.6) },
    { name: 'K30', colour: ink(0, 0, 0, 0.3) },
    { name: 'K12', colour: ink(0, 0, 0, 0.12) },
    { name: 'K0', colour: ink(0, 0, 0, 0) },
    { name: 'M100 Y100', colour: ink(0, 1, 1, 0) },
    { name: 'M90 Y80 K10', colour: ink(0, 0.9, 0.8, 0.1) },
    { name: 'M50 Y100', colour: ink(0, 0.5, 1, 0) },
    { name: 'C100 M60', colour: ink(1, 0.6, 0, 0) },
    { name: 'C80 Y80', colour: ink(0.8, 0, 0.8, 0) },
    { name: 'Y20', colour: ink(0, 0, 0.2, 0) },
    { name: 'C15', colour: ink(0.15, 0, 0, 0) },
  ],
  objects: [],
};
