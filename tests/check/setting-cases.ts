/** Rules of setting: C14, C15, C18–C21, C33's faces, C39, C40. */
import type { Project } from '../../src/core/document/index.ts';
import { block, body, frame, head } from '../support/project.ts';
import type { Case } from './case.ts';
import { article, endingIn, endingOnly, inFaces, issueOf, type Made, reading, scenesOf, styled, tampered, text, without } from './pages.ts';

const good = article('s1', [0, 0, 4, 20], { paragraphs: text(8) });
const two = (headline: string): Made => article('s1', [0, 0, 2, 40], { headline, headLines: 10 });
/** Only as many characters, none of them a mark. */
const plain = (count: number): string => '清晨城北渡口头班船离岸河面雾气渐散'.repeat(9).slice(0, count);
const narrow = (frames: readonly [number, number][], paragraphs: readonly string[]): Made => ({
  ...article('s1', [0, 0, 1, 40], { paragraphs }),
  frames: [
    frame('s1-head', 'a-s1', head, 0, 0, 4, 8),
    ...frames.map(([column, lines], i) => frame(`s1-body${i}`, 'a-s1', body(1), column, 8, 1, lines)),
  ],
});
const five = [0, 1, 2, 3, 4].map((n) => article(`s${n}`, [0, n * 20, 4, 20]));
const withLevel = (project: Project, prohibition: 'none' | 'gb'): Project => styled(project, 'body', { prohibition });
/** The first line ends after its eleventh character: there stands the comma, or before it the bracket. */
const comma = issueOf([article('s1', [0, 0, 1, 60], { paragraphs: [`${plain(11)}，${plain(20)}。`] })]);
const bracket = issueOf([article('s1', [0, 0, 1, 60], { paragraphs: [`${plain(10)}（${plain(20)}）。`] })]);

const english = (paragraph: string, columns = 1): Project =>
  issueOf([article('s1', [0, 0, columns, 60], { legs: 1, story: { language: 'en', body: [block(paragraph)], headline: null } })], {
    preset: 'us-broadsheet-6',
  });
const SHORT = 'The lake is one sheet of water now and the birds have come back to it from the north. ';

export const SETTING_CASES: readonly Case[] = [
  {
    rule: 'C14',
    key: 'head-break',
    frame: 's1-head',
    breaks: issueOf([two('养回碧水一的一条灰河')]),
    scenes: () => scenesOf(issueOf([two('养回碧水 的一条灰河')])),
    holds: issueOf([two('养回碧水 的一条灰河')]),
  },
  {
    rule: 'C15',
    key: 'head-ends-with',
    frame: 's1-head',
    breaks: issueOf([article('s1', [0, 0, 4, 20], { headline: '一条灰河养回碧水。' })]),
    holds: issueOf([article('s1', [0, 0, 4, 20], { headline: '谁把灰河养回碧水？' })]),
  },
  {
    rule: 'C15',
    key: 'head-line-start',
    frame: 's1-head',
    breaks: issueOf([two('养回碧水 又是一条河')]),
    scenes: () => tampered(issueOf([two('养回碧水 又是一条河')]), reading('s1-head', '又', '，')),
    holds: issueOf([two('养回碧水 又是一条河')]),
  },
  {
    rule: 'C18',
    key: 'single-character',
    frame: 's1-body0',
    breaks: issueOf([narrow([[0, 20]], [plain(28)])]),
    scenes: () => tampered(issueOf([narrow([[0, 20]], [plain(28)])]), endingOnly('s1-body0', 1)),
    holds: issueOf([narrow([[0, 20]], [plain(28)])]),
  },
  {
    rule: 'C19',
    key: 'last-line-on-top',
    frame: 's1-body1',
    breaks: issueOf([
      narrow(
        [
          [0, 4],
          [1, 1],
        ],
        [plain(54)],
      ),
    ]),
    holds: issueOf([
      narrow(
        [
          [0, 3],
          [1, 2],
        ],
        [plain(54)],
      ),
    ]),
  },
  {
    rule: 'C19',
    key: 'first-line-at-foot',
    frame: 's1-body0',
    breaks: issueOf([
      narrow(
        [
          [0, 3],
          [1, 3],
        ],
        [plain(24), plain(45)],
      ),
    ]),
    holds: issueOf([
      narrow(
        [
          [0, 3],
          [1, 3],
        ],
        [plain(37), plain(35)],
      ),
    ]),
  },
  {
    rule: 'C20',
    key: 'subhead-at-foot',
    frame: 's1-body0',
    breaks: issueOf([narrow([[0, 20]], [plain(50), '# 水清了', plain(24)])]),
    scenes: () => tampered(issueOf([narrow([[0, 20]], [plain(50), '# 水清了', plain(24)])]), without('s1-body0', 1)),
    holds: issueOf([narrow([[0, 20]], [plain(50), '# 水清了', plain(24)])]),
  },
  {
    rule: 'C21',
    key: 'subhead-opens',
    frame: 's1-body',
    breaks: issueOf([article('s1', [0, 0, 4, 30], { paragraphs: ['# 水清了', ...text(6)] })]),
    holds: issueOf([article('s1', [0, 0, 4, 30], { paragraphs: [...text(3), '# 水清了', ...text(6)] })]),
  },
  {
    rule: 'C21',
    key: 'subhead-on-top',
    frame: 's1-body1',
    breaks: issueOf([
      narrow(
        [
          [0, 2],
          [1, 20],
        ],
        [plain(24), '# 水清了', plain(50)],
      ),
    ]),
    holds: issueOf([narrow([[0, 20]], [plain(24), '# 水清了', plain(50)])]),
  },
  {
    rule: 'C33',
    key: 'many-faces',
    breaks: issueOf(five),
    scenes: () => {
      const faces = ['serif-900', 'sans-900', 'kai-400', 'li-400', 'wei-400'];
      return [...five.keys()].reduce((scenes, n) => scenes.map(inFaces(`s${n}-head`, [faces[n] as string])), scenesOf(issueOf(five)));
    },
    holds: issueOf([good]),
  },
  {
    rule: 'E01',
    key: 'hyphen-ladder',
    frame: 's1-body',
    breaks: english(SHORT.repeat(4)),
    scenes: () => scenesOf(english(SHORT.repeat(4))).map(endingIn('s1-body', '-')),
    holds: english(SHORT.repeat(4)),
  },
  {
    rule: 'E02',
    key: 'river',
    frame: 's1-body',
    breaks: english('STRENGTHS '.repeat(60).trim()),
    holds: english(SHORT.repeat(4), 3),
  },
  {
    rule: 'C39',
    key: 'line-start',
    frame: 's1-body',
    breaks: withLevel(comma, 'gb'),
    scenes: () => scenesOf(withLevel(comma, 'none')),
    holds: withLevel(comma, 'gb'),
  },
  {
    rule: 'C39',
    key: 'line-end',
    frame: 's1-body',
    breaks: withLevel(bracket, 'gb'),
    scenes: () => scenesOf(withLevel(bracket, 'none')),
    holds: withLevel(bracket, 'gb'),
  },
  {
    rule: 'C40',
    key: 'loose-line',
    frame: 's1-body',
    breaks: issueOf([good]),
    scenes: () => scenesOf(styled(issueOf([good]), 'body', { trackingEm: 0.3 })),
    holds: issueOf([good]),
  },
];
