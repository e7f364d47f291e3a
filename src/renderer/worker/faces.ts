/** The faces in the composing worker: fetched from main once, when a page first needs them. */
import { type Project, type StyleSheet, textRoles } from '../../core/document/index.ts';
import { type Face, type Faces, type FontId, loadFace } from '../../core/font/index.ts';
import { commonFontAddress, fontAddress } from '../../ipc/address.ts';

interface Fonts {
  readonly font?: string | undefined;
  readonly latin?: string | undefined;
  readonly dropCap?: Fonts | undefined;
}

const fontsIn = (style: Fonts | undefined): FontId[] =>
  [style?.font, style?.latin, style?.dropCap?.font, style?.dropCap?.latin].filter((id) => id !== undefined);

/** Every face that a style sheet names. */
export const facesOfSheet = (sheet: StyleSheet): Set<FontId> => new Set(textRoles.flatMap((role) => fontsIn(sheet[role])));

/** Every face that a project's styles name. */
export function facesOf(project: Project): Set<FontId> {
  const ids = facesOfSheet(project.styles);
  const add = (style: Fonts | undefined): void => {
    for (const id of fontsIn(style)) ids.add(id);
  };
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
    const answer = await fetch(commonFontAddress(id)).catch(() => null);
    if (!answer?.ok) throw new Error(`The font ${id} could not be read.`);
    this.faces.set(
      id,
      loadFace(id, new Uint8Array(await answer.arrayBuffer()), () => wholeFace(id)),
    );
  }
}

/** The whole face, at once: composing cannot wait half-way, and asks for it once, when the first rare character comes. */
function wholeFace(id: FontId): Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', fontAddress(id), false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`The font ${id} could not be read.`);
  return new Uint8Array(request.response as ArrayBuffer);
}
