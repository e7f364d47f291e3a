/** What the window must be told after a page was composed again: only what it does not have. */
import type { Faces, FontId } from '../../core/font/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import type { FontNews, PartNews, SceneNews } from './messages.ts';

/** A part of which nothing but its place changed keeps its items and glyphs by identity. */
const sameInside = (a: Part, b: Part): boolean =>
  a.items === b.items && a.glyphs === b.glyphs && a.role === b.role && a.article === b.article;

export function partNews(before: readonly Part[], after: readonly Part[]): PartNews[] {
  const index = new Map(before.map((p, i) => [p.frame, i]));
  return after.map((part) => {
    const same = index.get(part.frame);
    const was = same === undefined ? undefined : (before[same] as Part);
    if (same === undefined || !was) return { part };
    if (was === part) return { same };
    const { x, y, width, height } = part;
    if (sameInside(was, part) && was.slots === part.slots && was.used === part.used) return { same, x, y, width, height };
    return { part };
  });
}

/** The parts again, in the window: what was had before keeps its identity. */
export function applyNews(before: readonly Part[], news: readonly PartNews[]): Part[] {
  return news.map((n) => {
    if ('part' in n) return n.part;
    const was = before[n.same] as Part;
    return 'x' in n ? { ...was, x: n.x, y: n.y, width: n.width, height: n.height } : was;
  });
}

/** A composed page again, from what is new of it and the page as it was had before. */
export const applyScene = (before: Scene | undefined, { page, widthPt, heightPt, parts, overset, missing }: SceneNews): Scene => ({
  page,
  widthPt,
  heightPt,
  parts: applyNews(before?.parts ?? [], parts),
  overset,
  missing,
});

/** Which outlines the window has been sent, so that each goes once. */
export class OutlinesSent {
  private readonly sent = new Map<FontId, Set<number>>();
  /** Parts' items that hold nothing unsent: most of a page is as it was. */
  private readonly known = new WeakSet<Part['items']>();

  /** Outlines of the glyphs in `scene` that have not been sent yet. */
  news(scene: Scene, faces: Faces): FontNews[] {
    const fresh = new Map<FontId, Set<number>>();
    for (const part of scene.parts) {
      if (this.known.has(part.items)) continue;
      this.known.add(part.items);
      for (const item of part.items) {
        if (item.kind !== 'glyphs') continue;
        const had = this.sentOf(item.font);
        for (let i = item.start; i < item.end; i++) {
          const id = part.glyphs.ids[i] as number;
          if (had.has(id)) continue;
          had.add(id);
          const list = fresh.get(item.font) ?? new Set();
          fresh.set(item.font, list.add(id));
        }
      }
    }
    return [...fresh].map(([font, ids]) => {
      const face = faces.face(font);
      const unit = face.unitsPerEm;
      const outline = (id: number) => {
        const ink = face.ink(id);
        return ink ? { path: face.outline(id), box: [ink.x0 * unit, ink.y0 * unit, ink.x1 * unit, ink.y1 * unit] as const } : null;
      };
      return { font, unitsPerEm: unit, glyphs: [...ids].map((id) => [id, outline(id)] as const) };
    });
  }

  private sentOf(font: FontId): Set<number> {
    let set = this.sent.get(font);
    if (!set) {
      set = new Set();
      this.sent.set(font, set);
    }
    return set;
  }
}
