/** One page of the file: every item of the Scene in paint order. */
import { emptyBox, type Item, type Part, type PictureItem, placePicture, type Scene } from '../core/scene/index.ts';
import type { PressFonts } from './fonts/font.ts';
import type { Inks } from './inks.ts';
import { Painter } from './painter.ts';
import type { Pdf, Ref } from './pdf/document.ts';
import { num } from './pdf/objects.ts';
import { type PictureStore, type PrintedPicture, wantedKey } from './pictures/index.ts';
import { boxes, enterTrim, type Sheet } from './sheet.ts';
import { drawRun } from './text.ts';

interface Image {
  readonly name: string;
  readonly ref: Ref;
}

/** What all pages of one file share. */
export class Drawer {
  private readonly pdf: Pdf;
  private readonly inks: Inks;
  private readonly fonts: PressFonts;
  private readonly pictures: PictureStore;
  private readonly images = new Map<string, Image>();

  constructor(pdf: Pdf, inks: Inks, fonts: PressFonts, pictures: PictureStore) {
    this.pdf = pdf;
    this.inks = inks;
    this.fonts = fonts;
    this.pictures = pictures;
  }

  /** Embeds the page's pictures that are new, then draws it. `between` is called before each picture and may throw to stop. */
  async page(scene: Scene, sheet: Sheet, between: () => void): Promise<void> {
    between();
    for await (const { key, picture } of this.pictures.ready(scene)) {
      this.images.set(key, { name: `Im${this.images.size + 1}`, ref: this.embed(picture) });
      between();
    }
    const painter = new Painter(this.pdf.page(sheet.widthPt, sheet.heightPt, boxes(sheet)), this.inks);
    painter.raw(enterTrim(sheet, scene));
    for (const part of scene.parts) for (const item of part.items) this.item(painter, part, item);
    painter.finish();
  }

  private item(painter: Painter, part: Part, item: Item): void {
    if (item.kind === 'rule') painter.line(item, part.x, part.y);
    else if (item.kind === 'fill') painter.rectangle(item, part.x, part.y);
    else if (item.kind === 'picture') this.picture(painter, part, item);
    else if (item.end > item.start) {
      const font = this.fonts.get(item.font);
      painter.page.resource('Font', font.name, font.ref);
      drawRun(painter, part, item, font, false);
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
      BitsPerComponent: 8,
      ColorSpace: picture.colour,
      ...(picture.inverted ? { Decode: Array.from({ length: channels }, () => [1, 0]).flat() } : {}),
      Filter: 'DCTDecode',
    });
    ref.end(picture.jpeg);
    return ref;
  }
}
