/** 字 间 有 空 格: a page whose every two Han have a space between (OCR, old converters; guide §5.3). */
import { isHan, type Line } from './lines.ts';

/** More than 30 % of neighbouring Han are spaced. */
export function isSpaced(lines: readonly Line[]): boolean {
  let spaced = 0;
  let close = 0;
  for (const { text } of lines) {
    for (let i = 0; i + 1 < text.length; i++) {
      if (!isHan(text.charCodeAt(i))) continue;
      if (isHan(text.charCodeAt(i + 1))) close++;
      else if (text[i + 1] === ' ' && isHan(text.charCodeAt(i + 2))) spaced++;
    }
  }
  return spaced > 20 && spaced > (spaced + close) * 0.3;
}

/** The line without single spaces beside Han and full-width marks; wider gaps become one space. */
export function squeezed(line: Line): Line {
  let text = '';
  const map: number[] = [];
  // Beside a list mark a space parts two things.
  const wide = (i: number): boolean => line.text.charCodeAt(i) > 0x7f && !/[□■◎●◆○◇▲]/u.test(line.text[i] as string);
  const marked = (i: number): boolean => /[□■◎●◆○◇▲]/u.test(line.text[i] ?? '');
  for (let i = 0; i < line.text.length; i++) {
    if (line.text[i] === ' ' && line.text[i - 1] !== ' ' && line.text[i + 1] !== ' ' && (wide(i - 1) || wide(i + 1)) && !marked(i + 1))
      continue;
    if (line.text[i] === ' ' && line.text[i - 1] === ' ') continue;
    text += line.text[i];
    map.push(line.map[i] as number);
  }
  map.push(line.map[line.text.length] as number);
  return { ...line, text, map };
}
