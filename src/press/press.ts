/** The press: composed pages in, one PDF out. It draws what the Scene says and measures nothing. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Scene } from '../core/scene/index.ts';
import { addBookmarks } from './bookmarks.ts';
import { Drawer } from './draw.ts';
import { PressError } from './errors.ts';
import { PressFonts } from './fonts/font.ts';
import { checkCondition, infoEntries, outputIntent, xmpPacket } from './identity.ts';
import { PlateInks, ScreenInks } from './inks.ts';
import { LANGUAGE_TAGS } from './language.ts';
import { slugPart } from './marks.ts';
import { INK_LIMIT, type OutputCondition, PLATE_PPI, PROOF_PPI, type PressOptions, type PressWorld } from './options.ts';
import { Pdf } from './pdf/document.ts';
import { PictureStore, ProfileFile, printPicture, showPicture } from './pictures/index.ts';
import { type Sheet, sheetFor } from './sheet.ts';
import { slugText } from './slug.ts';
import { Tags } from './tags.ts';

/**
 * Writes the pages into one PDF, page by page, and hands the bytes to `sink` as they come. The same scenes, world and
 * options give the same bytes. Throws a PressError whose message is one sentence; what `sink` has received by then is
 * no file and must be thrown away.
 */
export async function pressTo(
  sink: (chunk: Uint8Array) => void,
  scenes: readonly Scene[],
  world: PressWorld,
  options: PressOptions,
): Promise<void> {
  if (scenes.length === 0) throw new PressError('no-pages');
  const condition = conditionFor(options);
  const profile = condition ? new ProfileFile(condition.icc) : null;
  try {
    await write(sink, scenes, world, options, condition, profile);
  } finally {
    profile?.remove();
  }
}

/** The whole file in memory. */
export async function pressPages(scenes: readonly Scene[], world: PressWorld, options: PressOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await pressTo((chunk) => chunks.push(chunk), scenes, world, options);
  return Buffer.concat(chunks);
}

/** The printing condition, checked; null for the proof. */
function conditionFor({ profile, condition }: PressOptions): OutputCondition | null {
  if (profile === 'proof') return null;
  if (!condition) throw new PressError('profile-wanted');
  checkCondition(condition, profile);
  return condition;
}

async function write(
  sink: (chunk: Uint8Array) => void,
  scenes: readonly Scene[],
  world: PressWorld,
  options: PressOptions,
  condition: OutputCondition | null,
  profile: ProfileFile | null,
): Promise<void> {
  const language = LANGUAGE_TAGS[world.project.paper.language];
  const title = options.title.trim() || world.project.paper.name.trim() || 'Banxin';
  const pdf = new Pdf({ version: options.profile === 'x1a' ? '1.4' : '1.6', language, displayTitle: true, sink, deflate: options.deflate });
  const inks = condition ? new PlateInks(pdf) : new ScreenInks();
  const fonts = new PressFonts(pdf, (id) => world.fontBytes(id));
  const inkLimit = options.inkLimit ?? INK_LIMIT;
  const plate = profile ? { profile: profile.path, inkLimit } : null;
  const pictures = new PictureStore(scenes, options.ppi ?? (plate ? PLATE_PPI : PROOF_PPI), {
    project: world.project,
    pictureBytes: (id) => world.pictureBytes(id),
    make: (source, want, note) => (plate ? printPicture(source, want, plate, note) : showPicture(source, want, note)),
    note: (note) => options.onNote?.(note),
  });
  const tags = options.profile === 'x1a' ? null : new Tags(pdf, world.project);
  const drawer = new Drawer(pdf, inks, fonts, pictures, tags, inkLimit);
  const sheets = scenes.map((scene) => sheetFor(scene, options.bleedPt, options.marks));
  const stopIfAsked = (): void => {
    if (options.signal?.aborted) throw new PressError('cancelled');
  };
  for (const [i, scene] of scenes.entries()) {
    const sheet = sheets[i] as Sheet;
    const slug = options.marks.slug ? slugPart(slugText(scene, world, options), sheet, (font) => world.fontBytes(font)) : null;
    await drawer.page(scene, sheet, { wanted: options.marks, slug }, stopIfAsked);
    options.onProgress?.(i + 1, scenes.length);
    await breathe();
  }
  stopIfAsked();
  fonts.embed();
  inks.end();
  tags?.end();
  if (tags) addBookmarks(pdf, world.project, scenes, sheets);
  if (condition) outputIntent(pdf, condition);
  options.whilePacking?.();
  await pdf.finish({ entries: infoEntries(options.profile, title), date: options.creationDate }, (uuid) =>
    xmpPacket(options, title, language, uuid),
  );
}
