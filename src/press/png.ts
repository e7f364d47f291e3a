/** A page as a PNG, for the command line and the digital edition. Rasterised from the Scene's SVG by librsvg inside sharp. */
import sharp from 'sharp';
import type { Faces } from '../core/font/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { svgOf } from './svg.ts';

export interface PngWorld {
  readonly faces: Faces;
  pictureBytes(id: string): Promise<Uint8Array>;
}

/** The page at `ppi` pixels an inch, on white. Throws a PressError that names a picture that cannot be read. */
export async function pngOf(scene: Scene, world: PngWorld, ppi = 144): Promise<Uint8Array> {
  const width = Math.round((scene.widthPt * ppi) / 72);
  const height = Math.round((scene.heightPt * ppi) / 72);
  const svg = svgOf(scene, world.faces, () => null, width, height);
  return sharp(Buffer.from(svg), { unlimited: true, limitInputPixels: false }).png({ compressionLevel: 6 }).toBuffer();
}
