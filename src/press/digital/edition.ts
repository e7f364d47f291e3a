/** The files of one page's digital edition: a small PDF, a PNG, the page as data and as HTML, and its pictures. */
import type { Part, Scene } from '../../core/scene/index.ts';
import type { PressOptions } from '../options.ts';
import { PictureStore, showPicture, wantedKey } from '../pictures/index.ts';
import { type PngWorld, pngOf } from '../png.ts';
import { pressPages } from '../press.ts';
import { digitalHtml } from './html.ts';
import { digitalPage } from './page.ts';

export interface EditionFile {
  /** Within the page's own folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface EditionWorld extends PngWorld {
  fontBytes(id: string): Uint8Array;
}

/** Pixels an inch of the page's picture and of the pictures to read beside the text. */
const PAGE_PPI = 120;
const PICTURE_PPI = 200;

/** Throws a PressError that names what cannot be read. The same scene and world give the same files. */
export async function digitalEdition(
  scene: Scene,
  world: EditionWorld,
  options: Pick<PressOptions, 'title' | 'creationDate' | 'signal' | 'onNote'>,
): Promise<EditionFile[]> {
  const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
  const pdf = await pressPages([scene], world, {
    ...options,
    profile: 'proof',
    condition: null,
    bleedPt: 0,
    marks: { crop: false, registration: false, colourBar: false, slug: false },
  });
  const png = await pngOf(scene, world, PAGE_PPI);
  const store = new PictureStore([scene], PICTURE_PPI, {
    project: world.project,
    pictureBytes: (id) => world.pictureBytes(id),
    make: showPicture,
    note: () => {}, // said already while the PDF was made
  });
  const names = new Map<string, string>();
  const pictures: EditionFile[] = [];
  for await (const { key, picture } of store.ready(scene)) {
    const name = `picture-${names.size + 1}.jpg`;
    names.set(key, name);
    pictures.push({ name, bytes: picture.bytes });
  }
  const fileOf = (part: Part): string | null => {
    for (const item of part.items) if (item.kind === 'picture') return names.get(wantedKey(item)) ?? null;
    return null;
  };
  const page = digitalPage(scene, world.project, fileOf);
  return [
    { name: 'page.pdf', bytes: pdf },
    { name: 'page.png', bytes: png },
    { name: 'page.json', bytes: utf8(`${JSON.stringify(page, null, 1)}\n`) },
    { name: 'index.html', bytes: utf8(digitalHtml(page, 'page.png')) },
    ...pictures,
  ];
}
