/** P07: a font whose maker forbids what printing does to it: embedding its outlines, cut down to the glyphs used (fsType). */
import type { Fault } from '../finding.ts';
import type { IssueRule, IssueView } from '../rule.ts';

const KEYS = { restricted: 'font-restricted', whole: 'font-whole', bitmap: 'font-bitmap' } as const;

function* faults(view: IssueView): Generator<Fault & { page: string }> {
  for (const { page, pieces } of view.pages) {
    const said = new Set<string>();
    for (const piece of pieces)
      for (const item of piece.part.items) {
        const embedding = item.kind === 'glyphs' ? view.fonts.get(item.font) : undefined;
        if (item.kind !== 'glyphs' || !embedding || embedding === 'free' || said.has(item.font)) continue;
        said.add(item.font);
        yield {
          key: KEYS[embedding],
          figures: { font: item.font },
          page: page.id,
          frame: piece.frame.id,
          article: piece.frame.article,
          at: piece.rect,
        };
      }
  }
}

export const p07: IssueRule = { id: 'P07', severity: 'error', issue: faults };
