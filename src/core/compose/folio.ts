/** 报眉: the folio line above the type area, with its fields filled in, and the head rule (天线) under it. */
import { templateOf } from '../document/index.ts';
import { typeArea } from '../measure/index.ts';
import type { Part } from '../scene/index.ts';
import { BLACK } from '../scene/index.ts';
import { fillFields } from './fields.ts';
import { PartBuilder } from './pool.ts';
import type { Workshop } from './workshop.ts';

/** Share of the size that hangs below the baseline, and the white between the folio and its rule, in em. */
const BELOW = 0.12;
const OVER_RULE_EM = 0.45;

/** The folio of a page as one part, standing above the type area; null where the page shows none. */
export function composeFolio(shop: Workshop): Part | null {
  const { page, project } = shop;
  const folio = templateOf(project, page)?.folio ?? page.folio;
  if (!folio.show) return null;
  const style = { ...shop.style('folio', {}), indentEm: 0, align: 'left' as const };
  const area = typeArea(page.format, page.grid);
  const out = new PartBuilder();
  const height = style.sizePt * (1 + OVER_RULE_EM) + folio.rulePt;
  const top = area.y - folio.gapPt - height;
  for (const [text, at] of [
    [folio.left, 0],
    [folio.centre, 0.5],
    [folio.right, 1],
  ] as const) {
    const filled = fillFields(text, project, page);
    if (!filled) continue;
    const set = shop.set(style, project.paper, filled, 1e6);
    const line = set.lines[0];
    if (line) out.line(set, line, filled, (area.width - line.widthPt) * at, style.sizePt * (1 - BELOW), style, null);
  }
  const y = height - folio.rulePt / 2;
  if (folio.rulePt > 0)
    out.items.push({ kind: 'rule', x1: 0, y1: y, x2: area.width, y2: y, widthPt: folio.rulePt, colour: BLACK, dash: [] });
  return {
    frame: 'folio',
    article: null,
    story: null,
    role: 'folio',
    x: area.x,
    y: top,
    width: area.width,
    height,
    items: out.items,
    glyphs: out.pool(),
    slots: 0,
    used: 0,
  };
}
