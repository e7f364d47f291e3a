/**
 * The door: a project and one of its pages become a Scene. Furniture, articles in the page's order, folio.
 * What has not changed since the last time is handed out again as it was, so that a keystroke costs one article.
 */
import type { Article, Frame, Page, Project } from '../document/index.ts';
import { framesOf, standingOn, templateOf } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import { gridOverlaps } from '../measure/index.ts';
import type { MissingGlyph, Overset, Part, Scene } from '../scene/index.ts';
import { Memory } from '../typeset/index.ts';
import { type ComposedArticle, composeArticle } from './article.ts';
import { WHOLE_BODY } from './body.ts';
import { fieldSources } from './fields.ts';
import type { Cursor } from './flow.ts';
import { composeFolio } from './folio.ts';
import { composeFurniture } from './furniture.ts';
import { jumpsOf, sourceOf } from './jump.ts';
import { type Recall, Workshop } from './workshop.ts';

interface Remembered<T> {
  readonly from: readonly unknown[];
  readonly made: T;
}

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((x, i) => x === b[i]);

/** Of each article so many versions are remembered: what a hand drags goes to and fro. */
const VERSIONS = 8;

/** What composing remembers between one Scene and the next: set paragraphs, and articles and furniture as composed. */
export class ComposeMemory {
  /** For a workshop: what it makes is remembered here. */
  readonly recalled: Recall = (key, from, make) => this.recall(key, from, make);
  readonly paragraphs = new Memory();
  readonly #made = new Map<string, readonly Remembered<unknown>[]>();

  /** What was made for `key` from exactly these, or made now. */
  recall<T>(key: string, from: readonly unknown[], make: () => T): T {
    const all = this.#made.get(key) ?? [];
    const known = all.find((r) => same(r.from, from)) ?? { from, made: make() };
    if (known !== all[0]) this.#made.set(key, [known, ...all.filter((r) => r !== known)].slice(0, VERSIONS));
    return known.made as T;
  }
}

/** What a body runs around: every picture, caption, head or free text that stands on one of its frames, whosever it is. */
function obstaclesOf(project: Project, page: Page, frames: readonly Frame[]): Frame[] {
  const bodies = frames.filter((f) => f.shows.kind === 'body');
  const repels = (f: Frame): boolean =>
    f.shows.kind === 'photo' || f.shows.kind === 'caption' || f.shows.kind === 'head' || f.shows.kind === 'text';
  return standingOn(project, page).filter((f) => repels(f) && bodies.some((b) => gridOverlaps(b.at, f.at)));
}

/** Where the text of an article begins: where the one it goes on with stops, composed on its own page. */
function startOf(shop: Workshop, memory: ComposeMemory, article: Article): Cursor {
  const source = sourceOf(shop.project, article);
  if (!source) return WHOLE_BODY.start;
  const there = new Workshop(shop.project, source.page, shop.faces, memory.paragraphs, memory.recalled);
  return articleOf(there, memory, source.article)?.cut ?? WHOLE_BODY.start;
}

function articleOf(shop: Workshop, memory: ComposeMemory, article: Article): ComposedArticle | null {
  const { project, page } = shop;
  const story = project.stories[article.story];
  if (!story) return null;
  const frames = framesOf(page, article.id);
  const pictures = story.pictures.map((p) => (p.picture ? project.pictures[p.picture] : null));
  const obstacles = obstaclesOf(project, page, frames);
  const start = startOf(shop, memory, article);
  const jumps = jumpsOf(project, article, story);
  const from = [
    article,
    story,
    project.styles,
    page.grid,
    page.format,
    start.block,
    start.at,
    jumps.from,
    jumps.to,
    ...pictures,
    ...frames,
    null,
    ...obstacles,
  ];
  return memory.recall(`article ${page.id} ${article.id}`, from, () =>
    composeArticle(shop, article, story, frames, obstacles, { start, jumps }),
  );
}

/** Compose one article of a page as it stands there, around all that is in its way; null where it has no story. */
export function composeOne(project: Project, page: Page, article: Article, faces: Faces, memory: ComposeMemory): ComposedArticle | null {
  return articleOf(new Workshop(project, page, faces, memory.paragraphs, memory.recalled), memory, article);
}

/** Compose one page. The same project gives the same Scene, whatever the memory holds. */
export function composePage(project: Project, page: Page, faces: Faces, memory: ComposeMemory = new ComposeMemory()): Scene {
  const shop = new Workshop(project, page, faces, memory.paragraphs, memory.recalled);
  const parts = new Map<string, Part>();
  const overset: Overset[] = [];
  const missing: MissingGlyph[] = [];
  for (const article of page.articles) {
    const made = articleOf(shop, memory, article);
    if (!made) continue;
    for (const [id, part] of made.parts) parts.set(id, part);
    overset.push(...made.overset);
    missing.push(...made.missing);
  }
  const template = templateOf(project, page);
  const fields = fieldSources(project, page);
  const standing = standingOn(project, page);
  for (const frame of standing) {
    const from = [frame, project.styles, page.grid, page.format, ...fields];
    const part = parts.has(frame.id) ? null : memory.recall(`frame ${page.id} ${frame.id}`, from, () => composeFurniture(shop, frame));
    if (part) parts.set(frame.id, part);
  }
  const folio = memory.recall(`folio ${page.id}`, [project.styles, template?.folio, page.folio, page.grid, page.format, ...fields], () =>
    composeFolio(shop),
  );
  const drawn = standing.flatMap((f) => parts.get(f.id) ?? []);
  return {
    page: page.id,
    widthPt: page.format.widthPt,
    heightPt: page.format.heightPt,
    parts: folio ? [folio, ...drawn] : drawn,
    overset,
    missing,
  };
}
