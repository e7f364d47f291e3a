/** Suspicions that reading never mends by itself (guide §5.3): they are for the editor's eye. */
import type { Flag } from './copy.ts';
import type { Line } from './lines.ts';

/**
 * Reduplications (叠字) that lost one half when a page was extracted, where the other half gives it away: a measure word alone
 * in a pair whose second member is doubled (件有着落、事事有回音), and 阵 alone before what comes in gusts (阵喜讯传). 助阵, 阵中 and
 * the other words of 阵 are none.
 */
const halves =
  /(?<![\p{Script=Han}])([件事人家户处时样项桩条村户])(?=有\p{Script=Han}{2}[、，,](\p{Script=Han})\2有)|(?<=[\p{Script=Han}])([件事人家户处时样项桩条村])(?<!\3\3)(?=有\p{Script=Han}{2}[、，,](\p{Script=Han})\4有)|(?<![一二三四五六七八九十几幾这這那头頭前矩阵陣上下])[阵陣](?=掌[声聲]|[欢歡]|笑[声聲]|歌[声聲]|喜[讯訊]|[惊驚]呼|喝彩|吆喝|[锣鑼鼓]|[涛濤]|[书書][声聲]|[清花幽稻果麦麥药藥墨]香|[春清凉涼寒暖微][风風意流])/gu;
const ragged = /\ufffd+|[\ue000-\uf8ff]+|□{3,}|\?{4,}/gu;
/** What a wrong encoding has left in a text that was saved again: 锟斤拷, 烫烫烫, and UTF-8 read as Latin (ä¸­å›½). */
const misread = /(?:锟斤拷)+|烫{3,}|屯{3,}|(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2018-\u203a\u20ac\u2122]{1,2}){2,}/gu;

export function flagsOf(text: string, lines: readonly Line[], open: number): Flag[] {
  const flags: Flag[] = [];
  for (const m of text.matchAll(ragged)) flags.push({ span: [m.index, m.index + m[0].length], reason: reasonOf(m[0]) });
  for (const m of text.matchAll(misread)) flags.push({ span: [m.index, m.index + m[0].length], reason: 'undecodable' });
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
