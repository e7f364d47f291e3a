/** The font catalogue's faces as they lie on the disk: out/fonts/<id>.ttf, laid out when Banxin is built. */
import { existsSync, readFileSync } from 'node:fs';
import { type Face, type Faces, type FontId, loadFace } from '../core/font/index.ts';
import { ownPath } from './home.ts';
import { Trouble } from './trouble.ts';

export interface CatalogueEntry {
  readonly family: string;
  readonly weight: number;
  readonly role: string;
  readonly licence: string;
}

let catalogue: Readonly<Record<FontId, CatalogueEntry>> | undefined;

/** Every face that ships with Banxin, by id. */
export function fontCatalogue(): Readonly<Record<FontId, CatalogueEntry>> {
  catalogue ??= JSON.parse(readFileSync(ownPath('resources', 'fonts', 'catalogue.json'), 'utf8')) as Record<FontId, CatalogueEntry>;
  return catalogue;
}

/** Where a face lies. Throws Trouble `no-font` where the catalogue has no such id, or the build has not laid it out. */
export function fontPath(id: FontId): string {
  const path = ownPath('out', 'fonts', `${id}.ttf`);
  if (!(id in fontCatalogue()) || !existsSync(path)) throw new Trouble('no-font', { font: id });
  return path;
}

const files = new Map<FontId, Uint8Array>();

/** The face's file, as TrueType; read once: composing needs it, and then the press. */
export function fontBytes(id: FontId): Uint8Array {
  let bytes = files.get(id);
  if (!bytes) {
    bytes = readFileSync(fontPath(id));
    files.set(id, bytes);
  }
  return bytes;
}

const loaded = new Map<FontId, Face>();

/** The faces, each read when it is first asked for and then kept. */
export const fontFaces: Faces = {
  face(id) {
    let face = loaded.get(id);
    if (!face) {
      face = loadFace(id, fontBytes(id));
      loaded.set(id, face);
    }
    return face;
  },
};
