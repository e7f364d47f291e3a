/** Which pictures the pages show, what of them, and how large: known before the first is decoded, so each is made once. */
import { type PictureItem, placePicture, type Scene } from '../../core/scene/index.ts';
import type { Crop } from './pixels.ts';

export interface Wanted {
  readonly picture: string;
  readonly crop: Crop;
  /** Pixels across the shown part, for the largest place it has. */
  needPx: number;
  /** The fineness that `needPx` was reckoned for. */
  readonly ppi: number;
}

/** Crops that differ by less than this are one: a ten-thousandth of a picture is less than a pixel on the plate. */
const rounded = (n: number): number => Math.round(n * 1e4);

/** What two places of a picture share when they can share its pixels. */
export const wantedKey = (item: Pick<PictureItem, 'picture' | 'crop'>): string => {
  const { x, y, width, height } = item.crop;
  return `${item.picture} ${rounded(x)} ${rounded(y)} ${rounded(width)} ${rounded(height)}`;
};

/** By key, in order of first appearance. */
export function planPictures(scenes: readonly Scene[], ppi: number): Map<string, Wanted> {
  const plan = new Map<string, Wanted>();
  const items = scenes.flatMap((scene) => scene.parts.flatMap((part) => part.items));
  for (const item of items) {
    if (item.kind !== 'picture' || item.picture === null || item.width <= 0 || item.height <= 0) continue;
    const needPx = Math.max(1, Math.ceil((placePicture(item).widthPt / 72) * ppi));
    const known = plan.get(wantedKey(item));
    if (known) known.needPx = Math.max(known.needPx, needPx);
    else plan.set(wantedKey(item), { picture: item.picture, crop: item.crop, needPx, ppi });
  }
  return plan;
}
