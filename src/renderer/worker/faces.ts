/**
 * The faces in a worker: fetched from main once, when a page first needs them. Those that the styles name are fetched before
 * composing begins; one that only a mark or a rare character asks for is fetched when it does, and composing waits for it.
 */
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
    return this.faces.get(id) ?? this.keep(id, atOnce(id, commonFontAddress(id)));
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
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!this.faces.has(id)) this.keep(id, bytes);
  }

  /** The whole face comes when its first rare character does. */
  private keep(id: FontId, common: Uint8Array): Face {
    const face = loadFace(id, common, () => atOnce(id, fontAddress(id)));
    this.faces.set(id, face);
    return face;
  }
}

/** A font's file without waiting for it elsewhere: composing cannot stop half-way. Throws one sentence where it cannot be had. */
function atOnce(id: FontId, address: string): Uint8Array {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.responseType = 'arraybuffer';
  request.send();
  if (request.status !== 200) throw new Error(`The font ${id} could not be read.`);
  return new Uint8Array(request.response as ArrayBuffer);
}
