/** The pictures of one export: fetched, made ready ahead of the place that needs them, each once. */
import type { Project } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import { planPictures, type Wanted, wantedKey } from './plan.ts';
import type { PrintedPicture } from './printed.ts';
import { type Note, nameOf, type PictureSource, pictureError, readSource } from './source.ts';

export interface PictureShop {
  readonly project: Project;
  pictureBytes(id: string): Promise<Uint8Array>;
  /** Makes the picture ready for the file at hand. */
  make(source: PictureSource, want: Wanted, note: Note): Promise<PrintedPicture>;
  readonly note: Note;
}

/** How many pictures are in the works at once: decoding one overlaps with separating another. */
const AHEAD = 2;

export class PictureStore {
  private readonly shop: PictureShop;
  private readonly plan: Map<string, Wanted>;
  private readonly started = new Map<string, Promise<PrintedPicture>>();
  private readonly given = new Set<string>();

  constructor(scenes: readonly Scene[], ppi: number, shop: PictureShop) {
    this.shop = shop;
    this.plan = planPictures(scenes, ppi);
  }

  /** Each picture of a page that no page before it had, in turn, the next ones already in the works. */
  async *ready(scene: Scene): AsyncGenerator<{ key: string; picture: PrintedPicture }> {
    const keys = this.keys(scene).filter((key) => !this.given.has(key));
    for (const [i, key] of keys.entries()) {
      for (const soon of keys.slice(i, i + AHEAD)) this.start(soon, scene.page);
      const picture = await (this.started.get(key) as Promise<PrintedPicture>);
      this.started.delete(key);
      this.given.add(key);
      yield { key, picture };
    }
  }

  /** The keys of a page's pictures, each once, in paint order. */
  private keys(scene: Scene): string[] {
    const items = scene.parts.flatMap((part) => part.items);
    const keys = items.flatMap((item) => (item.kind === 'picture' ? [wantedKey(item)] : []));
    return [...new Set(keys)].filter((key) => this.plan.has(key));
  }

  private start(key: string, pageId: string): void {
    if (this.started.has(key)) return;
    const work = this.make(this.plan.get(key) as Wanted, pageId);
    work.catch(() => {}); // heard by `ready`, which may still wait for the one before
    this.started.set(key, work);
  }

  private async make(want: Wanted, pageId: string): Promise<PrintedPicture> {
    const name = nameOf(this.shop.project, want.picture, pageId);
    let bytes: Uint8Array;
    try {
      bytes = await this.shop.pictureBytes(want.picture);
    } catch {
      throw pictureError(name, 'picture-missing');
    }
    const source = await readSource(name, bytes, this.shop.note, this.shop.project.pictures[want.picture]?.lineArt === true);
    return this.shop.make(source, want, this.shop.note);
  }
}
