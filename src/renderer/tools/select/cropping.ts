/** The picture within its frame under the hand: the frame stays, another part of the picture shows. */
import type { Frame, Page } from '../../../core/document/index.ts';
import type { PictureItem } from '../../../core/scene/index.ts';
import { Gesture } from '../../state/change.ts';
import { desk, pageOf, sceneOf } from '../../state/desk.ts';
import { putFrame } from '../../state/edits.ts';
import { picked } from '../../state/selection.ts';
import type { HandState, Touch } from '../hand.ts';
import type { Steps } from './steps.ts';

/** The one photo that is selected as a frame, and its picture as it is drawn now; null where it is something else. */
export function selectedPhoto(): { page: Page; frame: Frame; item: PictureItem } | null {
  const s = desk();
  const page = pageOf(s);
  const [key, ...more] = s.selected;
  if (!page || !key || more.length > 0 || picked(key).kind !== 'frame') return null;
  const frame = page.frames.find((f) => f.id === picked(key).id);
  const part = sceneOf(s)?.parts.find((p) => p.frame === frame?.id);
  const item = part?.items.find((i): i is PictureItem => i.kind === 'picture' && i.picture !== null);
  return frame?.shows.kind === 'photo' && item ? { page, frame, item } : null;
}

const clamp = (v: number, most: number): number => Math.min(Math.max(0, most), Math.max(0, v));

export function cropping(steps: Steps, start: Touch): HandState {
  const photo = selectedPhoto();
  const gesture = new Gesture('photo.crop');
  const follow = (t: Touch): null => {
    if (photo?.frame.shows.kind !== 'photo') return null;
    const { page, frame, item } = photo;
    const { crop } = item;
    const x = clamp(crop.x - ((t.page.x - start.page.x) / item.width) * crop.width, 1 - crop.width);
    const y = clamp(crop.y - ((t.page.y - start.page.y) / item.height) * crop.height, 1 - crop.height);
    gesture.to(putFrame(page, { ...frame, shows: { ...photo.frame.shows, crop: { ...crop, x, y } } }));
    return null;
  };
  return {
    cursor: 'grabbing',
    move: follow,
    up(t) {
      follow(t);
      gesture.end();
      return steps.idle();
    },
    cancel() {
      gesture.drop();
      return steps.idle();
    },
  };
}
