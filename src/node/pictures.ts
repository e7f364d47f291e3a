/** Pictures as they arrive: measured, named by their bytes, with the caption and credit that came inside them. */
import { createHash } from 'node:crypto';
import type { Metadata, Sharp } from 'sharp';
import type { Picture } from '../core/document/index.ts';
import { Trouble } from './trouble.ts';

const formats: Readonly<Record<string, Picture['format']>> = { jpeg: 'jpeg', png: 'png', tiff: 'tiff', webp: 'webp' };

/** SHA-256 in lower-case hex. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** EXIF orientations 5–8 lay the picture on its side. */
const lyingOn = (orientation: number | undefined): boolean => (orientation ?? 1) >= 5;

/**
 * IPTC does not say its encoding reliably, and exifr gives its bytes as Latin-1: what is valid UTF-8 is UTF-8, and what
 * is not is what Chinese picture desks wrote before it, GB 18030.
 */
export function iptcText(latin1: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is meant.
  if (/^[\u0000-\u007f]*$/u.test(latin1)) return latin1;
  if ([...latin1].some((c) => (c.codePointAt(0) as number) > 0xff)) return latin1;
  const bytes = Uint8Array.from(latin1, (c) => c.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  return latin1;
}

type Found = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** The first of the values that is text with something in it. XMP wraps language alternatives and lists. */
function firstText(...values: unknown[]): string {
  for (const value of values) {
    const one = Array.isArray(value) ? value.filter((v) => typeof v === 'string').join('、') : value;
    const text = typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
    // A replacement character means that the text is already lost: better none than a wrong one.
    if (typeof text === 'string' && text.trim() !== '' && !text.includes('\ufffd')) return text.replaceAll('\0', '').trim();
  }
  return '';
}

/** Caption and credit from IPTC first, then XMP, then EXIF; empty where there are none or where they cannot be read. */
async function wordsIn(bytes: Uint8Array): Promise<{ caption: string; credit: string }> {
  const { default: exifr } = await import('exifr');
  const found = (await exifr
    .parse(bytes, { tiff: true, iptc: true, xmp: true, exif: false, gps: false, mergeOutput: false })
    .catch(() => undefined)) as Found | undefined;
  const iptc = (key: string): unknown => {
    const value = found?.iptc?.[key];
    if (Array.isArray(value)) return value.map((v) => iptcText(String(v)));
    return typeof value === 'string' ? iptcText(value) : undefined;
  };
  return {
    caption: firstText(iptc('Caption'), found?.dc?.description, found?.ifd0?.ImageDescription),
    credit: firstText(iptc('Byline'), found?.dc?.creator, found?.ifd0?.Artist, iptc('Credit')),
  };
}

/** Pictures larger than this are not looked through for greys, in pixels. */
const MOST_LOOKED_AT = 120e6;

/** Rows looked at first: a photograph shows itself in them, and need not be read to its end. */
const FIRST_ROWS = 48;

/** True for a file of black and white alone: by its bits, or, where a lossless one has room for more, by its pixels. */
async function isLineArt(bytes: Uint8Array, meta: Metadata, sharp: typeof import('sharp')): Promise<boolean> {
  const { width = 0, height = 0 } = meta;
  if (meta.format !== 'png' && meta.format !== 'tiff') return false;
  if (meta.hasAlpha || meta.space === 'cmyk' || width * height > MOST_LOOKED_AT) return false;
  const open = (): Sharp => sharp(bytes, { limitInputPixels: false, sequentialRead: true });
  const first = open().extract({ left: 0, top: 0, width, height: Math.min(height, FIRST_ROWS) });
  for (const rows of [first, open()]) {
    const pixels = await rows
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch(() => null);
    if (!pixels?.data.every((v) => v === 0 || v === 255) || !isNeutral(pixels.data, pixels.info.channels)) return false;
  }
  return true;
}

/** Each pixel is black or white, and no pure colour. */
function isNeutral(pixels: Buffer, channels: number): boolean {
  for (let i = 0; channels >= 3 && i < pixels.length; i += channels)
    if (pixels[i] !== pixels[i + 1] || pixels[i] !== pixels[i + 2]) return false;
  return true;
}

/**
 * A picture of a project from a file's bytes. Equal bytes give the equal id, whatever the file is called.
 * Throws Trouble `not-a-picture` where it is none, or is of a kind that does not print (GIF, SVG, HEIC …).
 */
export async function importPicture(name: string, bytes: Uint8Array): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const meta = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((e: unknown) => {
      throw new Trouble('not-a-picture', { path: name, format: '?' }, e);
    });
  const format = formats[meta.format ?? ''];
  if (!format || !meta.width || !meta.height) throw new Trouble('not-a-picture', { path: name, format: meta.format ?? '?' });
  const turned = lyingOn(meta.orientation);
  const hash = sha256(bytes);
  return {
    id: `x${hash.slice(0, 12)}`,
    name,
    sha256: hash,
    format,
    width: turned ? meta.height : meta.width,
    height: turned ? meta.width : meta.height,
    ...((await isLineArt(bytes, meta, sharp)) ? { lineArt: true as const } : {}),
    focus: { x: 0.5, y: 0.5 },
    ...(await wordsIn(bytes)),
  };
}

/** True where the name's ending is one of a picture that can be placed. */
export const looksLikePicture = (name: string): boolean => /\.(?:jpe?g|png|tiff?|webp)$/iu.test(name);
