import type { Face } from './face.ts';
import type { FontId } from './id.ts';

/** The world is handed in: who composes asks here for faces; the window's worker, the CLI and the tests answer in their own way. */
export interface Faces {
  /** The face, loaded. Throws where the catalogue has no such id. */
  face(id: FontId): Face;
}
