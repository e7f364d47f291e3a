/** The real faces for tests, laid out once by the build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Face, type Faces, loadFace } from '../../src/core/font/index.ts';

const root = join(import.meta.dirname, '../..');
const loaded = new Map<string, Face>();

export const faces: Faces = {
  face(id) {
    let face = loaded.get(id);
    if (!face) {
      face = loadFace(id, readFileSync(join(root, 'out/fonts', `${id}.ttf`)));
      loaded.set(id, face);
    }
    return face;
  },
};
