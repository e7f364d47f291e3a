/** Every rule, in the order of the guide: C layout (guide §3.4), P print, F form, A the account. */
import type { Rule } from './rule.ts';
import { a01 } from './rules/a01-account.ts';
import { c01 } from './rules/c01-overlap.ts';
import { c02 } from './rules/c02-outside.ts';
import { c03 } from './rules/c03-off-grid.ts';
import { c04 } from './rules/c04-copyfit.ts';
import { c05 } from './rules/c05-butting-heads.ts';
import { c06 } from './rules/c06-stacked-heads.ts';
import { c07 } from './rules/c07-cut.ts';
import { c11 } from './rules/c11-head-and-text.ts';
import { c38 } from './rules/c38-parts.ts';
import { p01 } from './rules/p01-missing-picture.ts';
import { p02 } from './rules/p02-missing-glyph.ts';

export const RULES: readonly Rule[] = [c01, c02, c03, c04, c05, c06, c07, c11, c38, p01, p02, a01];
