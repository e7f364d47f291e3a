/**
 * The file's structure for readers that do not look at the page: article by article, headline, byline, paragraphs in
 * the order they are read, pictures with what they show (guide print.md §6). Rules, tints, folios and marks are artifacts.
 */
import type { Page, Project } from '../core/document/index.ts';
import type { Item, Part, Scene } from '../core/scene/index.ts';
import { passageAt, passages, type Story, type TextPlace } from '../core/story/index.ts';
import type { Pdf, PdfPage, Ref } from './pdf/document.ts';

/** Structure types used (ISO 32000-1 §14.8.4). */
type Type = 'Document' | 'Sect' | 'Art' | 'H1' | 'H2' | 'P' | 'Caption' | 'Figure';

/** What one item of the page is, to structure: the key of its element, or null for an artifact. */
export interface Mark {
  readonly key: string;
  readonly type: Type;
}

interface Content {
  readonly page: Ref;
  readonly mcid: number;
}

interface Leaf {
  readonly type: Type;
  readonly contents: Content[];
  readonly alt?: string;
  /** The picture's rectangle on the sheet, y upwards. */
  readonly box?: readonly number[];
}

const placeKey = (place: TextPlace): string =>
  place.field === 'body' ? `body ${place.block}` : 'picture' in place ? `${place.field} ${place.picture}` : place.field;

function typeOf(story: Story | undefined, place: TextPlace): Type {
  if (place.field === 'headline') return 'H1';
  if (place.field === 'body' && story?.body[place.block]?.type === 'subhead') return 'H2';
  return place.field === 'caption' || place.field === 'pictureCredit' ? 'Caption' : 'P';
}

/** What a picture shows, in words: its caption, else the caption of a photo story, else the file's own, else its headline. */
function altOf(project: Project, story: Story | undefined, picture: number, id: string): string {
  const caption = story ? passageAt(story, { field: 'caption', picture })?.text : undefined;
  const body = story?.kind === 'photo' ? story.body.map((b) => b.text).join('') : '';
  return caption || body || project.pictures[id]?.caption || story?.headline?.text || project.pictures[id]?.name || id;
}

/** Marks of one page in the making. */
export class PageTags {
  private readonly tags: Tags;
  private readonly scene: Scene;
  private readonly ref: Ref;
  /** The element of each marked content of the page, by its number. */
  readonly owners: string[] = [];

  constructor(tags: Tags, scene: Scene, page: PdfPage) {
    this.tags = tags;
    this.scene = scene;
    this.ref = page.ref;
  }

  /** What an item is; null for an artifact. `box` is asked for where the item is a picture. */
  markOf(part: Part, item: Item, box: () => readonly number[]): Mark | null {
    const owner = `${this.scene.page} ${part.article ?? part.story ?? ''}`;
    if (item.kind === 'glyphs' && item.source) {
      const type = typeOf(this.tags.project.stories[item.source.story], item.source.place);
      const key = `${owner} ${placeKey(item.source.place)}`;
      this.tags.leaf(key, { type, contents: [] });
      return { key, type };
    }
    if (item.kind === 'glyphs' && !part.story && part.role !== 'folio') {
      const key = `${this.scene.page} free ${part.frame}`;
      this.tags.leaf(key, { type: 'P', contents: [] });
      return { key, type: 'P' };
    }
    if (item.kind !== 'picture' || item.picture === null) return null;
    const frame = this.tags.pageOf(this.scene)?.frames.find((f) => f.id === part.frame);
    const index = frame?.shows.kind === 'photo' ? frame.shows.picture : 0;
    const story = part.story ? this.tags.project.stories[part.story] : undefined;
    const key = `${owner} figure ${index} ${part.frame}`;
    this.tags.leaf(key, { type: 'Figure', contents: [], alt: altOf(this.tags.project, story, index, item.picture), box: box() });
    return { key, type: 'Figure' };
  }

  /** The operator that opens a marked content. */
  open(mark: Mark | null): string {
    if (!mark) return '/Artifact BMC\n';
    const mcid = this.owners.length;
    this.owners.push(mark.key);
    this.tags.add(mark.key, { page: this.ref, mcid });
    return `/${mark.type} <</MCID ${mcid}>> BDC\n`;
  }
}

export class Tags {
  readonly project: Project;
  private readonly pdf: Pdf;
  private readonly leaves = new Map<string, Leaf>();
  private readonly pages: { tags: PageTags; scene: Scene }[] = [];

  constructor(pdf: Pdf, project: Project) {
    this.pdf = pdf;
    this.project = project;
  }

