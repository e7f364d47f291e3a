/** The sheet a page stands on: trim, bleed, and room for marks. */
import type { Scene } from '../core/scene/index.ts';
import type { Marks } from './options.ts';
import { num } from './pdf/objects.ts';

/** Room for marks and slug outside the bleed, in points (some 14 mm). */
export const SLUG_PT = 40;

export interface Sheet {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Where the trim's corner stands on the sheet, from the left and from the top alike. */
  readonly offsetPt: number;
  readonly bleedPt: number;
}

export const wantsMarks = (m: Marks): boolean => m.crop || m.registration || m.colourBar || m.slug;

export function sheetFor(scene: Scene, bleedPt: number, marks: Marks): Sheet {
  const offsetPt = bleedPt + (wantsMarks(marks) ? SLUG_PT : 0);
  return { widthPt: scene.widthPt + 2 * offsetPt, heightPt: scene.heightPt + 2 * offsetPt, offsetPt, bleedPt };
}

/** TrimBox and BleedBox of a sheet; the margins are equal on all sides, so both directions of y agree. */
export function boxes(sheet: Sheet): Record<string, number[]> {
  const box = (inset: number): number[] => [inset, inset, sheet.widthPt - inset, sheet.heightPt - inset];
  return { TrimBox: box(sheet.offsetPt), BleedBox: box(sheet.offsetPt - sheet.bleedPt) };
}

/** The operator that moves the origin to the trim's corner. */
export const enterTrim = (sheet: Sheet): string => `1 0 0 1 ${num(sheet.offsetPt)} ${num(sheet.offsetPt)} cm\n`;

/** The operators that cut off what lies beyond the bleed. */
export function clipToBleed(sheet: Sheet, scene: Scene): string {
  const b = sheet.bleedPt;
  return `${num(-b)} ${num(-b)} ${num(scene.widthPt + 2 * b)} ${num(scene.heightPt + 2 * b)} re W n\n`;
}
