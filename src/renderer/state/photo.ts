/** Photos: which part of a picture shows, what belongs to it, and how sharp it will print. */
import type { Edit, Frame, Page, Picture, Project } from '../../core/document/index.ts';
import type { GridRect, Rect } from '../../core/measure/index.ts';
import { putFrame, together } from './edits.ts';
import { frameRect } from './place.ts';
import { spotOf } from './spot.ts';

/** Newsprint: fewer pixels an inch than this show (guide: features §1.4). */
export const AMBER_PPI = 200;
export const RED_PPI = 150;
/** The same of line art: bad, short. */
const LINES_PPI = [550, 800] as const;

export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A photo frame with its picture; null where it shows none. */
export interface Photo {
  readonly frame: Frame;
  readonly picture: Picture | null;
  readonly shows: Extract<Frame['shows'], { kind: 'photo' }>;
}

export function photoOf(project: Project, page: Page, frame: Frame): Photo | null {
  if (frame.shows.kind !== 'photo') return null;
  const story = project.stories[page.articles.find((a) => a.id === frame.article)?.story ?? ''];
  const id = story?.pictures[frame.shows.picture]?.picture;
  return { frame, picture: (id && project.pictures[id]) || null, shows: frame.shows };
}

/** Width by height of what fills a frame: a picture that lies on its side has them changed over. */
export function shapeOf(rect: Pick<Rect, 'width' | 'height'>, rotate: number): { width: number; height: number } {
  const lying = Math.round((((rotate % 360) + 360) % 360) / 90) % 2 === 1;
  return lying ? { width: rect.height, height: rect.width } : { width: rect.width, height: rect.height };
}

const clamp = (v: number, low: number, high: number): number => Math.min(Math.max(low, high), Math.max(Math.min(low, high), v));

/** The largest part that has the frame's shape, about the picture's focus. In fractions of the picture. */
export function fillOf(picture: Pick<Picture, 'width' | 'height' | 'focus'>, shape: { width: number; height: number }): Crop {
  const ratio = shape.width / shape.height / (picture.width / picture.height);
  const [width, height] = [Math.min(1, ratio), Math.min(1, 1 / ratio)];
  return { width, height, x: clamp(picture.focus.x - width / 2, 0, 1 - width), y: clamp(picture.focus.y - height / 2, 0, 1 - height) };
}

/** A crop at `zoom` times the fill, its middle at `cx`, `cy`; never beyond the picture more than it must be. */
export function cropAt(
  picture: Pick<Picture, 'width' | 'height' | 'focus'>,
  shape: { width: number; height: number },
  zoom: number,
  cx: number,
  cy: number,
): Crop {
  const fill = fillOf(picture, shape);
  const [width, height] = [fill.width / zoom, fill.height / zoom];
  return { width, height, x: clamp(cx - width / 2, 0, 1 - width), y: clamp(cy - height / 2, 0, 1 - height) };
}

/** How far the whole picture is smaller than what fills the frame: the zoom at which all of it is seen. */
export function wholeZoom(picture: Pick<Picture, 'width' | 'height' | 'focus'>, shape: { width: number; height: number }): number {
  const fill = fillOf(picture, shape);
  return Math.min(fill.width, fill.height);
}

export const zoomOf = (
  picture: Pick<Picture, 'width' | 'height' | 'focus'>,
  shape: { width: number; height: number },
  crop: Crop,
): number => fillOf(picture, shape).width / crop.width;

/** The crop as it shows now. */
export const cropOf = (photo: Photo, picture: Picture, rect: Pick<Rect, 'width' | 'height'>): Crop =>
  photo.shows.crop ?? fillOf(picture, shapeOf(rect, photo.shows.rotate));

/** Pixels of the picture for an inch of paper. */
export function ppiOf(photo: Photo, picture: Picture, rect: Pick<Rect, 'width' | 'height'>): number {
  const shape = shapeOf(rect, photo.shows.rotate);
  return Math.round((picture.width * cropOf(photo, picture, rect).width) / (shape.width / 72));
}

export function ppiTone(ppi: number, picture: Pick<Picture, 'lineArt'> | null): 'bad' | 'short' | 'good' {
  const [red, amber] = picture?.lineArt ? LINES_PPI : [RED_PPI, AMBER_PPI];
  return ppi < red ? 'bad' : ppi < amber ? 'short' : 'good';
}

export const setCrop = (page: Page, photo: Photo, crop: Crop | null, rotate = photo.shows.rotate): Edit =>
  putFrame(page, { ...photo.frame, shows: { ...photo.shows, crop, rotate } });

/** The caption frames of photos, where they are not among the frames already: a caption goes where its photo goes. */
export function captionsOf(page: Page, frames: readonly Frame[]): Frame[] {
  const ids = new Set(frames.map((f) => f.id));
  const wanted = new Set(frames.flatMap((f) => (f.shows.kind === 'photo' && f.article ? [`${f.article} ${f.shows.picture}`] : [])));
  return page.frames.filter((f) => !ids.has(f.id) && f.shows.kind === 'caption' && wanted.has(`${f.article} ${f.shows.picture}`));
}

export const withCaptions = (page: Page, frames: readonly Frame[]): Frame[] => [...frames, ...captionsOf(page, frames)];

/** A photo frame in another place; its caption keeps its distance to the foot and takes the photo's width. A given crop stays about the same middle. */
export function placePhoto(page: Page, frame: Frame, to: Rect, picture: Picture | null): Edit | null {
  const from = frameRect(page, frame);
  const follow = captionsOf(page, [frame]).map((c) => {
    const r = frameRect(page, c);
    const below = r.y >= from.y + from.height - 1;
    if (!below) return putFrame(page, { ...c, ...spotOf(page, { ...r, x: r.x + to.x - from.x, y: r.y + to.y - from.y }) });
    return putFrame(page, {
      ...c,
      ...spotOf(page, { x: to.x, width: to.width, y: r.y + to.y + to.height - from.y - from.height, height: r.height }),
    });
  });
  return together([putFrame(page, { ...withKeptFocus(frame, from, to, picture), ...spotOf(page, to) }), ...follow]);
}

/** The frame with its crop made anew for another shape: as near as before, about the focus where it was in sight, else about the same middle. */
function withKeptFocus(frame: Frame, from: Rect, to: Rect, picture: Picture | null): Frame {
  const { shows } = frame;
  if (shows.kind !== 'photo' || !shows.crop || !picture) return frame;
  const { crop } = shows;
  const { focus } = picture;
  const seen = focus.x >= crop.x && focus.x <= crop.x + crop.width && focus.y >= crop.y && focus.y <= crop.y + crop.height;
  const shape = shapeOf(to, shows.rotate);
  // As many points of paper for a pixel as before, unless the frame has grown beyond the picture.
  const scale = shapeOf(from, shows.rotate).width / crop.width;
  const zoom = Math.max(1, (fillOf(picture, shape).width * scale) / shape.width);
  const [width, height] = [fillOf(picture, shape).width / zoom, fillOf(picture, shape).height / zoom];
  const share = { x: (focus.x - crop.x) / crop.width, y: (focus.y - crop.y) / crop.height };
  const cx = seen ? focus.x + (0.5 - share.x) * width : crop.x + crop.width / 2;
  const cy = seen ? focus.y + (0.5 - share.y) * height : crop.y + crop.height / 2;
  return { ...frame, shows: { ...shows, crop: cropAt(picture, shape, zoom, cx, cy) } };
}

export const gridRectOf = (page: Page, r: Rect): GridRect => spotOf(page, r).at;
