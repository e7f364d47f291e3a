/** From screen colours to inks, and the limit of ink that newsprint takes (guide print.md, part two §4). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sharp } from '../sharp.ts';
import type { Pixels } from './pixels.ts';

/** The output profile as a file: libvips reads profiles from disk only. `remove` when the job is done. */
export class ProfileFile {
  readonly path: string;
  private readonly folder: string;

  constructor(icc: Uint8Array) {
    this.folder = mkdtempSync(join(tmpdir(), 'banxin-press-'));
    this.path = join(this.folder, 'output.icc');
    writeFileSync(this.path, icc);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Black ink for even steps of sRGB grey, 0…255, as the grey profile of ISOnewspaper26 gives it: what 26 % gain needs. */
const BLACK_FOR_GREY = [1, 0.95, 0.83, 0.67, 0.53, 0.39, 0.25, 0.12, 0];

const GREY_TO_BLACK = Uint8Array.from({ length: 256 }, (_, v) => {
  const at = (v / 255) * (BLACK_FOR_GREY.length - 1);
  const low = Math.min(Math.floor(at), BLACK_FOR_GREY.length - 2);
  const [a, b] = [BLACK_FOR_GREY[low] as number, BLACK_FOR_GREY[low + 1] as number];
  return Math.round(255 * (a + (b - a) * (at - low)));
});

/** How far red, green and blue may lie apart in a picture that is still black and white: JPEG's own noise. */
const GREY_NOISE = 6;

/** True where a colour file holds a black-and-white photo: it prints in black alone and cannot go out of register. */
export function isGrey(pixels: Pixels): boolean {
  if (pixels.channels === 1) return true;
  const { data } = pixels;
  for (let i = 0; i < data.length; i += 3) {
    const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number];
    if (Math.abs(r - g) > GREY_NOISE || Math.abs(g - b) > GREY_NOISE || Math.abs(r - b) > GREY_NOISE) return false;
  }
  return true;
}

/** One channel of black ink, 255 solid. */
export function blackPlate(pixels: Pixels): Pixels {
  const { width, height, channels, data } = pixels;
  const out = Buffer.allocUnsafe(width * height);
  for (let i = 0; i < out.length; i++) out[i] = GREY_TO_BLACK[data[channels === 1 ? i : i * 3 + 1] as number] as number;
  return { data: out, width, height, channels: 1 };
}

/** sRGB pixels through the output profile, perceptual. */
export async function separate(pixels: Pixels, profile: string): Promise<Pixels> {
  const { width, height } = pixels;
  const data = await sharp(pixels.data, { raw: { width, height, channels: 3 } })
    .toColourspace('cmyk')
    .withIccProfile(profile, { attach: false })
    .raw()
    .toBuffer();
  return { data, width, height, channels: 4 };
}

/** The highest total of inks of any pixel, 1 = 100 %. */
export function highestInk(pixels: Pixels): number {
  const { data } = pixels;
  let most = 0;
  for (let i = 0; i < data.length; i += 4) {
    const sum = (data[i] as number) + (data[i + 1] as number) + (data[i + 2] as number) + (data[i + 3] as number);
    if (sum > most) most = sum;
  }
  return most / 255;
}

/** JPEG lets a value swing by a few steps beyond what it was given: room kept below the limit, 1 = 100 %. */
const JPEG_SWING = 0.05;

/**
 * Takes cyan, magenta and yellow back evenly where a pixel has more ink than the limit (1 = 100 %) allows; black stays.
 * Changes the pixels in place.
 */
export function holdInk(pixels: Pixels, limit: number): void {
  const { data } = pixels;
  const most = Math.floor((limit - JPEG_SWING) * 255);
  for (let i = 0; i < data.length; i += 4) {
    const [c, m, y, k] = [data[i] as number, data[i + 1] as number, data[i + 2] as number, data[i + 3] as number];
    if (c + m + y + k <= most) continue;
    const keep = Math.max(0, (most - k) / (c + m + y));
    data[i] = Math.floor(c * keep);
    data[i + 1] = Math.floor(m * keep);
    data[i + 2] = Math.floor(y * keep);
  }
}
