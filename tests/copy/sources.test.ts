import { describe, expect, it } from 'vitest';
import {
  account,
  type Copy,
  CopyError,
  fromHtml,
  fromMarkdown,
  fromNewsMl,
  fromNinjs,
  fromNitf,
  read,
  type Sourced,
  sourceOf,
  storiesToJson,
} from '../../src/core/copy/index.ts';

const storiesOf = (s: Sourced) => {
  const copy: Copy = { id: 'c', name: 'c', encoding: s.encoding, text: s.text };
  const reading = read(copy, { hints: s.hints });
  const { placed, aside, lost, doubled } = account(reading);
  expect({ lost, doubled, sum: placed + aside }).toEqual({ lost: [], doubled: [], sum: s.text.length });
  return storiesToJson(reading.stories);
};
const long = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。如今站在堤上望去，水面开阔，芦苇摇曳，傍晚时分常有市民沿着步道散步。';

describe('HTML', () => {
  it('reads headings, soft breaks, bold lines and captions of a pasted page', () => {
    const stories = storiesOf(
      fromHtml(`<meta charset="utf-8"><style>p{color:red}</style><h1>灰河变清了</h1><p class="byline">本报记者 沈竹青</p><p>${long}</p>
        <p><b>水清了</b></p><p>${long.slice(0, 20)}，<br>${long.slice(20)}</p><figure><img src="a.jpg"><figcaption>图为清淤后的河道。韩松 摄</figcaption></figure>
        <h1>大桥合龙</h1><p>${long}</p><script>alert("不是稿件")</script>`),
    );
    expect(stories.map((s) => [s.kind, s.headline])).toEqual([
      ['article', '灰河变清了'],
      ['photo', undefined],
      ['article', '大桥合龙'],
    ]);
    expect(stories[0]?.byline).toBe('本报记者 沈竹青');
    expect(stories[0]?.body.map((b) => b.type)).toEqual(['paragraph', 'subhead', 'paragraph']);
    expect(stories[1]).toMatchObject({ body: [{ text: '图为清淤后的河道。' }], credit: '韩松 摄' });
    expect(JSON.stringify(stories)).not.toContain('alert');
  });
  it('takes two line breaks as a paragraph’s end and entities as what they stand for', () => {
    const source = fromHtml(`<div>标题在此<br><br>${long}<br><br>A &amp; B&nbsp;公司说，${long}</div>`);
    expect(source.text.split('\n\n').length).toBe(3);
    expect(source.text).toContain('A & B\u00a0公司');
  });
  it('keeps the pictures’ names and words', () =>
    expect(fromHtml(`<p>${long}</p><img src="x/1.jpg" alt="桥">`).pictures).toEqual([{ name: 'x/1.jpg', caption: '桥' }]));
  it('survives unclosed tags', () => expect(fromHtml(`<div><p>${long}<p>${long}<b>`).text.trim().split('\n\n').length).toBe(2));
  it('says when there is no text', () => expect(() => fromHtml('<script>1</script><style>p{}</style>')).toThrow(CopyError));
});

describe('Markdown', () => {
  it('reads front matter, headings, emphasis and pictures', () => {
    const stories = storiesOf(
      fromMarkdown(
        `---\ntitle: 灰河变清了\nauthor: 本报记者 沈竹青\n---\n\n${long}\n\n## 水清了\n\n**三年** 治理，${long}\n\n![图为清淤后的河道。韩松 摄](a.jpg)\n`,
      ),
    );
    expect(stories[0]).toMatchObject({ headline: '灰河变清了', byline: '本报记者 沈竹青' });
    expect(JSON.stringify(stories)).not.toContain('**');
    expect(stories.some((s) => s.kind === 'photo' && s.credit === '韩松 摄')).toBe(true);
  });
  it('joins the lines of one paragraph as Markdown does', () =>
    expect(fromMarkdown('one line\nand another\n').text).toBe('one line and another\n'));
});

describe('wire files', () => {
  const body = [
    'The harbor commission voted Monday to dredge the inner channel before winter.',
    'Work begins next week, the commission said.',
  ];
  const expected = { headline: 'Harbor to be dredged', byline: 'By Nora Finch' };
  it('reads NITF', () => {
    const text = `<?xml version="1.0"?><nitf><head><title>x</title></head><body><body.head><hedline><hl1>Harbor to be dredged</hl1><hl2>Channel work starts before winter</hl2></hedline><byline>By Nora Finch</byline><dateline><location>HARLOW</location></dateline></body.head><body.content><p>${body[0]}</p><p>${body[1]}</p><media media-type="image"><media-reference source="h.jpg"/><media-caption><p>A dredge at work.</p></media-caption><media-producer>Tim Reed</media-producer></media></body.content></body></nitf>`;
    const source = fromNitf(text);
    const stories = storiesOf(source);
    expect(stories[0]).toMatchObject({ ...expected, deck: 'Channel work starts before winter' });
    expect(stories[0]?.body.map((b) => b.text)).toEqual([`HARLOW ${body[0]}`, body[1]]);
    expect(stories[1]).toMatchObject({ kind: 'photo', credit: 'Tim Reed' });
    expect(source.pictures).toEqual([{ name: 'h.jpg', caption: 'A dredge at work.' }]);
  });
  it('reads NewsML-G2 with XHTML inside', () => {
    const text = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><by>By Nora Finch</by><headline>Harbor to be dredged</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${body[0]}</p><p>${body[1]}</p></body></html></inlineXML></contentSet></newsItem>`;
    const stories = storiesOf(fromNewsMl(text));
    expect(stories[0]).toMatchObject(expected);
    expect(stories[0]?.body.map((b) => b.text)).toEqual(body);
  });
  it('reads ninjs, both generations', () => {
    const one = {
      type: 'text',
      headline: 'Harbor to be dredged',
      byline: 'By Nora Finch',
      body_xhtml: `<p>${body[0]}</p><p>${body[1]}</p>`,
    };
    const two = {
      type: 'text',
      headlines: [{ role: 'main', value: 'Harbor to be dredged' }],
      by: 'By Nora Finch',
      bodies: [{ contenttype: 'text/html', value: one.body_xhtml }],
    };
    for (const item of [one, two]) {
      const stories = storiesOf(fromNinjs(JSON.stringify(item)));
      expect(stories[0]).toMatchObject(expected);
      expect(stories[0]?.body.map((b) => b.text)).toEqual(body);
    }
  });
  it('says what is wrong with a cut file', () => {
    expect(() => fromNinjs('{"headline": "x')).toThrow(/not whole JSON/u);
    expect(() => fromNitf('<nitf><body></body></nitf>')).toThrow(/holds no story/u);
  });
});

describe('sourceOf', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it('tells sources apart by what they are, then by name', () => {
    expect(sourceOf('a.xml', bytes('<nitf><body><body.head><hedline><hl1>Hi there</hl1></hedline></body.head></body></nitf>')).text).toBe(
      'Hi there\n',
    );
    expect(sourceOf('a.txt', bytes('<!DOCTYPE html><p>Words in a page.</p>')).text).toBe('Words in a page.\n');
    expect(sourceOf('a.md', bytes('# Head\n')).text).toBe('Head\n');
    expect(sourceOf('a.txt', bytes('# not a heading\n')).text).toBe('# not a heading\n');
  });
});
