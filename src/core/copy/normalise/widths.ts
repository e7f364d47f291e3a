/** Forms of one width become the usual ones: full-width letters and digits, compatibility marks. */
import type { Draft } from './draft.ts';
import { baseMark } from './tables.ts';

export function widths(draft: Draft): void {
  // Before the digits: only where they are full-width too has a converter widened the comma that groups them.
  draft.each(/(?<![０-９])[０-９]{1,3}(?:，[０-９]{3})+(?![０-９])/gu, (m) => m[0].replaceAll('，', ','), 'half-width', 0.85);
  draft.each(/[Ａ-Ｚａ-ｚ０-９％＠＃＂＇]/gu, (m) => String.fromCharCode(m[0].charCodeAt(0) - 0xfee0), 'half-width', 0.95);
  draft.each(/(?<=[\dA-Za-z])．(?=[\dA-Za-z])/gu, () => '.', 'half-width', 0.95);
  // Ｆ－３５: a model's hyphen. Between figures it may be a range, whose dash is the house's to choose.
  draft.each(/(?<=[A-Za-z])－(?=[\dA-Za-z])|(?<=\d)－(?=[A-Za-z])/gu, () => '-', 'half-width', 0.9);
  draft.each(/[﹐﹑﹔﹕︰﹖﹗﹒﹁﹂﹃﹄︵︶﹙﹚︿﹀︽︾｡､｢｣]/gu, (m) => baseMark[m[0]] ?? null, 'base-mark', 0.97);
}
