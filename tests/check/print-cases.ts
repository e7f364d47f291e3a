/** Print and form rules. */
import { signCuts } from '../../src/core/check/index.ts';
import { apply, type Frame, type Project } from '../../src/core/document/index.ts';
import type { Embedding } from '../../src/core/font/index.ts';
import { frame } from '../support/project.ts';
import type { Case } from './case.ts';
import { article, issueOf, PICTURE, photo, scenesOf, secondPage, styled, text } from './pages.ts';

const cmyk = (c: number, m: number, y: number, k: number) => ({ kind: 'cmyk' as const, c, m, y, k });
const good = article('s1', [0, 0, 4, 20], { paragraphs: text(8) });
const plain = issueOf([good]);
const picture = issueOf([photo('s1', [0, 0, 4, 30])]);
const furnished = (...furniture: Frame[]): Project => issueOf([good], { furniture });
const rule = (weightPt: number): Frame =>
  frame('r', null, { kind: 'rule', style: '正线', weightPt, colour: cmyk(0, 0, 0, 1) }, 0, 60, 8, 1);
const tint = (colour: ReturnType<typeof cmyk>): Frame => frame('t', null, { kind: 'tint', colour }, 0, 0, 4, 22);
/** The tint under the text, as an editor would put it. */
const onTint = (colour: ReturnType<typeof cmyk>, sizePt: number): Project => {
  const project = furnished();
  const pages = project.pages.map((p) => ({ ...p, frames: [tint(colour), ...p.frames] }));
  return styled({ ...project, pages }, 'body', { colour: cmyk(0, 0, 0, 0), sizePt });
};
const folio = (change: Partial<Project['pages'][number]['folio']>): Project =>
  issueOf([good], { page: (p) => ({ ...p, folio: { ...p.folio, ...change } }) });
const says = (text: string): Project => furnished(frame('x', null, { kind: 'text', text, role: 'folio' }, 0, 100, 8, 3));

const facing = (side: 'left' | 'right'): Project => {
  const page = issueOf([photo('s1', [0, 0, 3, 30])]);
  return { ...page, pictures: { pic: { ...PICTURE, facing: side } } };
};
/** A text that is over, and the same with what is over signed away. */
const over = issueOf([article('s1', [0, 0, 2, 16], { paragraphs: text(8) })]);
const signed = ((): Project => {
  const cut = signCuts(over, scenesOf(over), 's1');
  const done = cut && apply(over, cut);
  if (!done?.ok) throw new Error('nothing was over');
  return done.project;
})();
const licensed = (embedding: Embedding): Pick<Case, 'options' | 'held' | 'breaks' | 'holds'> => ({
  breaks: plain,
  holds: plain,
  options: { fonts: new Map([[plain.styles.body.font, embedding]]) },
  held: { fonts: new Map([[plain.styles.body.font, 'free']]) },
});

export const PRINT_CASES: readonly Case[] = [
  { rule: 'C04', key: 'overset', frame: 's1-body', breaks: over, holds: signed },
  { rule: 'A02', key: 'signed-away', breaks: signed, holds: over },
  { rule: 'C27', key: 'looks-out', frame: 's1-photo', breaks: facing('left'), holds: facing('right') },
  { rule: 'P07', key: 'font-restricted', frame: 's1-body', ...licensed('restricted') },
  { rule: 'P07', key: 'font-whole', frame: 's1-body', ...licensed('whole') },
  { rule: 'P07', key: 'font-bitmap', frame: 's1-body', ...licensed('bitmap') },
  {
    rule: 'P01',
    key: 'picture-gone',
    frame: 's1-photo',
    breaks: picture,
    holds: picture,
    options: { pictures: new Map([['pic', 'missing']]) },
    held: {},
  },
  {
    rule: 'P01',
    key: 'picture-changed',
    frame: 's1-photo',
    breaks: picture,
    holds: picture,
    options: { pictures: new Map([['pic', 'changed']]) },
    held: {},
  },
  { rule: 'P03', key: 'hairline', frame: 'r', breaks: furnished(rule(0.1)), holds: furnished(rule(0.25)) },
  { rule: 'P04', key: 'small-reversed', frame: 's1-body', breaks: onTint(cmyk(1, 0.5, 0, 0.2), 8), holds: onTint(cmyk(0, 0, 0, 0.8), 8) },
  {
    rule: 'P05',
    key: 'small-coloured',
    frame: 's1-body',
    breaks: styled(plain, 'body', { colour: cmyk(0, 1, 1, 0) }),
    holds: styled(plain, 'headline', { colour: cmyk(0, 1, 1, 0) }),
  },
  {
    rule: 'P06',
    key: 'too-much-ink',
    frame: 't',
    breaks: furnished(tint(cmyk(0.9, 0.8, 0.8, 0))),
    holds: furnished(tint(cmyk(0.9, 0.7, 0.8, 0))),
  },
  { rule: 'F01', key: 'no-paper-name', breaks: folio({ centre: '' }), holds: plain },
  {
    rule: 'F01',
    key: 'no-folio',
    breaks: issueOf([good], { page: (p) => ({ ...p, number: 2, folio: { ...p.folio, show: false } }) }),
    holds: plain,
  },
  { rule: 'F02', key: 'no-date', breaks: issueOf([good], { project: (p) => ({ ...p, paper: { ...p.paper, date: null } }) }), holds: plain },
  { rule: 'F02', key: 'no-folio-date', breaks: folio({ right: '{editors}' }), holds: plain },
  { rule: 'F02', key: 'wrong-date', breaks: says('2026年11月24日'), holds: says('2026年11月23日') },
  { rule: 'F02', key: 'wrong-weekday', breaks: says('2026年11月23日　星期二'), holds: says('2026年11月23日　星期一') },
  { rule: 'F03', key: 'no-page-number', breaks: folio({ left: '{section}', right: '' }), holds: plain },
  {
    rule: 'F03',
    key: 'same-page-number',
    breaks: secondPage(plain, article('s2', [0, 0, 4, 20]), 1),
    holds: secondPage(plain, article('s2', [0, 0, 4, 20]), 2),
  },
  { rule: 'F04', key: 'no-editors', breaks: issueOf([good], { page: (p) => ({ ...p, editors: '' }) }), holds: plain },
  { rule: 'F05', key: 'no-serial-number', breaks: plain, holds: says('国内统一连续出版物号 CN 11-0000') },
];
