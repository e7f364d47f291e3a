/** Printed pixels as a JPEG: the one lossy step a picture goes through at the press. */
import { sharp } from '../sharp.ts';
import type { Pixels } from './pixels.ts';

const QUALITY_PLATE = 90;
const QUALITY_SCREEN = 80;

/** An entry of a TIFF's header; type 3 is a short, 4 a long. */
type Entry = readonly [tag: number, type: 3 | 4, count: number, value: number];
const BITS_PER_SAMPLE = 258;
const STRIP_OFFSETS = 273;

/** A TIFF of four inks: libvips takes bare pixels of four channels for RGB with transparency. */
function asTiff({ width, height, data }: Pixels): Buffer {
  const entries: Entry[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [BITS_PER_SAMPLE, 3, 4, 0],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [STRIP_OFFSETS, 4, 1, 0],
    [277, 3, 1, 4],
    [278, 4, 1, height],
    [279, 4, 1, data.length],
    [332, 3, 1, 1],
  ];
  const depths = 10 + entries.length * 12 + 4;
  const head = Buffer.alloc(depths + 8);
  head.write('II', 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], i) => {
    const at = 10 + 12 * i;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(tag === BITS_PER_SAMPLE ? depths : tag === STRIP_OFFSETS ? head.length : value, at + 8);
  });
  for (let i = 0; i < 4; i++) head.writeUInt16LE(8, depths + 2 * i);
  return Buffer.concat([head, data]);
}

/** Four inks. The JPEG carries Adobe's mark and so holds the values inverted: its image needs Decode [1 0 1 0 1 0 1 0]. */
export const inkJpeg = (pixels: Pixels): Promise<Buffer> =>
  sharp(asTiff(pixels))
    .pipelineColourspace('cmyk')
    .toColourspace('cmyk')
    .jpeg({ quality: QUALITY_PLATE, chromaSubsampling: '4:4:4' })
    .toBuffer();

/** One channel, its values as they are. */
export const greyJpeg = ({ data, width, height }: Pixels, quality = QUALITY_PLATE): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .jpeg({ quality })
    .toBuffer();

/** sRGB, or grey, for the screen. */
export const screenJpeg = (pixels: Pixels): Promise<Buffer> =>
  pixels.channels === 1
    ? greyJpeg(pixels, QUALITY_SCREEN)
    : sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
        .jpeg({ quality: QUALITY_SCREEN })
        .toBuffer();
