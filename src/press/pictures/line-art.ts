/**
 * Line art: pictures of black and white alone. As halftones their edges would be screened; they go to the plate as bits,
 * at their own fineness (guide print.md: 600–1,000 ppi; what an imagesetter cannot show above 1,200 is left out).
 */
import { deflateSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';

/** No plate shows finer than this. */
export const FINEST_PPI = 1200;

/** Bits of a row, the first in the highest place, each row filled up to whole bytes: 1 is paper, as DeviceGray has it. */
export function bitsOf({ data, width, height, channels }: Pixels): Buffer {
  const stride = (width + 7) >> 3;
  const bits = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * channels] as number) >= 128)
        bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] as number) | (0x80 >> (x & 7));
  return deflateSync(bits, { level: 9 });
}
