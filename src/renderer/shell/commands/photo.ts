/** Photos by keyboard: fit, fill, centre, zoom, turn; frame to content (guide: interaction §4.2). */
import type { Edit, Page, Picture } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/measure/index.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk, pageOf } from '../../state/desk.ts';
import { together } from '../../state/edits.ts';
import { type Crop, cropAt, cropOf, type Photo, photoOf, placePhoto, setCrop, shapeOf, wholeZoom, zoomOf } from '../../state/photo.ts';
import { frameRect } from '../../state/place.ts';
import { type Available, type Command, movable, selectedFrames } from './command.ts';

interface Shown {
  readonly page: Page;
  readonly photo: Photo;
  readonly picture: Picture;
  readonly rect: Rect;
  readonly crop: Crop;
}

/** Every photo with a picture among what is selected, as it shows now. */
function shown(s: Desk): Shown[] {
  const page = pageOf(s);
  const { project } = s;
  if (!page || !project) return [];
  return selectedFrames(s).flatMap((frame) => {
    const photo = photoOf(project, page, frame);
    if (!photo?.picture) return [];
    const rect = frameRect(page, frame);
    return [{ page, photo, picture: photo.picture, rect, crop: cropOf(photo, photo.picture, rect) }];
  });
}

const withPhoto = (s: Desk): Available => {
  const ok = movable(s);
  return ok !== true ? ok : shown(s).length > 0 ? true : 'noPhoto';
};

const command = (id: string, keys: readonly string[], label: string, change: (h: Shown) => Edit | null, repeats = false): Command => ({
  id: `photo.${id}`,
  keys,
  repeats,
  available: withPhoto,
  run: () => {
    const edit = together(shown(desk()).flatMap((h) => change(h) ?? []));
    if (edit) commit(label, edit);
  },
});

const zoomed = (h: Shown, zoom: number, cx = h.crop.x + h.crop.width / 2, cy = h.crop.y + h.crop.height / 2): Edit => {
  const shape = shapeOf(h.rect, h.photo.shows.rotate);
  return setCrop(h.page, h.photo, cropAt(h.picture, shape, zoom, cx, cy));
};

const zoomNow = (h: Shown): number => zoomOf(h.picture, shapeOf(h.rect, h.photo.shows.rotate), h.crop);

/** One press of a zoom key, and of a pan key in shares of what shows. */
const ZOOM_STEP = 1.05;
const PAN_STEP = 0.02;

const pan = (name: string, key: string, x: number, y: number): Command =>
  command(
    `pan${name}`,
    [key],
    'photo.crop',
    (h) => zoomed(h, zoomNow(h), h.crop.x + h.crop.width * (0.5 + x * PAN_STEP), h.crop.y + h.crop.height * (0.5 + y * PAN_STEP)),
    true,
  );

/** The frame takes the picture's own shape: its width stays, its height becomes the picture's, to whole lines. */
function frameToContent(h: Shown): Edit | null {
  const { rect, photo, picture, page } = h;
  const turned = shapeOf({ width: picture.width, height: picture.height }, photo.shows.rotate);
  const height = Math.max(1, Math.round((rect.width * turned.height) / turned.width / page.grid.linePitchPt)) * page.grid.linePitchPt;
  const frame = { ...photo.frame, shows: { ...photo.shows, crop: null } };
  return placePhoto(page, frame, { ...rect, height }, picture);
}

export const photoCommands: readonly Command[] = [
  command('fit', ['$mod+Alt+Shift+KeyE', '$mod+Shift+KeyQ'], 'photo.fit', (h) =>
    zoomed(h, wholeZoom(h.picture, shapeOf(h.rect, h.photo.shows.rotate)), 0.5, 0.5),
  ),
  command('fill', ['$mod+Alt+Shift+KeyC', '$mod+Shift+KeyY'], 'photo.fill', (h) => setCrop(h.page, h.photo, null)),
  command('centre', ['$mod+Shift+KeyE'], 'photo.centre', (h) => zoomed(h, zoomNow(h), 0.5, 0.5)),
  command('frameToContent', ['$mod+Alt+KeyC', '$mod+Shift+KeyX'], 'photo.frame', frameToContent),
  command('zoomIn', ['Shift+Equal'], 'photo.zoom', (h) => zoomed(h, Math.min(20, zoomNow(h) * ZOOM_STEP)), true),
  command(
    'zoomOut',
    ['Shift+Minus'],
    'photo.zoom',
    (h) => zoomed(h, Math.max(wholeZoom(h.picture, shapeOf(h.rect, h.photo.shows.rotate)), zoomNow(h) / ZOOM_STEP)),
    true,
  ),
  pan('Left', 'Alt+ArrowLeft', 1, 0),
  pan('Right', 'Alt+ArrowRight', -1, 0),
  pan('Up', 'Alt+ArrowUp', 0, 1),
  pan('Down', 'Alt+ArrowDown', 0, -1),
  command('turnRight', [], 'photo.turn', (h) => setCrop(h.page, h.photo, null, (h.photo.shows.rotate + 90) % 360)),
  command('turnLeft', [], 'photo.turn', (h) => setCrop(h.page, h.photo, null, (h.photo.shows.rotate + 270) % 360)),
];
