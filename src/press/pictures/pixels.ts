/** From a picture's file to the pixels that are printed: turned upright, cut to what shows, no larger than needed. */
import type { Sharp } from 'sharp';
import { sharp } from '../sharp.ts';
import { MOST_PIXELS, type Note, type PictureSource, pictureError, pictureNote } from './source.ts';

/** What shows, in fractions of the upright picture. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** The size the whole picture is scaled to, and the window cut from it, in pixels. */
interface Window {
  readonly scaledWidth: number;
  readonly scaledHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const clamp = (n: number, low: number, high: number): number => Math.min(high, Math.max(low, n));

/** `needPx` is how wide the window should be for its place on the page. Never scales up; the crop is held within the picture. */
export function windowFor(source: { width: number; height: number }, crop: Crop, needPx: number): Window {
  const x = clamp(crop.x, 0, 1);
  const y = clamp(crop.y, 0, 1);
  const across = clamp(crop.width, 1 / source.width, Math.max(1 / source.width, 1 - x));
  const down = clamp(crop.height, 1 / source.height, Math.max(1 / source.height, 1 - y));
  const scale = Math.min(1, needPx / (across * source.width));
  const scaledWidth = Math.max(1, Math.round(source.width * scale));
  const scaledHeight = Math.max(1, Math.round(source.height * scale));
  const left = clamp(Math.round(x * scaledWidth), 0, scaledWidth - 1);
  const top = clamp(Math.round(y * scaledHeight), 0, scaledHeight - 1);
  const width = clamp(Math.round(across * scaledWidth), 1, scaledWidth - left);
  const height = clamp(Math.round(down * scaledHeight), 1, scaledHeight - top);
  return { scaledWidth, scaledHeight, left, top, width, height };
}

/**
 * Decodes. Where nothing sensible comes out the picture is refused; where the decoder only grumbled it is printed, and
 * the person is told to look at it.
 */
async function decode(source: PictureSource, note: Note, pipe: (s: Sharp) => Sharp): Promise<Pixels> {
  const run = async (failOn: 'warning' | 'error'): Promise<Pixels> => {
    const image = sharp(source.bytes, { failOn, limitInputPixels: MOST_PIXELS, sequentialRead: true });
    const { data, info } = await pipe(image).raw().toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  };
  try {
    return await run('warning');
  } catch {
    try {
      const pixels = await run('error');
      note(pictureNote(source.name, 'picture-faulty'));
      return pixels;
    } catch {
      throw pictureError(source.name, 'picture-damaged');
    }
  }
}

function scaled(s: Sharp, source: PictureSource, w: Window): Sharp {
  const smaller = w.scaledWidth < source.width || w.scaledHeight < source.height;
  const sized = smaller ? s.resize(w.scaledWidth, w.scaledHeight, { fit: 'fill' }) : s;
  const whole = w.width === w.scaledWidth && w.height === w.scaledHeight;
  return whole ? sized : sized.extract({ left: w.left, top: w.top, width: w.width, height: w.height });
}

/** The window of the picture as sRGB, or as one grey channel where the file has only one; see-through parts over white. */
export function screenPixels(source: PictureSource, crop: Crop, needPx: number, note: Note): Promise<Pixels> {
  const w = windowFor(source, crop, needPx);
  const space = source.kind === 'grey' || source.kind === 'line' ? 'b-w' : 'srgb';
  return decode(source, note, (s) => scaled(s.autoOrient(), source, w).flatten({ background: '#fff' }).toColourspace(space));
}

/** The window of a CMYK picture with its ink values as they are. */
export function inkPixels(source: PictureSource, crop: Crop, needPx: number, note: Note): Promise<Pixels> {
  const w = windowFor(source, crop, needPx);
  return decode(source, note, (s) => scaled(s.pipelineColourspace('cmyk').autoOrient(), source, w).toColourspace('cmyk'));
}
