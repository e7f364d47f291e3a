/** The faces in the composing worker: fetched from main once, when a page first needs them. */
import { type Project, textRoles } from '../../core/document/index.ts';
import { type Face, type Faces, type FontId, loadFace } from '../../core/font/index.ts';
import { fontAddress } from '../../ipc/address.ts';

/** Every face that a project's styles name. */
export function facesOf(project: Project): Set<FontId> {
  const ids = new Set<FontId>();
  const add = (style: { readonly font?: string | undefined; readonly latin?: string | undefined } | undefined): void => {
    if (style?.font) ids.add(style.font);
    if (style?.latin) ids.add(style.latin);
  };
  for (const role of textRoles) add(project.styles[role]);
  for (const page of project.pages) {
    for (const article of page.articles) for (const role of textRoles) add(article.overrides[role]);
    for (const frame of page.frames) if (frame.shows.kind === 'text') for (const role of textRoles) add(frame.shows.overrides?.[role]);
  }
  return ids;
}

export class FetchedFaces implements Faces {
  private readonly faces = new Map<FontId, Face>();
  private readonly coming = new Map<FontId, Promise<void>>();

  face(id: FontId): Face {
    const face = this.faces.get(id);
    if (!face) throw new Error(`The font ${id} has not been loaded.`);
    return face;
  }

  has(id: FontId): boolean {
    return this.faces.has(id);
  }

  /** Resolves when all are there. Rejects with one sentence where a face cannot be had. */
  async load(ids: Iterable<FontId>): Promise<void> {
    await Promise.all([...ids].filter((id) => !this.faces.has(id)).map((id) => this.one(id)));
  }

  private one(id: FontId): Promise<void> {
    let coming = this.coming.get(id);
    if (!coming) {
      coming = this.fetch(id);
      this.coming.set(id, coming);
      coming.catch(() => this.coming.delete(id));
    }
    return coming;
  }

  private async fetch(id: FontId): Promise<void> {
    const answer = await fetch(fontAddress(id)).catch(() => null);
    if (!answer?.ok) throw new Error(`The font ${id} could not be read.`);
    this.faces.set(id, loadFace(id, new Uint8Array(await answer.arrayBuffer())));
  }
}
