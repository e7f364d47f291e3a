/** Scenes made by hand for the press's tests: lines shaped with the real faces, put at positions. */
import { readFileSync } from 'node:fs';
import { Blob, Font, Face as HarfBuzzFace } from 'harfbuzzjs';
import { PROJECT_FORMAT, type Project } from '../../src/core/document/index.ts';
import { type Face, loadFace } from '../../src/core/font/index.ts';
import { BLACK, type Colour, type GlyphRun, type Item, type Part, type Scene } from '../../src/core/scene/index.ts';
import { NO_MARKS, type OutputCondition, type PressOptions, type PressWorld } from '../../src/press/index.ts';

const root = new URL('../../', import.meta.url).pathname;
const files = new Map<string, Uint8Array>();
const faces = new Map<string, Face>();

export function fontBytes(id: string): Uint8Array {
  let bytes = files.get(id);
  if (!bytes) {
    bytes = readFileSync(`${root}out/fonts/${id}.ttf`);
    files.set(id, bytes);
  }
  return bytes;
}

export function face(id: string): Face {
  let loaded = faces.get(id);
  if (!loaded) {
    loaded = loadFace(id, fontBytes(id));
    faces.set(id, loaded);
  }
  return loaded;
}

const whole = new Map<string, Font>();

/** A glyph's outline in a face, in font units, as HarfBuzz reads it. */
export function outlineOf(id: string, glyph: number): string {
  const font = whole.get(id) ?? new Font(new HarfBuzzFace(new Blob(fontBytes(id))));
  whole.set(id, font);
  return font.glyphToPath(glyph);
}

export const condition: OutputCondition = {
  icc: readFileSync(`${root}resources/icc/WAN-IFRAnewspaper26v5.icc`),
  identifier: 'IFRA26',
  name: 'WAN-IFRA newspaper 26 %',
  registered: true,
};

export const emptyProject = (changes: Partial<Project> = {}): Project =>
  ({
    format: PROJECT_FORMAT,
    paper: { name: '版心日报', language: 'zh-Hans', date: '2026-03-02' },
    seed: 1,
    copies: {},
    stories: {},
    storyOrder: [],
    pictures: {},
    pages: [],
    styles: {},
    ...changes,
  }) as Project;

export const world = (changes: Partial<PressWorld> = {}): PressWorld => ({
  project: emptyProject(),
  fontBytes,
  pictureBytes: () => Promise.reject(new Error('no pictures')),
  ...changes,
});

export const options = (changes: Partial<PressOptions> = {}): PressOptions => ({
  profile: 'x4',
  condition,
  bleedPt: 0,
  marks: NO_MARKS,
  title: '要闻 & “版心” <1>',
  creationDate: new Date('2026-03-01T18:30:00Z'),
  ...changes,
});

export interface LineOptions {
  font?: string;
  sizePt?: number;
  colour?: Colour;
  scaleX?: number;
  vertical?: boolean;
  sideways?: boolean;
  language?: string;
  trackingEm?: number;
  source?: GlyphRun['source'];
}

/** Collects runs and other items into one part. */
export class PartMaker {
  private readonly ids: number[] = [];
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly clusters: number[] = [];
  readonly items: Item[] = [];

  /** A line of text whose first pen position is x, y. Returns how far the pen went along the line. */
  line(text: string, x: number, y: number, o: LineOptions = {}): number {
    const { font = 'serif-400', sizePt = 9, colour = BLACK, scaleX = 1, vertical = false, sideways = false } = o;
    const shaped = face(font).shape(text, { language: o.language ?? 'zh-Hans', vertical, features: vertical ? ['vert'] : [] });
    const start = this.ids.length;
    let pen = 0;
    shaped.ids.forEach((id, i) => {
      const across = shaped.dx[i]! * sizePt * scaleX;
      const up = shaped.dy[i]! * sizePt;
      this.ids.push(id);
      this.clusters.push(shaped.clusters[i]!);
      this.xs.push(vertical ? x + across : sideways ? x : x + pen + across);
      this.ys.push(vertical ? y + pen - up : sideways ? y + pen : y - up);
      pen += (shaped.advances[i]! + (o.trackingEm ?? 0)) * sizePt * (vertical ? 1 : scaleX);
    });
    const end = this.ids.length;
    const orientation = sideways ? 'sideways' : 'upright';
    this.items.push({ kind: 'glyphs', font, sizePt, scaleX, colour, orientation, start, end, text, source: o.source ?? null });
    return pen;
  }

  add(item: Item): this {
    this.items.push(item);
    return this;
  }

  part(at: Partial<Part> = {}): Part {
    return {
      frame: 'f1',
      article: null,
      story: null,
      role: 'body',
      x: 0,
      y: 0,
      width: 100,
      height: 100,
      items: this.items,
      glyphs: {
        ids: Uint16Array.from(this.ids),
        x: Float32Array.from(this.xs),
        y: Float32Array.from(this.ys),
        cluster: Uint16Array.from(this.clusters),
      },
      slots: 0,
      used: 0,
      ...at,
    };
  }
}

export const scene = (parts: Part[], changes: Partial<Scene> = {}): Scene => ({
  page: 'p1',
  widthPt: 400,
  heightPt: 500,
  parts,
  overset: [],
  missing: [],
  ...changes,
});
