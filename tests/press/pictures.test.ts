import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import type { Project } from '../../src/core/document/index.ts';
import type { PictureItem } from '../../src/core/scene/index.ts';
import { PressError, pngOf, pressPages } from '../../src/press/index.ts';
import { windowFor } from '../../src/press/pictures/pixels.ts';
import { readPdf } from './reader.ts';
import { emptyProject, face, options, PartMaker, scene, world } from './scenes.ts';

const [W, H] = [900, 600];

/** Left half red above blue, right half dark grey above white; transparent where asked. */
async function drawing(clear = false): Promise<Buffer> {
  const rect = (x: number, y: number, fill: string): string => `<rect x="${x}" y="${y}" width="450" height="300" fill="${fill}"/>`;
  const right = clear ? '' : rect(450, 300, '#fff');
  const shapes = rect(0, 0, '#e01010') + rect(0, 300, '#1030d0') + rect(450, 0, '#202020') + right;
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}">${shapes}</svg>`))
    .png()
    .toBuffer();
}
const opaque = async (): Promise<sharp.Sharp> => sharp(await drawing()).removeAlpha();

const WHOLE = { x: 0, y: 0, width: 1, height: 1 };
const item = (picture: string | null, changes: Partial<PictureItem> = {}): PictureItem => ({
  kind: 'picture',
  picture,
  x: 20,
  y: 30,
  width: 180,
  height: 120,
  crop: WHOLE,
  rotate: 0,
  ...changes,
});

const projectWith = (...names: string[]): Project =>
  emptyProject({
    pictures: Object.fromEntries(names.map((name) => [name, { name }])) as unknown as Project['pictures'],
    pages: [{ id: 'p1', number: 3, section: '', articles: [], frames: [] }] as unknown as Project['pages'],
  });

interface Printed {
  images: { dict: string; jpeg: Buffer }[];
  notes: string[];
  content: string;
}

async function print(
  files: Record<string, Uint8Array>,
  items: PictureItem[],
  changes: Parameters<typeof options>[0] = {},
): Promise<Printed> {
  const maker = new PartMaker();
  for (const i of items) maker.add(i);
  const notes: string[] = [];
  const where = world({
    project: projectWith(...Object.keys(files)),
    pictureBytes: async (id) => {
      const bytes = files[id];
      if (!bytes) throw new Error('ENOENT');
      return bytes;
    },
  });
  const file = readPdf(await pressPages([scene([maker.part()])], where, options({ onNote: (n) => notes.push(n.say('en')), ...changes })));
  const images = file.find('/Subtype /Image').map((o) => ({ dict: o.dict, jpeg: o.stream! }));
  return { images, notes, content: file.pages[0]!.content };
}

