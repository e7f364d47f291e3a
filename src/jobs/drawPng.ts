/** A composed page as a picture. */
import type { Project } from '../core/document/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { fontFaces } from '../node/faces.ts';
import { PressError, pngOf } from '../press/index.ts';
import { pressRefusal } from './refused.ts';

/**
 * PNG bytes at 144 pixels an inch. `pictureBytes` gives a picture's file by its SHA-256. Throws Refused `press` where a
 * picture cannot be drawn.
 */
export const drawPng = (project: Project, scene: Scene, pictureBytes: (sha256: string) => Promise<Uint8Array>): Promise<Uint8Array> =>
  pngOf(scene, { project, faces: fontFaces, pictureBytes: (id) => pictureBytes(project.pictures[id]?.sha256 ?? '') }).catch(
    (error: unknown) => {
      throw error instanceof PressError ? pressRefusal(error) : error;
    },
  );
