/** Where the shown part of a picture lies, for every eye alike. */
import type { PictureItem } from './scene.ts';

/** Maps the unit square (left-top of the shown part is 0,0) to the item's coordinates: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface PicturePlace {
  readonly matrix: Matrix;
  /** The shown part's own size on the page, in points, before it is turned. */
  readonly widthPt: number;
  readonly heightPt: number;
  /** True where the turned picture reaches beyond its frame and must be cut there: at all but quarter turns. */
  readonly clip: boolean;
}

/**
 * A picture turns clockwise about the middle of its frame. At quarter turns its sides change places, so that it fills
 * the frame; at other angles it keeps the sides of the nearest quarter turn and the frame cuts its corners.
 */
export function placePicture(item: Pick<PictureItem, 'x' | 'y' | 'width' | 'height' | 'rotate'>): PicturePlace {
  const degrees = ((item.rotate % 360) + 360) % 360;
  const quarter = Math.round(degrees / 90) % 4;
  const lying = quarter % 2 === 1;
  const widthPt = lying ? item.height : item.width;
  const heightPt = lying ? item.width : item.height;
  const exact = degrees % 90 === 0;
  const [cos, sin] = exact
    ? ([
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ][quarter] as [number, number])
    : [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [a, b, c, d] = [widthPt * cos, widthPt * sin, -heightPt * sin, heightPt * cos];
  const e = item.x + item.width / 2 - (a + c) / 2;
  const f = item.y + item.height / 2 - (b + d) / 2;
  return { matrix: [a, b, c, d, e, f], widthPt, heightPt, clip: !exact };
}
