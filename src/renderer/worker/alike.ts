/**
 * What comes from the window is a copy, each time another one. Parts of a page that say what was said before become the
 * same objects again, so that what was composed of them once is known.
 */
import type { Page, Project } from '../../core/document/index.ts';

/** More things than this are forgotten together: what stands on the page is known again after its next edit. */
const MOST = 4000;

export class Alike {
  readonly #known = new Map<string, unknown>();

  clear(): void {
    this.#known.clear();
  }

  /** The first thing met that says the same. */
  #first<T>(thing: T): T {
    const key = JSON.stringify(thing);
    const known = this.#known.get(key);
    if (known !== undefined) return known as T;
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, thing);
    return thing;
  }

  /** The page, of parts that are met again. */
  page(page: Page): Page {
    return {
      ...page,
      grid: this.#first(page.grid),
      format: this.#first(page.format),
      articles: page.articles.map((a) => this.#first(a)),
      frames: page.frames.map((f) => this.#first(f)),
    };
  }

  /** The project, one of its pages of parts that are met again. */
  project(project: Project, id: string): Project {
    return project.pages.some((p) => p.id === id)
      ? { ...project, pages: project.pages.map((p) => (p.id === id ? this.page(p) : p)) }
      : project;
  }
}