  page(scene: Scene, page: PdfPage): PageTags {
    page.ref.data.StructParents = this.pages.length;
    page.ref.data.Tabs = 'S';
    const tags = new PageTags(this, scene, page);
    this.pages.push({ tags, scene });
    return tags;
  }

  pageOf(scene: Scene): Page | undefined {
    return this.project.pages.find((p) => p.id === scene.page);
  }

  leaf(key: string, leaf: Leaf): void {
    if (!this.leaves.has(key)) this.leaves.set(key, leaf);
  }

  add(key: string, content: Content): void {
    this.leaves.get(key)?.contents.push(content);
  }

  /** Writes the tree; after the last page. */
  end(): void {
    const { root, mark } = this.pdf.structure();
    mark.data.Marked = true;
    const refs = new Map<string, Ref>();
    const document = this.element(root, 'Document');
    document.data.K = this.pages.map(({ scene }) => this.section(document, scene, refs));
    document.end();
    root.data.K = [document];
    const nums = this.pages.flatMap(({ tags }, i) => [i, tags.owners.map((key) => refs.get(key))]);
    const tree = this.pdf.ref({ Nums: nums });
    tree.end();
    root.data.ParentTree = tree;
    root.data.ParentTreeNextKey = this.pages.length;
  }

  private element(parent: Ref, type: Type, more: Record<string, unknown> = {}): Ref {
    return this.pdf.ref({ Type: 'StructElem', S: type, P: parent, ...more });
  }

  private section(document: Ref, scene: Scene, refs: Map<string, Ref>): Ref {
    const page = this.pageOf(scene);
    const section = this.element(document, 'Sect', page?.section ? { T: new String(page.section) } : {});
    const kids: Ref[] = [];
    for (const { id, story } of articlesOf(scene, page)) {
      const order = this.readingOrder(`${scene.page} ${id}`, this.project.stories[story]);
      if (order.length === 0) continue;
      const title = this.project.stories[story]?.headline?.text;
      const article = this.element(section, 'Art', title ? { T: new String(title) } : {});
      article.data.K = order.map((key) => this.writeLeaf(article, key, refs));
      article.end();
      kids.push(article);
    }
    // Whatever else was marked on the page: free text, and text of a story that has no article.
    for (const key of this.leaves.keys())
      if (key.startsWith(`${scene.page} `) && !refs.has(key)) kids.push(this.writeLeaf(section, key, refs));
    section.data.K = kids;
    section.end();
    return section;
  }

  /**
   * The keys of an article's elements as they are read: its passages in order, each picture before its caption, and the
   * picture of a photo story before its text, which is its caption.
   */
  private readingOrder(owner: string, story: Story | undefined): string[] {
    const figures = [...this.leaves.keys()].filter((key) => key.startsWith(`${owner} figure `));
    const texts = story ? passages(story).map(({ place }) => ({ place, key: `${owner} ${placeKey(place)}` })) : [];
    const ordered: string[] = [];
    for (const { place, key } of texts) {
      if (place.field === 'body' && story?.kind === 'photo') ordered.push(...figures);
      if (place.field === 'caption') ordered.push(...figures.filter((f) => f.startsWith(`${owner} figure ${place.picture} `)));
      if (this.leaves.has(key)) ordered.push(key);
    }
    const all = [...ordered, ...figures];
    return all.filter((key, i) => all.indexOf(key) === i);
  }

  private writeLeaf(parent: Ref, key: string, refs: Map<string, Ref>): Ref {
    const { type, contents, alt, box } = this.leaves.get(key) as Leaf;
    const first = contents[0]?.page;
    const element = this.element(parent, type, {
      ...(first ? { Pg: first } : {}),
      K: contents.map(({ page, mcid }) => (page === first ? mcid : { Type: 'MCR', Pg: page, MCID: mcid })),
      ...(alt ? { Alt: new String(alt) } : {}),
      ...(box ? { A: { O: 'Layout', Placement: 'Block', BBox: box } } : {}),
    });
    element.end();
    refs.set(key, element);
    return element;
  }
}

/** The articles of a page in their own order; without a page in the project, as they appear on the Scene. */
export function articlesOf(scene: Scene, page: Page | undefined): { id: string; story: string }[] {
  if (page) return page.articles.map(({ id, story }) => ({ id, story }));
  const seen = new Map<string, string>();
  for (const part of scene.parts) if (part.story && !seen.has(part.article ?? part.story)) seen.set(part.article ?? part.story, part.story);
  return [...seen].map(([id, story]) => ({ id, story }));
}
