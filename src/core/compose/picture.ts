/** A picture in its frame: the part of it that fills the frame about its focus, or the part the editor chose. */
import type { Frame, Picture } from '../document/index.ts';
import type { Rect } from '../measure/index.ts';
import { type PictureItem, placePicture } from '../scene/index.ts';

type Crop = PictureItem['crop'];

const WHOLE: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** The largest part of the frame's shape, as near to the focus as the picture's edges allow. In fractions of the picture. */
export function fillCrop(picture: Pick<Picture, 'width' | 'height' | 'focus'>, frame: Pick<Rect, 'width' | 'height'>): Crop {
  const shape = frame.width / frame.height / (picture.width / picture.height);
  const width = Math.min(1, shape);
  const height = shape > 1 ? 1 / shape : 1;
  const keep = (focus: number, size: number): number => Math.min(1 - size, Math.max(0, focus - size / 2));
  return { x: keep(picture.focus.x, width), y: keep(picture.focus.y, height), width, height };
}

/** What lies beyond the picture's edges stays white: the item takes the part of the frame that the picture fills. At quarter turns only. */
function within(item: PictureItem): PictureItem {
  const { crop } = item;
  const left = Math.max(0, -crop.x) / crop.width;
  const right = Math.max(0, crop.x + crop.width - 1) / crop.width;
  const top = Math.max(0, -crop.y) / crop.height;
  const bottom = Math.max(0, crop.y + crop.height - 1) / crop.height;
  if (Math.max(left, right, top, bottom) < 1e-6) return item;
  const turns = (((item.rotate % 360) + 360) % 360) / 90;
  if (!Number.isInteger(turns)) return item;
  // The white at the picture's left stands at the frame's top after one turn clockwise, and so on round.
  const sides = [left, top, right, bottom];
  const side = (i: number): number => sides[(i - turns + 4) % 4] as number;
  const [l, t, r, b] = [side(0), side(1), side(2), side(3)];
  return {
    ...item,
    x: item.x + l * item.width,
    y: item.y + t * item.height,
    width: item.width * (1 - l - r),
    height: item.height * (1 - t - b),
    crop: {
      x: Math.max(0, crop.x),
      y: Math.max(0, crop.y),
      width: crop.width * (1 - left - right),
      height: crop.height * (1 - top - bottom),
    },
  };
}

/** The picture item of a photo frame; a missing picture is drawn as a marked empty box. */
export function pictureItem(frame: Frame, picture: Picture | null, box: Pick<Rect, 'width' | 'height'>): PictureItem {
  const own = frame.shows.kind === 'photo' ? frame.shows : null;
  const rotate = own?.rotate ?? 0;
  // A picture that lies on its side fills the frame with its sides changed over.
  const { widthPt, heightPt } = placePicture({ x: 0, y: 0, width: box.width, height: box.height, rotate });
  const shape = { width: widthPt, height: heightPt };
  return within({
    kind: 'picture',
    picture: picture?.id ?? null,
    x: 0,
    y: 0,
    width: box.width,
    height: box.height,
    crop: own?.crop ?? (picture ? fillCrop(picture, shape) : WHOLE),
    rotate,
  });
}