/** Ink values 0…255 in the middle of the four quarters of a CMYK JPEG: top left, top right, bottom left, bottom right. */
async function quarters(jpeg: Buffer): Promise<number[][]> {
  const image = sharp(jpeg).pipelineColourspace('cmyk').toColourspace('cmyk');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const at = (u: number, v: number): number[] => {
    const o = (Math.floor(v * info.height) * info.width + Math.floor(u * info.width)) * info.channels;
    return [...data.subarray(o, o + info.channels)];
  };
  return [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
}

describe('pictures for the press', () => {
  const made: [string, string, () => Promise<Buffer>][] = [
    ['JPEG', 'a.jpg', async () => (await opaque()).jpeg({ quality: 95 }).toBuffer()],
    ['PNG', 'a.png', async () => (await opaque()).png().toBuffer()],
    ['PNG of 16 bits', 'a.png', async () => (await opaque()).toColourspace('rgb16').png().toBuffer()],
    ['PNG with transparency', 'a.png', () => drawing(true)],
    ['WebP', 'a.webp', async () => (await opaque()).webp({ quality: 95 }).toBuffer()],
    ['TIFF', 'a.tif', async () => (await opaque()).tiff({ compression: 'lzw' }).toBuffer()],
    ['TIFF in CMYK with its profile', 'a.tif', async () => (await opaque()).toColourspace('cmyk').withIccProfile('cmyk').tiff().toBuffer()],
    [
      'JPEG turned by EXIF',
      'a.jpg',
      async () => (await opaque()).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer(),
    ],
  ];
  it.each(made)('prints a %s in four inks, upright, within the ink limit', async (_, name, make) => {
    const { images, notes } = await print({ [name]: await make() }, [item(name)]);
    expect(notes).toEqual([]);
    expect(images).toHaveLength(1);
    expect(images[0]!.dict).toContain('/ColorSpace /DeviceCMYK');
    expect(images[0]!.dict).toContain('/Decode [1 0 1 0 1 0 1 0]');
    expect(images[0]!.dict).toContain('/Width 550');
    const [red, dark, blue, white] = await quarters(images[0]!.jpeg);
    expect(red![1]).toBeGreaterThan(180);
    expect(red![0]).toBeLessThan(60);
    expect(blue![0]).toBeGreaterThan(130);
    expect(dark![3]).toBeGreaterThan(120);
    expect(Math.max(...white!)).toBeLessThan(6);
    for (const q of [red, dark, blue, white]) expect(q!.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(2.4 * 255);
  });

  it('prints black-and-white photos in black alone, whatever their file says', async () => {
    const grey = (await opaque()).greyscale();
    const files = {
      'grey.jpg': await grey.clone().toColourspace('b-w').jpeg().toBuffer(),
      'rgb.jpg': await sharp(await grey.clone().png().toBuffer())
        .toColourspace('srgb')
        .jpeg()
        .toBuffer(),
    };
    const { images } = await print(files, [item('grey.jpg'), item('rgb.jpg')]);
    for (const { dict, jpeg } of images) {
      expect(dict).toContain('/ColorSpace /DeviceGray');
      expect(dict).toContain('/Decode [1 0]');
      const { data, info } = await sharp(jpeg).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
      const at = (u: number, v: number): number => data[Math.floor(v * info.height) * info.width + Math.floor(u * info.width)]!;
      expect(at(0.75, 0.75)).toBeLessThan(4);
      expect(at(0.75, 0.25)).toBeGreaterThan(225);
    }
  });

  it('sets line art as bits, black alone, as fine as it is up to 1,200 ppi', async () => {
    const [width, height] = [1500, 1000];
    const black = (x: number, y: number): boolean => (x + 3 * y) % 97 < 5;
    const raw = Buffer.from(Array.from({ length: width * height }, (_, i) => (black(i % width, Math.floor(i / width)) ? 0 : 255)));
    const tiff = await sharp(raw, { raw: { width, height, channels: 1 } })
      .toColourspace('b-w')
      .tiff({ bitdepth: 1, compression: 'ccittfax4' })
      .toBuffer();
    // 180 pt across: 1,500 pixels are 600 ppi.
    const { images } = await print({ 'a.tif': tiff }, [item('a.tif')]);
    const [image] = images;
    expect(image?.dict).toMatch(/\/BitsPerComponent 1\b/u);
    expect(image?.dict).toMatch(/\/Filter \/FlateDecode/u);
    expect(image?.dict).toMatch(/\/ColorSpace \/DeviceGray/u);
    expect(image?.dict).toMatch(/\/Width 1500\b/u);
    const bits = image?.jpeg as Buffer;
    expect(bits).toHaveLength(Math.ceil(width / 8) * height);
    const stride = Math.ceil(width / 8);
    for (const [x, y] of [
      [0, 0],
      [4, 0],
      [5, 0],
      [700, 431],
      [1499, 999],
    ] as const)
      expect([x, y, ((bits[y * stride + (x >> 3)] as number) >> (7 - (x & 7))) & 1]).toEqual([x, y, black(x, y) ? 0 : 1]);
    const small = await print({ 'a.tif': tiff }, [item('a.tif', { width: 36, height: 24 })]);
    expect(small.images[0]?.dict).toMatch(/\/Width 600\b/u);
  });

  it('leaves the inks of a CMYK file alone while they keep the limit', async () => {
    const inks = (await opaque()).toColourspace('cmyk').withIccProfile('cmyk');
    const file = await inks.clone().tiff({ compression: 'none' }).toBuffer();
    const own = await quarters(await inks.clone().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer());
    const kept = await print({ 'a.tif': file }, [item('a.tif')], { inkLimit: 4 });
    (await quarters(kept.images[0]!.jpeg)).forEach((q, i) => {
      q.forEach((v, ink) => {
        expect(Math.abs(v - own[i]![ink]!)).toBeLessThan(8);
      });
    });
    const held = await print({ 'a.tif': file }, [item('a.tif')], { inkLimit: 1.6 });
    for (const q of await quarters(held.images[0]!.jpeg)) expect(q.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.6 * 255);
  });

  it('holds inks without a profile to the limit and says so', async () => {
    const file = await (await opaque()).toColourspace('cmyk').tiff({ compression: 'none' }).toBuffer();
    const { images, notes } = await print({ '广告.tif': file }, [item('广告.tif')], { inkLimit: 1.6 });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(
      /^Picture 广告\.tif on page 3 has inks but no colour profile, so they are printed as they are, held to 160 % of ink where they reach [12]\d\d %\.$/u,
    );
    for (const q of await quarters(images[0]!.jpeg)) expect(q.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.6 * 255);
  });

  it('embeds only what shows, and a picture shown twice once, large enough for its larger place', async () => {
    const file = await (await opaque()).jpeg().toBuffer();
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    const small = item('a.jpg', { crop, width: 60, height: 40 });
    const { images, content } = await print({ 'a.jpg': file }, [small, { ...small, y: 200, width: 120, height: 80 }, item('a.jpg')]);
    expect(images.map((i) => /\/Width (\d+)/u.exec(i.dict)![1])).toEqual(['367', '550']);
    expect(content.match(/\/Im1 Do/gu)).toHaveLength(2);
    const [a, b] = await quarters(images[0]!.jpeg);
    expect(a![3]).toBeGreaterThan(120);
    expect(b![3]).toBeGreaterThan(120);
  });

  it('never enlarges', async () => {
    const file = await sharp(await drawing())
      .resize(90, 60)
      .jpeg()
      .toBuffer();
    const { images } = await print({ 'a.jpg': file }, [item('a.jpg')]);
    expect(images[0]!.dict).toContain('/Width 90');
  });

  it('draws pictures without overprint and turned about the middle of the frame', async () => {
    const file = await (await opaque()).jpeg().toBuffer();
    const { content } = await print({ 'a.jpg': file }, [item('a.jpg', { rotate: 90, width: 120, height: 180 })]);
    expect(content).toContain('q\n/Knock gs\n0 180 120 0 20 30 cm\n/Im1 Do\nQ');
  });

  it('makes the proof of sRGB and leaves no profile behind in the temporary folder', async () => {
    const file = await (await opaque()).jpeg().toBuffer();
    const own = mkdtempSync(join(tmpdir(), 'banxin-test-'));
    vi.stubEnv('TMPDIR', own);
    try {
      const proof = await print({ 'a.jpg': file }, [item('a.jpg')], { profile: 'proof', condition: null });
      expect(proof.images[0]!.dict).toContain('/ColorSpace /DeviceRGB');
      expect(proof.images[0]!.dict).toContain('/Width 300');
      await print({ 'a.jpg': file }, [item('a.jpg')]);
      expect(readdirSync(own)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(own, { recursive: true });
    }
  });

  it('draws a marked empty box where there is no picture', async () => {
    const { images, content } = await print({}, [item(null)]);
    expect(images).toEqual([]);
    expect(content).toContain('0 0 0 0.08 k\n20 30 180 120 re f');
  });

  it('shows the same in the PNG', async () => {
    const file = await (await opaque()).jpeg({ quality: 95 }).toBuffer();
    const part = new PartMaker().add(item('a.jpg')).part();
    const png = await pngOf(
      scene([part]),
      { ...world({ project: projectWith('a.jpg'), pictureBytes: async () => file }), faces: { face } },
      72,
    );
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number): number[] => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)];
    expect(at(65, 60)[0]).toBeGreaterThan(200);
    expect(at(65, 120)[2]).toBeGreaterThan(180);
    expect(at(19, 60)).toEqual([255, 255, 255]);
  });
});

