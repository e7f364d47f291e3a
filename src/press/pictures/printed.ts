/** One picture made ready for a file: its bytes and how a PDF must read them. */
import { greyJpeg, inkJpeg, screenJpeg } from './encode.ts';
import { bitsOf, FINEST_PPI } from './line-art.ts';
import { inkPixels, type Pixels, screenPixels } from './pixels.ts';
import type { Wanted } from './plan.ts';
import { blackPlate, highestInk, holdInk, isGrey, separate } from './separate.ts';
import { type Note, type PictureSource, pictureError, pictureNote } from './source.ts';

export interface PrintedPicture {
  readonly bytes: Buffer;
  /** A JPEG, or deflated rows of single bits. */
  readonly encoding: 'jpeg' | 'bits';
  readonly width: number;
  readonly height: number;
  readonly colour: 'DeviceCMYK' | 'DeviceGray' | 'DeviceRGB';
  /** True where the JPEG holds the values upside down. */
  readonly inverted: boolean;
}

export interface PlateSettings {
  /** Path of the output profile. */
  readonly profile: string;
  /** Total ink, 1 = 100 %. */
  readonly inkLimit: number;
}

const percent = (n: number): string => `${Math.round(n * 100)} %`;

/** For the press: inks through the output profile, or black alone, or the file's own inks where they are few enough. */
export async function printPicture(source: PictureSource, want: Wanted, plate: PlateSettings, note: Note): Promise<PrintedPicture> {
  if (source.kind === 'line') return lines(source, want, note);
  const pixels = await plates(source, want, plate, note);
  const { width, height } = pixels;
  return pixels.channels === 1
    ? { bytes: await greyJpeg(pixels), encoding: 'jpeg', width, height, colour: 'DeviceGray', inverted: true }
    : { bytes: await inkJpeg(pixels), encoding: 'jpeg', width, height, colour: 'DeviceCMYK', inverted: true };
}

/** Black and white stay what they are: black ink alone, no screen, no gain taken back. */
async function lines(source: PictureSource, want: Wanted, note: Note): Promise<PrintedPicture> {
  const pixels = await screenPixels(source, want.crop, (want.needPx * FINEST_PPI) / want.ppi, note);
  const { width, height } = pixels;
  return { bytes: bitsOf(pixels), encoding: 'bits', width, height, colour: 'DeviceGray', inverted: false };
}

async function plates(source: PictureSource, want: Wanted, plate: PlateSettings, note: Note): Promise<Pixels> {
  if (source.kind === 'cmyk') {
    const own = await ownInks(source, want, plate, note);
    if (own) return own;
  }
  const seen = await screenPixels(source, want.crop, want.needPx, note);
  if (isGrey(seen)) return blackPlate(seen);
  const inks = await separate(seen, plate.profile);
  holdInk(inks, plate.inkLimit);
  return inks;
}

/** The inks of a CMYK file, untouched where they keep the limit; null where its profile must bring them under it. */
async function ownInks(source: PictureSource, want: Wanted, plate: PlateSettings, note: Note): Promise<Pixels | null> {
  const own = await inkPixels(source, want.crop, want.needPx, note);
  if (own.channels !== 4) throw pictureError(source.name, 'picture-channels', { channels: own.channels });
  const most = highestInk(own);
  const over = most > plate.inkLimit;
  if (source.hasProfile) return over ? null : own;
  const held = { limit: percent(plate.inkLimit), most: percent(most) };
  note(over ? pictureNote(source.name, 'picture-untagged-held', held) : pictureNote(source.name, 'picture-untagged'));
  if (over) holdInk(own, plate.inkLimit);
  return own;
}

/** For the screen: sRGB. */
export async function showPicture(source: PictureSource, want: Wanted, note: Note): Promise<PrintedPicture> {
  const pixels = await screenPixels(source, want.crop, want.needPx, note);
  const { width, height } = pixels;
  const colour = pixels.channels === 1 ? 'DeviceGray' : 'DeviceRGB';
  return { bytes: await screenJpeg(pixels), encoding: 'jpeg', width, height, colour, inverted: false };
}
