/** A small project that holds one of everything a Project can hold. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { newPage, newProject, type Preset, type Project, parsePreset } from '../../src/core/document/index.ts';
import { type Block, emptyStory, type Story, typed } from '../../src/core/story/index.ts';

export const preset = (id = 'broadsheet-8'): Preset => parsePreset(id, readFileSync(`resources/presets/${id}.json`, 'utf8'));

export const pictureBytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 0xff, 0xd9]);
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const paragraph = (text: string): Block => ({ ...typed(text), type: 'paragraph' });
const black = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;

const story: Story = {
  ...emptyStory('s1'),
  label: typed('要闻'),
  headline: {
    text: '春耕时节农机忙',
    origin: {
      copy: 'c1',
      spans: [[0, 7]],
      changes: [{ at: 2, removed: ' ', inserted: '', reason: 'space', confidence: 0.9 }],
      confidence: 0.95,
    },
  },
  byline: typed('本报记者 林木'),
  body: [paragraph('清晨六点，合作社的院子里已经响起马达声。'), { ...typed('“一天能干三天的活”'), type: 'subhead' }],
  pictures: [{ picture: 'x1', caption: typed('农机手在检修。'), credit: typed('林木 摄') }],
};

/** The example: two stories, one placed on page 1; a picture; a page 2 with a rule, a box, a tint and free text. */
export function example(): Project {
  const at = { column: 0, line: 0, columns: 2, lines: 8 };
  const base = { dxPt: 0, dyPt: 0, locked: false };
  const p1 = newPage(preset(), 1, { section: '要闻' });
  const p2 = newPage(preset(), 2, { editors: '责任编辑 高山' });
  const marked: Story = {
    ...emptyStory('s2'),
    kind: 'brief',
    body: [{ text: '短讯一则。', origin: null, type: 'paragraph', marks: [{ from: 0, to: 2, look: 'bold' }] }],
  };
  return {
    ...newProject(preset(), { name: '新报', date: '2026-04-07', seed: 7 }),
    copies: { c1: { id: 'c1', name: '一版.txt', encoding: 'gb18030', text: '春耕时 节农机忙\n' } },
    stories: { s1: story, s2: marked },
    storyOrder: ['s1', 's2'],
    pictures: {
      x1: {
        id: 'x1',
        name: '春耕.jpg',
        sha256: sha256(pictureBytes),
        format: 'jpeg',
        width: 3000,
        height: 2000,
        focus: { x: 0.5, y: 0.4 },
        caption: '',
        credit: '林木',
      },
    },
    pages: [
      {
        ...p1,
        articles: [{ id: 'a1', story: 's1', overrides: { headline: { sizePt: 42 } } }],
        frames: [
          { id: 'f1', article: 'a1', shows: { kind: 'head', form: 'over' }, at, ...base },
          { id: 'f2', article: 'a1', shows: { kind: 'body', legs: 0, share: 'absolute' }, at: { ...at, line: 8 }, ...base },
          { id: 'f3', article: 'a1', shows: { kind: 'photo', picture: 0, crop: null, rotate: 0 }, at: { ...at, column: 2 }, ...base },
          { id: 'f4', article: 'a1', shows: { kind: 'caption', picture: 0 }, at: { ...at, column: 2, line: 8, lines: 2 }, ...base },
        ],
      },
      {
        ...p2,
        frames: [
          { id: 'g1', article: null, shows: { kind: 'tint', colour: { ...black, k: 0.1 } }, at, ...base },
          { id: 'g2', article: null, shows: { kind: 'box', style: 'solid', weightPt: 0.5, colour: black }, at, ...base, locked: true },
          { id: 'g3', article: null, shows: { kind: 'rule', style: 'solid', weightPt: 1, colour: black }, at, ...base, dyPt: 3.5 },
          { id: 'g4', article: null, shows: { kind: 'text', text: '广告', role: 'label' }, at, ...base },
        ],
      },
    ],
  };
}
