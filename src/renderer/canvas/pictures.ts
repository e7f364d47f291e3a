/** Pictures as the screen shows them, fetched once for each size that is needed and given back when there are too many. */
import type { Rect } from '../../core/measure/index.ts';
import type { PictureItem } from '../../core/scene/index.ts';
import { PICTURE_WIDTHS, pictureAddress } from '../../ipc/address.ts';
import { surface } from './surface.ts';

/** What of a picture shows, in fractions of its width and height. */
type Crop = PictureItem['crop'];

/** Something to draw, and the part of it that shows, in its own pixels. */
export interface ShownPicture {
  readonly source: ImageBitmap | OffscreenCanvas;
  readonly from: Rect;
}

/** What the painter asks of pictures. */
export interface PictureSource {
  /**
   * The cropped picture for a place of `width` by `height` device pixels: exactly fitted where it has come, the nearest size
   * there is while it comes, or null. Asks for what is missing.
   */
  get(picture: string, crop: Crop, width: number, height: number): ShownPicture | null;
}

/** Pixels of a place above which nothing fitted is kept: only a part of it is seen then. */
const MOST_FITTED = 3e6;
/** A picture that could not be had is asked for again when it is drawn after this long. */
const AGAIN_MS = 10_000;

/** Pixels of fitted pictures kept at most. */
const MOST_KEPT = 6e6;

/**
 * Pictures fitted to their places. Scaling a photograph down well takes as long as a frame, and a photograph beside what
 * is typed would be scaled with every key.
 */
class Fitted {
  private readonly kept = new Map<string, OffscreenCanvas>();
  private pixels = 0;

  get(name: string, bitmap: ImageBitmap, crop: Crop, width: number, height: number): ShownPicture {
    const from = {
      x: crop.x * bitmap.width,
      y: crop.y * bitmap.height,
      width: crop.width * bitmap.width,
      height: crop.height * bitmap.height,
    };
    if (width * height > MOST_FITTED || width < 1 || height < 1) return { source: bitmap, from };
    const key = `${name} ${crop.x} ${crop.y} ${crop.width} ${crop.height} ${width} ${height}`;
    const source = this.kept.get(key) ?? this.fit(key, bitmap, from, width, height);
    return { source, from: { x: 0, y: 0, width, height } };
  }

  private fit(key: string, bitmap: ImageBitmap, from: Rect, width: number, height: number): OffscreenCanvas {
    const ctx = surface(width, height, { alpha: false });
    ctx.imageSmoothingQuality = 'high';
    ctx.drawImage(bitmap, from.x, from.y, from.width, from.height, 0, 0, width, height);
    this.pixels += width * height;
    if (this.pixels > MOST_KEPT) {
      this.kept.clear();
      this.pixels = width * height;
    }
    this.kept.set(key, ctx.canvas);
    return ctx.canvas;
  }
}

/** Bytes of decoded pixels kept at most. */
const MOST_BYTES = 100e6;

export class Pictures implements PictureSource {
  private readonly kept = new Map<string, ImageBitmap | 'coming' | 'failed'>();
  private readonly fitted = new Fitted();
  private bytes = 0;

  /**
   * @param shaOf the hash of a picture's file by its id; null where the project has no such picture
   * @param arrived called when a picture can be drawn
   * @param lost called when a picture's file is not there; it is asked for again after a while
   */
  constructor(
    private readonly shaOf: (picture: string) => string | null,
    private readonly arrived: (picture: string) => void,
    private readonly lost: (picture: string) => void,
  ) {}

  get(picture: string, crop: Crop, width: number, height: number): ShownPicture | null {
    const sha = this.shaOf(picture);
    const bitmap = sha && this.bitmap(picture, sha, width / Math.max(0.01, crop.width));
    return bitmap ? this.fitted.get(`${sha} ${bitmap.width}`, bitmap, crop, width, height) : null;
  }

  /** The picture at about `widthPx` device pixels, the nearest that has come, or null. */
  private bitmap(picture: string, sha: string, widthPx: number): ImageBitmap | null {
    const width = PICTURE_WIDTHS.find((w) => w >= widthPx) ?? (PICTURE_WIDTHS.at(-1) as number);
    const key = `${sha} ${width}`;
    const found = this.kept.get(key);
    if (found instanceof ImageBitmap) {
      this.kept.delete(key);
      this.kept.set(key, found);
      return found;
    }
    if (found === undefined) void this.load(key, sha, width, picture);
    return this.nearest(sha, width);
  }

  /** The largest other size at hand stands in until the right one comes. */
  private nearest(sha: string, width: number): ImageBitmap | null {
    let best: ImageBitmap | null = null;
    for (const w of PICTURE_WIDTHS) {
      const other = this.kept.get(`${sha} ${w}`);
      if (other instanceof ImageBitmap && (best === null || w <= width || best.width < width)) best = other;
    }
    return best;
  }

  private async load(key: string, sha: string, width: number, picture: string): Promise<void> {
    this.kept.set(key, 'coming');
    try {
      const answer = await fetch(pictureAddress(sha, width));
      if (!answer.ok) throw new Error(String(answer.status));
      const bitmap = await createImageBitmap(await answer.blob());
      this.kept.set(key, bitmap);
      this.bytes += bitmap.width * bitmap.height * 4;
      this.drop();
      this.arrived(picture);
    } catch {
      this.kept.set(key, 'failed');
      this.lost(picture);
      setTimeout(() => this.kept.delete(key), AGAIN_MS);
    }
  }

  private drop(): void {
    for (const [key, bitmap] of this.kept) {
      if (this.bytes <= MOST_BYTES) return;
      if (!(bitmap instanceof ImageBitmap)) continue;
      this.bytes -= bitmap.width * bitmap.height * 4;
      bitmap.close();
      this.kept.delete(key);
    }
  }
}
