/** The press: composed pages in, one PDF out. It draws what the Scene says and measures nothing. */
import { setImmediate as breathe } from 'node:timers/promises';
import { emptyBox, type Part, type PictureItem, type Scene } from '../core/scene/index.ts';
import { PressError } from './errors.ts';
import { PressFonts } from './fonts/font.ts';
import { checkCondition, infoEntries, outputIntent, xmpPacket } from './identity.ts';
import { type Inks, PlateInks, ScreenInks } from './inks.ts';
import type { PressOptions, PressWorld } from './options.ts';
import { Painter } from './painter.ts';
import { Pdf } from './pdf/document.ts';
import { boxes, enterTrim, sheetFor } from './sheet.ts';
import { drawRun } from './text.ts';

/** Language tags as PDF and HTML want them. */
const LANGUAGE_TAGS = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en' } as const;

interface Job {
  readonly pdf: Pdf;
  readonly inks: Inks;
  readonly fonts: PressFonts;
  readonly world: PressWorld;
  readonly options: PressOptions;
}

/**
 * Writes the pages into one PDF, page by page, and hands the bytes to `sink` as they come. The same scenes, world and
 * options give the same bytes. Throws a PressError whose message is one sentence; then what `sink` received is no file.
 */
export async function pressTo(
  sink: (chunk: Uint8Array) => void,
  scenes: readonly Scene[],
  world: PressWorld,
  options: PressOptions,
): Promise<void> {
  if (scenes.length === 0) throw new PressError('pages', 'There is no page to print.');
  const { profile, condition } = options;
  const plates = profile !== 'proof';
  if (plates && !condition) throw new PressError('profile', 'A PDF/X file needs an output profile.');
  if (plates && condition) checkCondition(condition, profile);
  const language = LANGUAGE_TAGS[world.project.paper.language];
  const title = options.title.trim() || world.project.paper.name.trim() || 'Banxin';
  const pdf = new Pdf({ version: profile === 'x1a' ? '1.4' : '1.6', language, displayTitle: true, sink });
  const inks = plates ? new PlateInks(pdf) : new ScreenInks();
  const job: Job = { pdf, inks, fonts: new PressFonts(pdf, (id) => world.fontBytes(id)), world, options };
  for (const [i, scene] of scenes.entries()) {
    stopIfAsked(options);
    await drawPage(job, scene);
    options.onProgress?.(i + 1, scenes.length);
    await breathe();
  }
  stopIfAsked(options);
  job.fonts.embed();
  inks.end();
  if (plates && condition) outputIntent(pdf, condition);
  pdf.finish({ entries: infoEntries(profile, title), date: options.creationDate }, (uuid) => xmpPacket(options, title, language, uuid));
}

/** The whole file in memory. */
export async function pressPages(scenes: readonly Scene[], world: PressWorld, options: PressOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await pressTo((chunk) => chunks.push(chunk), scenes, world, options);
  return Buffer.concat(chunks);
}

function stopIfAsked(options: PressOptions): void {
  if (options.signal?.aborted) throw new PressError('cancelled', 'The export was cancelled; no file was written.');
}

async function drawPage(job: Job, scene: Scene): Promise<void> {
  const sheet = sheetFor(scene, job.options.bleedPt, job.options.marks);
  const page = job.pdf.page(sheet.widthPt, sheet.heightPt, boxes(sheet));
  const painter = new Painter(page, job.inks);
  painter.raw(enterTrim(sheet, scene));
  for (const part of scene.parts) for (const item of part.items) drawItem(job, painter, part, item);
  painter.finish();
}

function drawItem(job: Job, painter: Painter, part: Part, item: Part['items'][number]): void {
  switch (item.kind) {
    case 'glyphs': {
      if (item.end === item.start) return;
      const font = job.fonts.get(item.font);
      painter.page.resource('Font', font.name, font.ref);
      drawRun(painter, part, item, font, false);
      return;
    }
    case 'rule':
      painter.line(item, part.x, part.y);
      return;
    case 'fill':
      painter.rectangle(item, part.x, part.y);
      return;
    case 'picture':
      drawEmpty(painter, part, item);
  }
}

function drawEmpty(painter: Painter, part: Part, item: PictureItem): void {
  for (const mark of emptyBox(item.x, item.y, item.width, item.height)) {
    if (mark.kind === 'fill') painter.rectangle(mark, part.x, part.y);
    else painter.line(mark, part.x, part.y);
  }
}
