/** C33 字体: at most four families and eight sizes in the headlines of a page (guide §3.4). */
import type { GlyphRun } from '../../scene/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import type { PageView } from '../view.ts';

const MOST_FACES = 4;
const MOST_SIZES = 8;
/** A headline's Latin and its Chinese face are one choice. */
const LATIN = /^latin/u;

function* faults(view: PageView): Generator<Fault> {
  const runs = view.blocks
    .flatMap((b) => b.heads.flatMap((h) => h.part.items))
    .filter((i): i is GlyphRun => i.kind === 'glyphs' && i.source?.place.field === 'headline');
  const faces = new Set(runs.map((r) => r.font.replace(/-\d+.*$/u, '')).filter((f) => !LATIN.test(f)));
  const sizes = new Set(runs.map((r) => Math.round(r.sizePt * 10)));
  if (faces.size > MOST_FACES) yield { key: 'many-faces', figures: { count: faces.size, most: MOST_FACES } };
  if (sizes.size > MOST_SIZES) yield { key: 'many-sizes', figures: { count: sizes.size, most: MOST_SIZES } };
}

export const c33: PageRule = { id: 'C33', severity: 'warning', page: faults };
