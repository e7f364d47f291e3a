/** Invented raw copy of a given length, as pages of news look: labels, headlines, by-lines, subheads, cut paragraphs. */
import { readFileSync } from 'node:fs';

const pool = (): string[] =>
  readFileSync(`${process.cwd()}/tests/corpus/pool-hans.txt`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string])
    .filter(([id]) => /^[nqe]/u.test(id))
    .map(([, text]) => text);

/** At least `length` characters. */
export function copyText(length: number): string {
  const texts = pool();
  const heads = ['路灯亮了心里踏实', '稻浪翻金时', '一座桥的提前量', '门口的卫生室'];
  let text = '';
  for (let n = 0; text.length < length; n++) {
    text += `◎ 城事\n\n${heads[n % heads.length]}之${n + 1}\n\n□ 本报记者 沈竹青\n\n`;
    for (let k = 0; k < 9; k++) {
      const p = texts[(n * 7 + k * 3) % texts.length] as string;
      text += k === 4 ? `水清了 岸绿了\n\n${p}\n\n` : k === 6 ? `${p.slice(0, 31)}\n\n${p.slice(31)}\n\n` : `${p}\n\n`;
    }
  }
  return text;
}
