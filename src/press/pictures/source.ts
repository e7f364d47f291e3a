/** A picture's file as it arrives at the press: what it is, and whether it can be printed at all. */
import type { Metadata } from 'sharp';
import type { Project } from '../../core/document/index.ts';
import { PressError } from '../errors.ts';
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
  readonly kind: 'colour' | 'grey' | 'cmyk';
  readonly hasProfile: boolean;
}

/** Hears, in one sentence, what a person should know of a picture that is printed all the same. */
export type Note = (sentence: string) => void;

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

/** One sentence about a picture, with its name and page before it. */
export const about = (name: PictureName, what: string): string => `Picture ${name.file} on page ${name.page} ${what}.`;

export const pictureError = (name: PictureName, what: string): PressError => new PressError('picture', about(name, what), name.pageId);

const count = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',');

/** Reads what the file says of itself. Throws a PressError where it cannot be printed. */
export async function readSource(name: PictureName, bytes: Uint8Array, note: Note): Promise<PictureSource> {
  let meta: Metadata;
  try {
    meta = await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    throw pictureError(name, bytes.length === 0 ? 'is an empty file' : 'is damaged or is not a picture');
  }
  const extensions = EXTENSIONS[meta.format];
  if (!extensions) throw pictureError(name, `is in the ${shown(meta.format)} format; JPEG, PNG, TIFF and WebP can be printed`);
  const { width, height } = meta.autoOrient;
  if (width * height > MOST_PIXELS) {
    throw pictureError(name, `has ${count(width)} × ${count(height)} pixels, more than can be printed; save it smaller`);
  }
  const extension = /\.([^.]+)$/u.exec(name.file)?.[1]?.toLowerCase();
  if (extension && !extensions.includes(extension)) note(about(name, `is really a ${shown(meta.format)} file and was read as one`));
  const kind = meta.space === 'cmyk' ? 'cmyk' : meta.channels <= 2 ? 'grey' : 'colour';
  return { name, bytes, width, height, kind, hasProfile: meta.hasProfile };
}
