/** How characters look at an offset: the paragraph's faces, changed by the marks that stand there. */
import type { FontId } from '../font/index.ts';
import type { Mark } from '../story/index.ts';
import type { Setting } from './setting.ts';

/** Bold of a face, where the catalogue has one. */
const BOLD: Readonly<Record<string, FontId>> = {
  'serif-400': 'sans-700',
  'sans-400': 'sans-700',
  'sans-700': 'sans-900',
  'latin-400': 'latin-700',
  'kai-400': 'sans-700',
};

/** Superscript: its size, and how far its baseline stands above the line's, in em. */
const RAISED = { scale: 0.62, riseEm: 0.36 };
const LEVEL = { scale: 1, riseEm: 0 };

export interface Look {
  readonly han: FontId;
  readonly latin: FontId;
  readonly scale: number;
  readonly riseEm: number;
}

const PLAIN = new WeakMap<Setting, Look>();

/** The look of a setting's unmarked text; the same object each time. */
function plainLook(setting: Setting): Look {
  const known = PLAIN.get(setting);
  if (known) return known;
  const look = { han: setting.han, latin: setting.latin, ...LEVEL };
  PLAIN.set(setting, look);
  return look;
}

export function lookAt(setting: Setting, marks: readonly Mark[], at: number): Look {
  if (marks.length === 0) return plainLook(setting);
  let { han, latin } = setting;
  let place = LEVEL;
  for (const m of marks) {
    if (at < m.from || at >= m.to) continue;
    if (m.look === 'bold') [han, latin] = [BOLD[han] ?? han, BOLD[latin] ?? latin];
    if (m.look === 'kai') han = 'kai-400';
    if (m.look === 'italic') latin = latin === 'latin-400' ? 'latin-400i' : latin;
    if (m.look === 'superscript') place = RAISED;
  }
  return { han, latin, ...place };
}

/** The next offset after `at` where a look begins or ends: a run of Latin is cut there. */
export const nextEdge = (marks: readonly Mark[], at: number): number =>
  marks.reduce((edge, m) => Math.min(edge, m.from > at ? m.from : edge, m.to > at ? m.to : edge), Number.POSITIVE_INFINITY);

/** The marks of a passage as they stand on its text from character `at` on. A ruby whose base began before stands there, once. */
export const marksFrom = (marks: readonly Mark[], at: number): Mark[] =>
  marks
    .filter((m) => m.to > at && (m.look !== 'ruby' || m.from >= at))
    .map((m) => ({ ...m, from: Math.max(0, m.from - at), to: m.to - at }));
