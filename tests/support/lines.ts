/** A set paragraph as it looks on paper, for golden files: a bar at each margin, and every mark's distance to what follows it, in em. */
import { styleFor, type TextStyle } from '../../src/core/document/index.ts';
import type { Language, Mark } from '../../src/core/story/index.ts';
import { type SetParagraph, setParagraph, settingOf } from '../../src/core/typeset/index.ts';
import { faces } from './faces.ts';
import { preset } from './project.ts';

export interface Case extends Partial<TextStyle> {
  readonly text: string;
  /** Measure in characters. */
  readonly chars: number;
  readonly language?: Language;
  readonly display?: boolean;
  readonly looks?: readonly Mark[];
}

const base = styleFor(preset().styles, {}, 'body');

export function setCase(c: Case): SetParagraph {
  const { text, chars, language = 'zh-Hans', display = false, looks = [], ...style } = c;
  const setting = settingOf({ ...base, indentEm: 0, ...style }, language, display);
  return setParagraph({ text, marks: looks, setting, indent: true }, chars * setting.sizePt, faces);
}

const two = (x: number): string => (Math.round(x * 100) / 100 + 0).toFixed(2).replace(/^-0\.00$/u, '0.00');

/** One line: its text between bars, its width, what was added to each gap, and the steps from glyph to glyph where they are not one em. */
export function showLine(c: Case, p: SetParagraph, index: number): string {
  const l = p.lines[index] as SetParagraph['lines'][number];
  const em = c.sizePt ?? base.sizePt;
  const steps: string[] = [];
  for (let g = l.glyphFrom; g < l.glyphTo - 1; g++) {
    const step = ((p.x[g + 1] as number) - (p.x[g] as number)) / em;
    const ch = c.text.slice(p.at[g] as number, p.at[g + 1] as number);
    if (Math.abs(step - 1) > 0.004 && !/^[A-Za-z\d.,%]?$/u.test(ch)) steps.push(`${ch}${two(step)}`);
  }
  const first = l.glyphFrom < l.glyphTo ? two((p.x[l.glyphFrom] as number) / em) : '-';
  return `  |${c.text.slice(l.from, l.to)}| ${two(l.widthPt / em)} em${l.openEm > 0.0005 ? `, opened ${l.openEm.toFixed(3)}` : ''}${first === '0.00' ? '' : `, from ${first}`}${steps.length ? `  (${steps.join(' ')})` : ''}`;
}

export const showCase = (name: string, c: Case): string => {
  const p = setCase(c);
  return [
    `${name}`,
    ...p.lines.map((_, i) => showLine(c, p, i)),
    ...(p.missing.length ? [`  missing ${p.missing.join('')}`] : []),
    '',
  ].join('\n');
};
