/** A measurer without fonts: counts of characters, for tests of the search that do not need the composer. */
import type { Measurer } from '../../src/core/arrange/index.ts';
import { type Page, type Project, styleFor } from '../../src/core/document/index.ts';
import { longChars, spanPt } from '../../src/core/measure/index.ts';
import type { Story } from '../../src/core/story/index.ts';

const ROLES = ['label', 'kicker', 'headline', 'deck', 'byline'] as const;

export function estimator(project: Project, page: Page): Measurer {
  const { grid } = page;
  const bodyLines = (story: Story, chars: number): number =>
    story.body.reduce((n, b) => n + (b.type === 'subhead' ? 2 : Math.ceil(([...b.text].length + 2) / chars)), 0);
  return {
    head(story, columns, _form, overrides = {}) {
      let pt = 0;
      let headlinePt = 0;
      let headlineFills: number[] = [];
      let ok = true;
      for (const role of ROLES) {
        const text = story[role]?.text.trim();
        if (!text) continue;
        const style = styleFor(project.styles, overrides, role);
        const lines = Math.ceil(([...text].length * style.sizePt) / spanPt(grid, columns));
        if (role === 'headline') {
          headlinePt = style.sizePt;
          headlineFills = Array(lines).fill(([...text].length * style.sizePt) / spanPt(grid, columns) / lines);
          ok = lines <= (style.fit?.maxLines ?? 1);
        }
        pt += style.sizePt + (lines - 1) * style.leadingPt + (style.aboveLines + style.belowLines) * grid.linePitchPt * 0.6;
      }
      return { lines: Math.ceil(pt / grid.linePitchPt), ok, headlinePt, headlineFills };
    },
    body(story, columns, legs) {
      const chars = legs === 0 ? grid.charsPerColumn : Math.floor((longChars(grid, columns) - (legs - 1) * grid.gutterEm) / legs);
      return { total: bodyLines(story, chars), legs: legs || columns };
    },
    fits(story, columns, legs, depths) {
      const total = this.body(story, columns, legs).total;
      const room = depths.reduce((a, b) => a + b, 0);
      return { over: Math.max(0, total - room), spare: Math.max(0, room - total), widows: 0 };
    },
    caption(story, picture, columns) {
      const p = story.pictures[picture];
      const text =
        story.kind === 'photo'
          ? story.body.map((b) => b.text).join('') + (story.credit?.text ?? '')
          : (p?.caption?.text ?? '') + (p?.credit?.text ?? '');
      return { lines: Math.max(1, Math.ceil([...text].length / longChars(grid, columns))) };
    },
  };
}
