/** Suspicions that reading never mends by itself (guide §5.3): they are for the editor's eye. */
import type { Flag } from './copy.ts';
import type { Line } from './lines.ts';

/**
 * Reduplications (叠字) that lost one half when a page was extracted, where the other half gives it away: a measure word alone
 * in a pair whose second member is doubled (件有着落、事事有回音), and 阵 without a number or a compound of its own.
 */
const halves =
  /(?<![\p{Script=Han}])([件事人家户处时样项桩条村户])(?=有\p{Script=Han}{2}[、，,](\p{Script=Han})\2有)|(?<=[\p{Script=Han}])([件事人家户处时样项桩条村])(?<!\3\3)(?=有\p{Script=Han}{2}[、，,](\p{Script=Han})\4有)|(?<![一二三几这那阵矩上下敌对布军方出怯])阵(?![地营容雨痛阵势线发亡列风法脚])/gu;
const ragged = /\ufffd+|[\ue000-\uf8ff]+|□{3,}|\?{4,}/gu;

export function flagsOf(text: string, lines: readonly Line[], open: number): Flag[] {
  const flags: Flag[] = [];
  for (const m of text.matchAll(ragged)) flags.push({ span: [m.index, m.index + m[0].length], reason: reasonOf(m[0]) });
  for (const m of text.matchAll(halves)) flags.push({ span: [m.index, m.index + m[0].length], reason: 'repeated-character-lost' });
  twice(lines, flags);
  if (lines.length >= 12 && open > lines.length * 0.4)
    flags.push({ span: [lines[0]?.map[0] ?? 0, text.length], reason: 'columns-interleaved' });
  return flags.sort((a, b) => a.span[0] - b.span[0]);
}

function reasonOf(found: string): string {
  if (found[0] === '\ufffd') return 'undecodable';
  if (/^[\ue000-\uf8ff]/u.test(found)) return 'missing-glyph';
  return 'lost-characters';
}

/** The same long line a second time: a jump's overlap, or one story sent twice. */
function twice(lines: readonly Line[], flags: Flag[]): void {
  const seen = new Set<string>();
  for (const line of lines) {
    const key = line.text.replace(/\s/gu, '');
    if (key.length < 20) continue;
    if (seen.has(key)) flags.push({ span: [line.map[0] as number, line.map[line.text.length] as number], reason: 'paragraph-twice' });
    seen.add(key);
  }
}