describe('pictures that cannot be printed', () => {
  const refused = async (name: string, bytes: Uint8Array | null): Promise<string> => {
    const error = await print(bytes ? { [name]: bytes } : {}, [item(name)]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PressError);
    expect((error as PressError).page).toBe('p1');
    return (error as PressError).message;
  };

  it('names the picture and the page in one sentence', async () => {
    const jpeg = await (await opaque()).jpeg().toBuffer();
    expect(await refused('会场.jpg', null)).toBe(
      'Picture 会场.jpg on page 3 is gone, or no longer the one that was placed: place it again.',
    );
    expect(await refused('a.jpg', new Uint8Array(0))).toBe('Picture a.jpg on page 3 is an empty file.');
    expect(await refused('a.jpg', Buffer.from('no picture at all'))).toBe('Picture a.jpg on page 3 is damaged or is not a picture.');
    expect(await refused('a.jpg', jpeg.subarray(0, jpeg.length / 2))).toBe(
      'Picture a.jpg on page 3 is damaged and cannot be read to its end: ask for it again.',
    );
    const png = await drawing();
    expect(await refused('a.png', png.subarray(0, png.length - 60))).toBe(
      'Picture a.png on page 3 is damaged and cannot be read to its end: ask for it again.',
    );
    expect(await refused('a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBe(
      'Picture a.svg on page 3 is in the SVG format; JPEG, PNG, TIFF and WebP can be printed.',
    );
  });

  it('refuses a picture too large for memory by its header alone', async () => {
    const png = await sharp({ create: { width: 10, height: 10, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const huge = Buffer.from(png);
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    // The header's checksum (CRC-32 of type and data).
    let crc = ~0;
    for (const byte of huge.subarray(12, 29)) {
      crc ^= byte;
      for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    huge.writeUInt32BE(~crc >>> 0, 29);
    expect(await refused('全景.png', huge)).toBe(
      'Picture 全景.png on page 3 has 30,000 × 30,000 pixels, more than can be printed; save it smaller.',
    );
  });

  it('reads a PNG named .jpg and says so', async () => {
    const { images, notes } = await print({ 'a.jpg': await drawing() }, [item('a.jpg')]);
    expect(images).toHaveLength(1);
    expect(notes).toEqual(['Picture a.jpg on page 3 is really a PNG file and was read as one.']);
  });
});

describe('windowFor', () => {
  it('keeps the window within the scaled picture and close to the crop asked for', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const length = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(length, length, share, share, share, share, fc.integer({ min: 1, max: 4000 }), (width, height, x, y, w, h, need) => {
        const crop = { x, y, width: w, height: h };
        const at = windowFor({ width, height }, crop, need);
        expect(at.width).toBeGreaterThanOrEqual(1);
        expect(at.height).toBeGreaterThanOrEqual(1);
        expect(at.left + at.width).toBeLessThanOrEqual(at.scaledWidth);
        expect(at.top + at.height).toBeLessThanOrEqual(at.scaledHeight);
        expect(at.scaledWidth).toBeLessThanOrEqual(width);
        expect(at.scaledHeight).toBeLessThanOrEqual(height);
        expect(Math.abs(at.left - x * at.scaledWidth)).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
