/** A picture's file as it arrives at the press: what it is, and whether it can be printed at all. */
import type { Metadata } from 'sharp';
import type { Project } from '../../core/document/index.ts';
import { PressError } from '../errors.ts';
import { PressNote, type PressSentence, type PressValues } from '../sentences.ts';
import { sharp } from '../sharp.ts';

/** How the press speaks of a picture: the file's own name and the page it stands on. */
export interface PictureName {
  readonly file: string;
  /** As printed, such as `3`; the Scene's page id where the project does not know the page. */
  readonly page: string;
  readonly pageId: string;
}

export interface PictureSource {
  readonly name: PictureName;
  readonly bytes: Uint8Array;
  /** Pixels as seen, after EXIF orientation. */
  readonly width: number;
  readonly height: number;
  /** `line`: black and white alone, a bit a pixel. */
  readonly kind: 'colour' | 'grey' | 'cmyk' | 'line';
  readonly hasProfile: boolean;
}

/** Hears what a person should know of a picture that is printed all the same. */
export type Note = (note: PressNote) => void;

/** The largest picture that is decoded: 268 million pixels, some 16,384 × 16,384; beyond it memory is not safe. */
export const MOST_PIXELS = 0x3fff * 0x3fff;

const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  webp: ['webp'],
};
const SHOWN: Readonly<Record<string, string>> = { tiff: 'TIFF', webp: 'WebP' };
const shown = (format: string): string => SHOWN[format] ?? format.toUpperCase();

export function nameOf(project: Project, id: string, pageId: string): PictureName {
  const page = project.pages.find((p) => p.id === pageId);
  return { file: project.pictures[id]?.name ?? id, page: page ? String(page.number) : pageId, pageId };
}

const named = ({ file, page }: PictureName, values: PressValues): PressValues => ({ file, page, ...values });

/** One sentence about a picture, with its name and its page. */
export const pictureError = (name: PictureName, sentence: PressSentence, values: PressValues = {}): PressError =>
  new PressError(sentence, named(name, values), name.pageId);

export const pictureNote = (name: PictureName, sentence: PressSentence, values: PressValues = {}): PressNote =>
  new PressNote(sentence, named(name, values), name.pageId);

const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** Reads what the file says of itself; `lineArt` is what the project knows of it. Throws a PressError where it cannot be printed. */
export async function readSource(name: PictureName, bytes: Uint8Array, note: Note, lineArt = false): Promise<PictureSource> {
  let meta: Metadata;
  try {
    meta = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw pictureError(name, bytes.length === 0 ? 'picture-empty' : 'picture-foreign');
  }
  const extensions = EXTENSIONS[meta.format];
  if (!extensions) throw pictureError(name, 'picture-format', { format: shown(meta.format) });
  const { width, height } = meta.autoOrient;
  if (width * height > MOST_PIXELS) {
    throw pictureError(name, 'picture-pixels', { width: count(width), height: count(height) });
  }
  const extension = /\.([^.]+)$/u.exec(name.file)?.[1]?.toLowerCase();
  if (extension && !extensions.includes(extension)) note(pictureNote(name, 'picture-renamed', { format: shown(meta.format) }));
  // A palette of two need not be black and white: those say so in the project.
  const bits = lineArt || (meta.bitsPerSample === 1 && !meta.isPalette);
  const kind = bits ? 'line' : meta.space === 'cmyk' ? 'cmyk' : meta.channels <= 2 ? 'grey' : 'colour';
  return { name, bytes, width, height, kind, hasProfile: meta.hasProfile };
}
