import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../src/core/document/index.ts';
import { emptyStory, typed } from '../../../src/core/story/index.ts';
import { type DigitalPage, digitalEdition } from '../../../src/press/index.ts';
import { readPdf } from '../reader.ts';
import { emptyProject, face, fontBytes, options, PartMaker, scene } from '../scenes.ts';

const story = {
  ...emptyStory('s1'),
  label: typed('广角'),
  headline: typed('标题 <一> & “二”'),
  byline: typed('本报记者 王晶'),
  body: [
    { ...typed('第一段。'), type: 'paragraph' as const },
    { ...typed('小标题'), type: 'subhead' as const },
  ],
  pictures: [{ picture: 'pic', caption: typed('图为会场'), credit: typed('李强 摄') }],
};
const project = emptyProject({
  stories: { s1: story },
  pages: [
    {
      id: 'p1',
      number: 4,
      section: '副刊',
      grid: { columns: 5, charsPerColumn: 10, gutterEm: 1, bodyPt: 9, linePitchPt: 12, lines: 40 },
      articles: [{ id: 'a1', story: 's1', overrides: {} }],
      frames: [{ id: 'photo', article: 'a1', shows: { kind: 'photo', picture: 0, crop: null, rotate: 0 } }],
    },
  ] as unknown as Project['pages'],
});

const head = new PartMaker();
head.line('标题', 0, 20, { font: 'sans-900', sizePt: 20, source: { story: 's1', place: { field: 'headline' }, at: 0 } });
const photo = new PartMaker().add({
  kind: 'picture',
  picture: 'pic',
  x: 0,
  y: 0,
  width: 80,
  height: 50,
  crop: { x: 0, y: 0, width: 1, height: 1 },
  rotate: 0,
});
const page = scene([
  head.part({ article: 'a1', story: 's1', role: 'head', x: 40, y: 50, width: 160, height: 50 }),
  photo.part({ frame: 'photo', article: 'a1', story: 's1', role: 'photo', x: 40, y: 106, width: 80, height: 50 }),
]);

const make = async () => {
  const picture = await sharp({ create: { width: 400, height: 250, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  const files = await digitalEdition(page, { project, faces: { face }, fontBytes, pictureBytes: async () => picture }, options());
  return new Map(files.map((f) => [f.name, Buffer.from(f.bytes)]));
};

describe('the digital edition of a page', () => {
  it('has the page as PDF, PNG, data and HTML, and its pictures', async () => {
    const files = await make();
    expect([...files.keys()]).toEqual(['page.pdf', 'page.png', 'page.json', 'index.html', 'picture-1.jpg']);
    expect(readPdf(files.get('page.pdf')!).pages).toHaveLength(1);
    expect(await sharp(files.get('page.png')!).metadata()).toMatchObject({ format: 'png', width: 667, height: 834 });
    expect(await sharp(files.get('picture-1.jpg')!).metadata()).toMatchObject({ format: 'jpeg', width: 223 });
  });

  it('says what each article is and where it lies', async () => {
    const data = JSON.parse((await make()).get('page.json')!.toString()) as DigitalPage;
    expect(data).toMatchObject({ paper: '版心日报', date: '2026-03-02', page: 4, section: '副刊', language: 'zh-CN' });
    const [article] = data.articles;
    expect(article).toMatchObject({
      id: 'a1',
      label: '广角',
      headline: '标题 <一> & “二”',
      byline: '本报记者 王晶',
      body: [
        { type: 'paragraph', text: '第一段。' },
        { type: 'subhead', text: '小标题' },
      ],
      pictures: [{ file: 'picture-1.jpg', caption: '图为会场', credit: '李强 摄', box: { x: 0.1, y: 0.212, width: 0.2, height: 0.1 } }],
    });
    // Head and picture are 6 pt apart and become one zone, grown by half a gutter of 9 pt.
    expect(article!.polygons).toEqual([
      [
        [0.08875, 0.091],
        [0.51125, 0.091],
        [0.51125, 0.209],
        [0.31125, 0.209],
        [0.31125, 0.321],
        [0.08875, 0.321],
      ],
    ]);
  });

  it('is safe HTML that can be read without the page', async () => {
    const html = (await make()).get('index.html')!.toString();
    expect(html).toContain('<h2>标题 &lt;一&gt; &amp; “二”</h2>');
    expect(html).toContain('<a href="#a1" aria-label="标题 &lt;一&gt; &amp; “二”">');
    expect(html).toContain('<img src="picture-1.jpg" alt="图为会场">');
    expect(html).toContain('<h3>小标题</h3>');
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/https?:/u);
  });
});
