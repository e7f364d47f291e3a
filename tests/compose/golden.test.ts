import { describe, it } from 'vitest';
import { composePage } from '../../src/core/compose/index.ts';
import { BLACK, dumpScene, grey } from '../../src/core/scene/index.ts';
import { typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { matchesGolden } from '../support/golden.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const RIVER =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲，共清运淤泥3.6万吨，把一条灰河养回了碧水——这是2025年的事。';

describe('a Scene as text', () => {
  it('an article over four columns, with label, kicker, byline, subhead', () => {
    const s = story('s1', '一条灰河“养回”碧水', [RIVER, '# 网箱上岸', RIVER], {
      label: typed('城事'),
      kicker: typed('三年清淤 十二村同行'),
      byline: typed('本报记者 白丹 通讯员 欧阳青'),
    });
    const { project, page } = projectOf([s], [frame('h', 'a-s1', head, 0, 0, 4, 10), frame('b', 'a-s1', body(), 0, 10, 4, 8)]);
    matchesGolden('scenes/article.txt', dumpScene(composePage(project, page, faces)));
  });

  it('a vertical head with a number, a word and quotes beside three columns re-divided into two', () => {
    const s = story('s1', '12岁的GDP与“渡口”往事River', [RIVER], { byline: typed('白丹') });
    const { project, page } = projectOf(
      [s],
      [frame('h', 'a-s1', { kind: 'head', form: 'vertical' }, 0, 0, 1, 40), frame('b', 'a-s1', body(2), 1, 0, 3, 8)],
    );
    matchesGolden('scenes/vertical-head.txt', dumpScene(composePage(project, page, faces)));
  });

  it('a vertical body in two legs', () => {
    const s = story('s1', '渡口', [RIVER, '# 网箱上岸', RIVER]);
    const { project, page } = projectOf(
      [s],
      [frame('b', 'a-s1', { kind: 'body', legs: 2, share: 'absolute', vertical: true }, 0, 0, 2, 30)],
    );
    matchesGolden('scenes/vertical-body.txt', dumpScene(composePage(project, page, faces)));
  });

  it('furniture: a box of two rules, a tint, free text, an empty picture with its caption', () => {
    const s = story('s1', '渡口', ['小城渡口的清晨。'], {
      kind: 'photo',
      credit: typed('李渔 摄'),
      pictures: [{ picture: null, caption: null, credit: null }],
    });
    const { project, page } = projectOf(
      [s],
      [
        frame('t', null, { kind: 'tint', colour: grey(0.1) }, 0, 0, 2, 10),
        frame('x', null, { kind: 'box', style: '正反线', weightPt: 0.5, colour: BLACK }, 0, 0, 2, 10),
        frame('p', 'a-s1', { kind: 'photo', picture: 0, crop: null, rotate: 0 }, 0, 1, 2, 8),
        frame('c', 'a-s1', { kind: 'caption', picture: 0 }, 0, 9, 2, 1),
        frame('f', null, { kind: 'text', text: '新闻热线 0471-2200000', role: 'caption' }, 2, 0, 2, 1),
      ],
    );
    matchesGolden('scenes/furniture.txt', dumpScene(composePage(project, page, faces)));
  });
});
