/** Pictures as the screen shows them, fetched once for each size that is needed and given back when there are too many. */
import { PICTURE_WIDTHS, pictureAddress } from '../../ipc/address.ts';

/** What the painter asks of pictures. */
export interface PictureSource {
  /** The picture at about `widthPx` device pixels, the nearest that has come, or null. Asks for what is missing. */
  get(picture: string, widthPx: number): ImageBitmap | null;
}

/** Bytes of decoded pixels kept at most. */
const MOST_BYTES = 160e6;

export class Pictures implements PictureSource {
  private readonly kept = new Map<string, ImageBitmap | 'coming' | 'failed'>();
  private bytes = 0;

  /**
   * @param shaOf the hash of a picture's file by its id; null where the project has no such picture
   * @param arrived called when a picture can be drawn
   */
  constructor(
    private readonly shaOf: (picture: string) => string | null,
    private readonly arrived: (picture: string) => void,
  ) {}

  get(picture: string, widthPx: number): ImageBitmap | null {
    const sha = this.shaOf(picture);
    if (!sha) return null;
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
