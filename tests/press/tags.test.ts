import { describe, expect, it } from 'vitest';
import type { Project } from '../../src/core/document/index.ts';
import { BLACK, type Part } from '../../src/core/scene/index.ts';
import { emptyStory, type Story, type TextPlace, typed } from '../../src/core/story/index.ts';
import { pressPages } from '../../src/press/index.ts';
import { type PdfFile, readPdf } from './reader.ts';
import { emptyProject, options, PartMaker, scene, world } from './scenes.ts';

const stories: Record<string, Story> = {
  lead: {
    ...emptyStory('lead'),
    headline: typed('头条标题'),
    byline: typed('本报记者 王晶'),
    body: [
      { ...typed('第一段文字'), type: 'paragraph' },
      { ...typed('小标题'), type: 'subhead' },
      { ...typed('第二段文字'), type: 'paragraph' },
    ],
    pictures: [{ picture: 'pic', caption: typed('图为会场'), credit: null }],
  },
  brief: { ...emptyStory('brief'), body: [{ ...typed('短讯一则'), type: 'paragraph' }] },
};
const page = (id: string, number: number, articles: [string, string][]) => ({
  id,
  number,
  section: '要闻',
  articles: articles.map(([a, story]) => ({ id: a, story, overrides: {} })),
  frames: [{ id: 'photo', article: 'a1', shows: { kind: 'photo', picture: 0, crop: null, rotate: 0 } }],
});
const project = (): Project =>
  emptyProject({
    stories,
    pages: [
      page('p1', 1, [
        ['a1', 'lead'],
        ['a2', 'brief'],
      ]),
      page('p2', 2, [['b1', 'lead']]),
    ] as unknown as Project['pages'],
  });

/** A part of a story with its passages on lines of their own. */
function textPart(article: string, story: string, places: [TextPlace, string][], at: Partial<Part> = {}): Part {
  const maker = new PartMaker();
  places.forEach(([place, text], i) => {
    maker.line(text, 20, 40 + 20 * i, { source: { story, place, at: 0 } });
  });
  maker.add({ kind: 'rule', x1: 0, y1: 0, x2: 10, y2: 0, widthPt: 1, colour: BLACK, dash: [] });
  return maker.part({ article, story, ...at });
}

const head = textPart(
  'a1',
  'lead',
  [
    [{ field: 'byline' }, '本报记者 王晶'],
    [{ field: 'headline' }, '头条标题'],
  ],
  { role: 'head', x: 30, y: 60 },
);
const bodyA = textPart('a1', 'lead', [
  [{ field: 'body', block: 0 }, '第一段'],
  [{ field: 'body', block: 1 }, '小标题'],
]);
const bodyB = textPart(
  'a1',
  'lead',
  [
    [{ field: 'body', block: 0 }, '文字'],
    [{ field: 'body', block: 2 }, '第二段文字'],
  ],
  { x: 200 },
);
const photo = new PartMaker()
  .add({ kind: 'picture', picture: 'pic', x: 0, y: 0, width: 100, height: 50, crop: { x: 0, y: 0, width: 1, height: 1 }, rotate: 0 })
  .part({ frame: 'photo', article: 'a1', story: 'lead', role: 'photo', x: 40, y: 300 });
const caption = textPart('a1', 'lead', [[{ field: 'caption', picture: 0 }, '图为会场']]);
const brief = textPart('a2', 'brief', [[{ field: 'body', block: 0 }, '短讯一则']]);
const folio = new PartMaker();
folio.line('第1版', 20, 20);

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC', 'base64');
const print = async (profile: 'x4' | 'x1a' | 'proof'): Promise<PdfFile> => {
  const scenes = [
    scene([folio.part({ role: 'folio' }), brief, caption, bodyA, bodyB, photo, head]),
    scene([textPart('b1', 'lead', [[{ field: 'headline' }, '头条标题']])], { page: 'p2' }),
  ];
  const where = world({ project: project(), pictureBytes: async () => PIXEL });
  return readPdf(await pressPages(scenes, where, options({ profile })));
};

interface Node {
  type: string;
  dict: string;
  kids: (Node | number)[];
}

function tree(file: PdfFile, ref: string): Node {
  const { dict } = file.object(ref);
  const kids = /\/K \[([^\]]*)\]/u.exec(dict)![1]!;
  const parts = [...kids.matchAll(/(\d+) 0 R|(\d+)/gu)];
  return { type: /\/S \/(\w+)/u.exec(dict)![1]!, dict, kids: parts.map((m) => (m[1] ? tree(file, m[1]) : Number(m[2]))) };
}

const shape = (node: Node | number): string => (typeof node === 'number' ? '.' : `${node.type}(${node.kids.map(shape).join(' ')})`);

describe('the structure of a tagged file', () => {
  it('reads article by article, in the order a person reads, whatever the order of paint', async () => {
    const file = await print('x4');
    const root = file.find('/Type /StructTreeRoot')[0]!;
    const document = tree(file, /\/K \[(\d+)/u.exec(root.dict)![1]!);
    expect(shape(document)).toBe('Document(Sect(Art(H1(.) P(.) P(. .) H2(.) P(.) Figure(.) Caption(.)) Art(P(.))) Sect(Art(H1(.))))');
  });

  it('gives every marked content its element, and leaves rules and folios out', async () => {
    const file = await print('proof');
    const { content, dict } = file.pages[0]!;
    const marked = [...content.matchAll(/\/MCID (\d+)/gu)].map((m) => Number(m[1]));
    expect(marked).toEqual(marked.map((_, i) => i));
    const parents = file.find('/Nums [')[0]!.dict;
    const first = /\/Nums \[0 \[([^\]]*)\]/u.exec(parents)![1]!;
    expect(first.match(/\d+ 0 R/gu)).toHaveLength(marked.length);
    expect(dict).toContain('/StructParents 0');
    expect(dict).toContain('/Tabs /S');
    expect(content.match(/BMC$|BDC$/gmu)!.length).toBe(content.match(/^EMC$/gmu)!.length);
    const beforeFolio = content.slice(0, content.indexOf('TJ'));
    expect(beforeFolio).toContain('/Artifact BMC');
    expect(file.find('/Marked true')).toHaveLength(1);
  });

  it('says what a picture shows and where it is', async () => {
    const figure = (await print('x4')).find('/S /Figure')[0]!.dict;
    const utf16 = Buffer.from('\ufeff图为会场', 'utf16le').swap16().toString('latin1');
    expect(figure).toContain(`/Alt (${utf16})`);
    expect(figure).toContain('/BBox [40 150 140 200]');
  });

  it('bookmarks pages and articles without actions', async () => {
    const file = await print('x4');
    const titles = file.find('/Title (').map((o) => /\/Title \(([\s\S]*?)\)\n/u.exec(o.dict)![1]!);
    const wanted = ['第1版 要闻', '头条标题', '短讯一则', '第2版 要闻', '头条标题'];
    const latin1 = (t: string): string => Buffer.from(`\ufeff${t}`, 'utf16le').swap16().toString('latin1');
    for (const title of wanted) expect(titles.some((t) => t.startsWith(latin1(title).slice(0, 4)))).toBe(true);
    expect(file.find('/XYZ').some((o) => o.dict.includes('/XYZ 30 440 0'))).toBe(true);
    expect(file.find('/GoTo')).toHaveLength(0);
  });

  it('leaves PDF/X-1a without structure', async () => {
    const file = await print('x1a');
    expect(file.find('/StructTreeRoot')).toHaveLength(0);
    expect(file.find('/Outlines')).toHaveLength(0);
    expect(file.pages[0]!.content).not.toContain('EMC');
  });
});
