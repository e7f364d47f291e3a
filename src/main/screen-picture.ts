/** A picture's pixels for the canvas: sRGB, upright, one of a few widths; made once and kept. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { PICTURE_WIDTHS } from '../ipc/address.ts';
import { screenPath, storedPicture } from './picture-store.ts';

export interface Pixels {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: 'image/jpeg' | 'image/png';
}

const PNG_MARK = 0x89;

const asPixels = (bytes: Uint8Array): Pixels => ({
  bytes: new Uint8Array(bytes),
  type: bytes[0] === PNG_MARK ? 'image/png' : 'image/jpeg',
});

const roundUp = (width: number): number => PICTURE_WIDTHS.find((w) => w >= width) ?? (PICTURE_WIDTHS.at(-1) as number);

async function render(sha256: string, width: number): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  const image = sharp(await storedPicture(sha256), { failOn: 'none', limitInputPixels: false });
  const { hasAlpha } = await image.metadata();
  // libvips uses the picture's own profile where it has one, and its built-in CMYK profile for inks without any.
  const turned = image.rotate().resize({ width, withoutEnlargement: true }).toColourspace('srgb');
  return hasAlpha ? turned.png({ compressionLevel: 3 }).toBuffer() : turned.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer();
}

/** Sizes being made now, so that two frames with one picture do not make it twice. */
const making = new Map<string, Promise<Pixels>>();

async function make(sha256: string, width: number, kept: string): Promise<Pixels> {
  const bytes = await render(sha256, width);
  const part = `${kept}.${process.pid}.part`;
  await writeFile(part, bytes)
    .then(() => rename(part, kept))
    .catch(() => undefined);
  return asPixels(bytes);
}

/** The pixels at the next width that is no smaller than `wanted`. Throws (ENOENT) where the picture is not kept. */
export async function screenPicture(sha256: string, wanted: number): Promise<Pixels> {
  const width = roundUp(Number.isFinite(wanted) && wanted > 0 ? wanted : 0);
  const kept = screenPath(sha256, width);
  const known = await readFile(kept).catch(() => null);
  if (known) return asPixels(known);
  const under = making.get(kept);
  if (under) return under;
  const work = make(sha256, width, kept).finally(() => making.delete(kept));
  making.set(kept, work);
  return work;
}
