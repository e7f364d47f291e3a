/**
 * Every rule, in the order of the guide: C layout (guide §3.4), E English text (§6.5), P print, F form, A the account; docs/checks.md lists them.
 */
import type { Rule } from './rule.ts';
import { a01 } from './rules/a01-account.ts';
import { a02 } from './rules/a02-signed.ts';
import { c01 } from './rules/c01-overlap.ts';
import { c02 } from './rules/c02-outside.ts';
import { c03 } from './rules/c03-off-grid.ts';
import { c04 } from './rules/c04-copyfit.ts';
import { c05 } from './rules/c05-butting-heads.ts';
import { c06 } from './rules/c06-stacked-heads.ts';
import { c07 } from './rules/c07-cut.ts';
import { c08 } from './rules/c08-rectangle.ts';
import { c09 } from './rules/c09-head-length.ts';
import { c10 } from './rules/c10-under-head.ts';
import { c11 } from './rules/c11-head-and-text.ts';
import { c12 } from './rules/c12-turn.ts';
import { c13 } from './rules/c13-one-column-heads.ts';
import { c14 } from './rules/c14-head-break.ts';
import { c15 } from './rules/c15-head-marks.ts';
import { c16 } from './rules/c16-leg-depth.ts';
import { c17 } from './rules/c17-level-legs.ts';
import { c18 } from './rules/c18-single-character.ts';
import { c19 } from './rules/c19-widow-lines.ts';
import { c20 } from './rules/c20-subhead-foot.ts';
import { c21 } from './rules/c21-subhead-top.ts';
import { c22 } from './rules/c22-hierarchy.ts';
import { c23 } from './rules/c23-main-photo.ts';
import { c24 } from './rules/c24-art-share.ts';
import { c25 } from './rules/c25-photo-support.ts';
import { c26 } from './rules/c26-caption.ts';
import { c27 } from './rules/c27-facing.ts';
import { c28 } from './rules/c28-picture-quality.ts';
import { c29 } from './rules/c29-photos-touch.ts';
import { c30 } from './rules/c30-white.ts';
import { c31 } from './rules/c31-balance.ts';
import { c32 } from './rules/c32-quarters.ts';
import { c33 } from './rules/c33-type-restraint.ts';
import { c34 } from './rules/c34-apart.ts';
import { c35 } from './rules/c35-box.ts';
import { c36 } from './rules/c36-measure.ts';
import { c37 } from './rules/c37-jumps.ts';
import { c38 } from './rules/c38-parts.ts';
import { c39 } from './rules/c39-kinsoku.ts';
import { c40 } from './rules/c40-loose-lines.ts';
import { e01 } from './rules/e01-hyphen-ladder.ts';
import { e02 } from './rules/e02-rivers.ts';
import { f01 } from './rules/f01-paper-name.ts';
import { f02 } from './rules/f02-date.ts';
import { f03 } from './rules/f03-page-number.ts';
import { f04 } from './rules/f04-editors.ts';
import { f05 } from './rules/f05-serial-number.ts';
import { p01 } from './rules/p01-missing-picture.ts';
import { p02 } from './rules/p02-missing-glyph.ts';
import { p03 } from './rules/p03-hairlines.ts';
import { p04 } from './rules/p04-reversed.ts';
import { p05 } from './rules/p05-coloured-type.ts';
import { p06 } from './rules/p06-ink-limit.ts';
import { p07 } from './rules/p07-font-licence.ts';

export const RULES: readonly Rule[] = [
  c01,
  c02,
  c03,
  c04,
  c05,
  c06,
  c07,
  c08,
  c09,
  c10,
  c11,
  c12,
  c13,
  c14,
  c15,
  c16,
  c17,
  c18,
  c19,
  c20,
  c21,
  c22,
  c23,
  c24,
  c25,
  c26,
  c27,
  c28,
  c29,
  c30,
  c31,
  c32,
  c33,
  c34,
  c35,
  c36,
  c37,
  c38,
  c39,
  c40,
  e01,
  e02,
  p01,
  p02,
  p03,
  p04,
  p05,
  p06,
  p07,
  f01,
  f02,
  f03,
  f04,
  f05,
  a01,
  a02,
];
