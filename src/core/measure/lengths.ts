/**
 * Lengths. One unit inside Banxin: the DTP point, 1/72 inch. Everything else exists only at the edges,
 * and these functions are the only way in and out.
 */

/** Points in one millimetre (72 / 25.4). */
export const PT_PER_MM = 72 / 25.4;

/** Millimetres to points. */
export const mm = (millimetres: number): number => millimetres * PT_PER_MM;

/** Points to millimetres. */
export const toMm = (pt: number): number => pt / PT_PER_MM;

/** Picas to points: 1 pica is 12 pt. */
export const picas = (p: number): number => p * 12;

/** Inches to points. */
export const inches = (i: number): number => i * 72;

/** The Chinese size names (字号), largest first, with their points as in DTP practice (guide §1.5). */
export const SIZE_NAMES: readonly (readonly [name: string, pt: number])[] = [
  ['初号', 42],
  ['小初', 36],
  ['一号', 26],
  ['小一', 24],
  ['二号', 22],
  ['小二', 18],
  ['三号', 16],
  ['小三', 15],
  ['四号', 14],
  ['小四', 12],
  ['五号', 10.5],
  ['小五', 9],
  ['六号', 7.5],
  ['小六', 6.5],
  ['七号', 5.5],
  ['八号', 5],
];

/** Display sizes in points, smallest first: what one “step” of a headline's size means (guide §1.5, §6.3). */
export const DISPLAY_STEPS: readonly number[] = [
  9, 10.5, 12, 14, 15, 16, 18, 20, 22, 24, 26, 28, 30, 33, 36, 39, 42, 45, 48, 54, 60, 66, 72, 84, 96, 108, 120,
];

/** The 字号 of a size, or null where it has none. Tolerance 0.05 pt. */
export const sizeName = (pt: number): string | null => SIZE_NAMES.find(([, size]) => Math.abs(size - pt) < 0.05)?.[0] ?? null;

/** The next display size `steps` above (positive) or below (negative) a size; stops at the ends of the table. */
export function stepSize(pt: number, steps: number): number {
  let nearest = 0;
  DISPLAY_STEPS.forEach((size, i) => {
    if (Math.abs(size - pt) < Math.abs((DISPLAY_STEPS[nearest] as number) - pt)) nearest = i;
  });
  const at = Math.min(DISPLAY_STEPS.length - 1, Math.max(0, nearest + steps));
  return DISPLAY_STEPS[at] as number;
}
