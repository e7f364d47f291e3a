/** One article: its frames to parts. Remembered as a whole while nothing it depends on has changed. */
import type { Article, Frame } from '../document/index.ts';
import { placeRect, type Rect } from '../measure/index.ts';
import type { MissingGlyph, Overset, Part, PartRole } from '../scene/index.ts';
import { EMPTY_POOL } from '../scene/index.ts';
import type { Story } from '../story/index.ts';
import { composeBody, type Thread, WHOLE_BODY } from './body.ts';
import { composeCaption } from './caption.ts';
import type { Cursor } from './flow.ts';
import { drawHead, setHead } from './head.ts';
import { pictureItem } from './picture.ts';
import { PartBuilder } from './pool.ts';
import { drawVerticalHead, setVerticalHead } from './vertical-head.ts';
import type { Workshop } from './workshop.ts';

export interface ComposedArticle {
  readonly parts: ReadonlyMap<string, Part>;
  readonly overset: readonly Overset[];
  readonly missing: readonly MissingGlyph[];
  /** Where its body stops; null for an article without a body frame. */
  readonly cut: Cursor | null;
}

/** Where a frame stands on the page, its offset from the grid included. */
export function frameBox(shop: Workshop, frame: Frame): { x: number; y: number; width: number; height: number } {
  const r = placeRect(shop.page.format, shop.grid, frame.at);
  return { ...r, x: r.x + frame.dxPt, y: r.y + frame.dyPt };
}

export function makePart(
  shop: Workshop,
  frame: Frame,
  story: string | null,
  role: PartRole,
  out: PartBuilder | null,
  slots = 0,
  used = 0,
): Part {
  return {
    frame: frame.id,
    article: frame.article,
    story,
    role,
    ...frameBox(shop, frame),
    items: out?.items ?? [],
    glyphs: out?.pool() ?? EMPTY_POOL,
    slots,
    used,
  };
}

interface DrawnHead {
  readonly out: PartBuilder;
  /** Lines of the grid that it needs. */
  readonly lines: number;
}

class ArticleComposer {
  readonly #shop: Workshop;
  readonly #article: Article;
  readonly #story: Story;
  readonly parts = new Map<string, Part>();
  readonly overset: Overset[] = [];
  readonly missing: MissingGlyph[] = [];
  cut: Cursor | null = null;

  constructor(shop: Workshop, article: Article, story: Story) {
    this.#shop = shop;
    this.#article = article;
    this.#story = story;
  }

  #keep(frame: Frame, role: PartRole, out: PartBuilder | null, slots = 0, used = 0): void {
    this.parts.set(frame.id, makePart(this.#shop, frame, this.#story.id, role, out, slots, used));
    for (const character of out?.missing ?? []) this.missing.push({ story: this.#story.id, character, frame: frame.id });
  }

  /** A head is drawn once for its words and size: typing in the body or moving the frame leaves it as it was. */
  head(frame: Frame): void {
    const { page, grid, project } = this.#shop;
    const { overrides } = this.#article;
    const { width, height } = frameBox(this.#shop, frame);
    const form = frame.shows.kind === 'head' ? frame.shows.form : 'over';
    // The head has no use for a body: it is given a story without one, and follows from all the rest.
    const story: Story = { ...this.#story, body: [] };
    const from = [form, width, height, frame.at.lines, overrides, project.styles, grid, ...Object.values({ ...story, body: null })];
    const made = this.#shop.recall(`head ${page.id} ${frame.id}`, from, () =>
      form === 'vertical' ? this.#verticalHead(story, width, height) : this.#levelHead(story, width, frame.at.lines, form),
    );
    this.#keep(frame, 'head', made.out, frame.at.lines, made.lines);
  }

  #verticalHead(story: Story, width: number, height: number): DrawnHead {
    const out = new PartBuilder();
    const head = setVerticalHead(this.#shop, story, width, this.#article.overrides, height);
    drawVerticalHead(out, this.#shop, head, story, width, height);
    return { out, lines: head.lines };
  }

  #levelHead(story: Story, width: number, lines: number, where: 'over' | 'beside'): DrawnHead {
    const out = new PartBuilder();
    const head = setHead(this.#shop, story, width, this.#article.overrides);
    drawHead(out, this.#shop, head, story, width, lines, where);
    return { out, lines: head.lines };
  }

  photo(frame: Frame, picture: number): void {
    const out = new PartBuilder();
    const id = this.#story.pictures[picture]?.picture ?? null;
    out.items.push(pictureItem(frame, (id && this.#shop.project.pictures[id]) || null, frameBox(this.#shop, frame)));
    this.#keep(frame, 'photo', out);
  }

  caption(frame: Frame, picture: number): void {
    const { out, used, overset } = composeCaption(this.#shop, this.#story, this.#article.id, frame, picture, this.#article.overrides);
    if (overset) this.overset.push(overset);
    this.#keep(frame, 'caption', out, frame.at.lines, used);
  }

  body(frames: readonly Frame[], obstacles: readonly Rect[], thread: Thread): void {
    const { parts, overset, cut } = composeBody(
      this.#shop,
      this.#story,
      this.#article.id,
      frames,
      this.#article.overrides,
      obstacles,
      thread,
    );
    this.cut = cut;
    if (overset) this.overset.push(overset);
    for (const p of parts) this.#keep(p.frame, 'body', p.out, p.slots, p.used);
  }
}

/** Compose the frames of an article that show its story. Its body runs around the obstacles. */
export function composeArticle(
  shop: Workshop,
  article: Article,
  story: Story,
  frames: readonly Frame[],
  obstacles: readonly Frame[],
  thread: Thread = WHOLE_BODY,
): ComposedArticle {
  const c = new ArticleComposer(shop, article, story);
  const bodies: Frame[] = [];
  for (const frame of frames) {
    if (frame.shows.kind === 'head') c.head(frame);
    else if (frame.shows.kind === 'photo') c.photo(frame, frame.shows.picture);
    else if (frame.shows.kind === 'caption') c.caption(frame, frame.shows.picture);
    else if (frame.shows.kind === 'body') bodies.push(frame);
  }
  if (bodies.length)
    c.body(
      bodies,
      obstacles.map((o) => frameBox(shop, o)),
      thread,
    );
  return { parts: c.parts, overset: c.overset, missing: c.missing, cut: c.cut };
}
