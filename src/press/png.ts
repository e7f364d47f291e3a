/** A page as a PNG, for the command line and the digital edition. Rasterised from the Scene's SVG by librsvg inside sharp. */

import type { Project } from '../core/document/index.ts';
import type { Faces } from '../core/font/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { PictureStore, showPicture, wantedKey } from './pictures/index.ts';
import type { PressNote } from './sentences.ts';
import { sharp } from './sharp.ts';
import { svgOf } from './svg.ts';

export interface PngWorld {
  readonly project: Project;
  readonly faces: Faces;
  /** The picture's file as the archive keeps it. Rejects where it has gone. */
  pictureBytes(id: string): Promise<Uint8Array>;
  /** Hears what a person should know of a picture that was drawn all the same. */
  readonly onNote?: (note: PressNote) => void;
}

/** The page at `ppi` pixels an inch, on white. Throws a PressError that names a picture that cannot be read. */
export async function pngOf(scene: Scene, world: PngWorld, ppi = 144): Promise<Uint8Array> {
  const pictures = new PictureStore([scene], ppi, {
    project: world.project,
    pictureBytes: (id) => world.pictureBytes(id),
    make: showPicture,
    note: (note) => world.onNote?.(note),
  });
  const shown = new Map<string, string>();
  for await (const { key, picture } of pictures.ready(scene)) shown.set(key, `data:image/jpeg;base64,${picture.bytes.toString('base64')}`);
  const svg = svgOf(scene, world.faces, (item) => shown.get(wantedKey(item)) ?? null, ppi);
  return sharp(Buffer.from(svg), { unlimited: true, limitInputPixels: false }).png({ compressionLevel: 6 }).toBuffer();
}
