/** One page of the file: every item of the Scene in paint order. */
import { emptyBox, type Item, type Part, type PictureItem, placePicture, type Scene } from '../core/scene/index.ts';
import type { PressFonts } from './fonts/font.ts';
import { Ground } from './ground.ts';
import type { Inks } from './inks.ts';
import { drawMarks } from './marks.ts';
import type { Marks } from './options.ts';
import { Painter } from './painter.ts';
import type { Pdf, Ref } from './pdf/document.ts';
import { num } from './pdf/objects.ts';
import { type PictureStore, type PrintedPicture, wantedKey } from './pictures/index.ts';
import { boxes, clipToBleed, enterTrim, type Sheet, wantsMarks } from './sheet.ts';
import type { Mark, PageTags, Tags } from './tags.ts';
import { drawRun } from './text.ts';

/** The marks of one page; the slug is set in type and so a part. */
export interface PageMarks {
  readonly wanted: Marks;
  readonly slug: Part | null;
}

interface Image {
  readonly name: string;
  readonly ref: Ref;
}

/** Opens and closes the marked contents of a tagged page, so that neighbouring items of one element share one. */
class Marker {
  private readonly painter: Painter;
  private readonly tags: PageTags;
  private readonly sheet: Sheet;
  private open: Mark | null | undefined = undefined;

  constructor(painter: Painter, tags: PageTags, sheet: Sheet) {
    this.painter = painter;
    this.tags = tags;
    this.sheet = sheet;
  }

  before(part: Part, item: Item): void {
    const mark = this.tags.markOf(part, item, () => boxOnSheet(this.sheet, part, item));
    if (this.open !== undefined && this.open?.key === mark?.key) return;
    this.end();
    this.painter.raw(this.tags.open(mark));
    this.open = mark;
  }

  end(): void {
    if (this.open !== undefined) this.painter.raw('EMC\n');
    this.open = undefined;
  }
}

/** A picture's rectangle on the sheet, y upwards as PDF has it. */
function boxOnSheet(sheet: Sheet, part: Part, item: Item): number[] {
  if (item.kind !== 'picture') return [];
  const left = sheet.offsetPt + part.x + item.x;
  const top = sheet.heightPt - sheet.offsetPt - part.y - item.y;
  return [left, top - item.height, left + item.width, top];
}

/** What all pages of one file share. */
export class Drawer {
  private readonly pdf: Pdf;
  private readonly inks: Inks;
  private readonly fonts: PressFonts;
  private readonly pictures: PictureStore;
  private readonly tags: Tags | null;
  private readonly inkLimit: number;
  private readonly images = new Map<string, Image>();

  constructor(pdf: Pdf, inks: Inks, fonts: PressFonts, pictures: PictureStore, tags: Tags | null, inkLimit: number) {
    this.pdf = pdf;
    this.inks = inks;
    this.fonts = fonts;
    this.pictures = pictures;
    this.tags = tags;
    this.inkLimit = inkLimit;
  }

  /**
   * Embeds the page's pictures that are new, then draws it. `between` is called before each picture and may throw to stop.
   * `marks` are drawn last, outside the bleed.
   */
  async page(scene: Scene, sheet: Sheet, marks: PageMarks, between: () => void): Promise<void> {
    between();
    for await (const { key, picture } of this.pictures.ready(scene)) {
      this.images.set(key, { name: `Im${this.images.size + 1}`, ref: this.embed(picture) });
      between();
    }
    const page = this.pdf.page(sheet.widthPt, sheet.heightPt, boxes(sheet));
    const painter = new Painter(page, this.inks);
    painter.raw(enterTrim(sheet));
    const marker = this.tags ? new Marker(painter, this.tags.page(scene, page), sheet) : null;
    painter.saved(() => {
      painter.raw(clipToBleed(sheet, scene));
      const ground = new Ground(this.inkLimit);
      for (const part of scene.parts)
        for (const item of part.items) {
          marker?.before(part, item);
          this.item(painter, part, item, ground);
          ground.paint(part, item);
        }
      marker?.end();
    });
    if (wantsMarks(marks.wanted)) this.marks(painter, scene, sheet, marks);
    painter.finish();
  }

  private marks(painter: Painter, scene: Scene, sheet: Sheet, { wanted, slug }: PageMarks): void {
    if (this.tags) painter.raw('/Artifact BMC\n');
    drawMarks(painter, scene, sheet, wanted);
    if (slug) for (const item of slug.items) this.item(painter, slug, item, null);
    if (this.tags) painter.raw('EMC\n');
  }

  private item(painter: Painter, part: Part, item: Item, ground: Ground | null): void {
    if (item.kind === 'rule') painter.line(item, part.x, part.y);
    else if (item.kind === 'fill') painter.rectangle(item, part.x, part.y);
    else if (item.kind === 'picture') this.picture(painter, part, item);
    else if (item.end > item.start) {
      const font = this.fonts.get(item.font);
      painter.page.resource('Font', font.name, font.ref);
      drawRun(painter, part, item, font, ground?.knocksOut(part, item) ?? false);
    }
  }

  private picture(painter: Painter, part: Part, item: PictureItem): void {
    const image = this.images.get(wantedKey(item));
    if (!image) {
      for (const mark of emptyBox(item.x, item.y, item.width, item.height)) {
        if (mark.kind === 'fill') painter.rectangle(mark, part.x, part.y);
        else painter.line(mark, part.x, part.y);
      }
      return;
    }
    painter.page.resource('XObject', image.name, image.ref);
    const { matrix, clip } = placePicture(item);
    const [a, b, c, d, e, f] = matrix;
    // An image's own unit square has its origin at the lower left; placePicture's is at the upper left.
    const place = [a, b, -c, -d, e + c + part.x, f + d + part.y].map((v) => num(v)).join(' ');
    painter.saved(() => {
      painter.knockOut();
      if (clip) painter.raw(`${num(item.x + part.x)} ${num(item.y + part.y)} ${num(item.width)} ${num(item.height)} re W n\n`);
      painter.raw(`${place} cm\n/${image.name} Do\n`);
    });
  }

  private embed(picture: PrintedPicture): Ref {
    const channels = { DeviceCMYK: 4, DeviceRGB: 3, DeviceGray: 1 }[picture.colour];
    const ref = this.pdf.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: picture.width,
      Height: picture.height,
      BitsPerComponent: picture.encoding === 'bits' ? 1 : 8,
      ColorSpace: picture.colour,
      ...(picture.inverted ? { Decode: Array.from({ length: channels }, () => [1, 0]).flat() } : {}),
      Filter: picture.encoding === 'bits' ? 'FlateDecode' : 'DCTDecode',
    });
    ref.end(picture.bytes);
    return ref;
  }
}
