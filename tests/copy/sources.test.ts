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

const words = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。';
/** A source's text with the role of each block. */
function blocksOf({ text, hints }: ReturnType<typeof fromHtml>): [string, string][] {
  const role = new Map(hints.map((h) => [text.slice(...h.span), h.role as string]));
  return text
    .trim()
    .split('\n\n')
    .map((b) => [role.get(b) ?? '', b]);
}
const source = (name: string, text: string) => sourceOf(name, new TextEncoder().encode(text));
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as CopyError).code;
  }
  return 'none';
};

describe('nothing of a source is lost or glued together', () => {
  it('in Markdown: points of lists, cells, code, rules, and what a front matter has beside its known fields', () => {
    const text =
      '---\ntitle: 题目\n来源: 灰城日报\ntags:\n  - 河道\n---\n\n- 甲\n- 乙\n\n1. 丙\n2. 丁\n\n| 戊 | 己 |\n|---|---|\n| 庚 | 辛 |\n\n```\n壬\n癸\n```\n\n3\\*4 <b>粗</b> &amp; [名](http://x/(y)) \ue041\n';
    expect(blocksOf(fromMarkdown(text))).toEqual([
      ['furniture', '来源: 灰城日报'],
      ['furniture', 'tags:'],
      ['furniture', '- 河道'],
      ['headline', '题目'],
      ['paragraph', '甲'],
      ['paragraph', '乙'],
      ['paragraph', '1. 丙'],
      ['paragraph', '2. 丁'],
      ['', '戊'],
      ['', '己'],
      ['', '庚'],
      ['', '辛'],
      ['', '壬  \n癸'],
      ['', '3*4 粗 & 名 \ue041'],
    ]);
  });
  it('in Markdown whose rules part copy from copy and enclose no front matter', () =>
    expect(fromMarkdown(`---\n第一篇\n\n${words}\n\n---\n第二篇\n\n${words}\n`).text).toBe(
      `---\n\n第一篇\n\n${words}\n\n---\n\n第二篇\n\n${words}\n`,
    ));
  it('in HTML: numbers of lists, readings beside characters; what is not shown is no copy', () => {
    const html = `<h1>题</h1><ol><li>甲</li><li value=5>乙</li><li><p>丙</p><p>续</p></li></ol><ol type=a><li>丁</li></ol><p>住<ruby>湛<rp>(</rp><rt>zhàn</rt><rp>)</rp></ruby>江</p><p hidden>藏</p><div style="display: none">藏<br><b>藏</b></div><p style="mso-hide:all">藏</p><p>${words}</p>`;
    expect(fromHtml(html).text.trim().split('\n\n')).toEqual(['题', '1. 甲', '5. 乙', '6. 丙', '续', '丁', '住湛（zhàn）江', words]);
  });
  it('in HTML of any number of blocks', () => expect(fromHtml('<p>字'.repeat(200_000)).text.length).toBe(200_000 * 3 - 1));
  it('in NITF: cells, points, quotations, breaks, and what is said to the desk', () => {
    const nitf = `<nitf><body><body.head><hedline><hl1>题</hl1></hedline><note>编辑注意</note><rights>版权所有</rights><byline>记者 甲<byttl>首席记者</byttl></byline><distributor>灰城社</distributor></body.head><body.content><table><tr><td>一</td><td>二</td></tr></table><dl><dt>词</dt><dd>义</dd></dl><bq><p>引文</p><credit>出处</credit></bq><p>上<br/>下<em>强</em></p><ul><li><p>点</p><p>续</p></li></ul></body.content></body></nitf>`;
    expect(blocksOf(source('a.xml', nitf)).map(([, text]) => text)).toEqual([
      '题',
      '记者 甲 首席记者',
      '编辑注意',
      '版权所有',
      '灰城社',
      '一',
      '二',
      '词',
      '义',
      '引文',
      '出处',
      '上\n下强',
      '点',
      '续',
    ]);
  });
  it('in NewsML-G2: quotations, loose words, captions', () => {
    const item = `<newsItem><contentMeta><headline>题</headline><slugline>河道</slugline><creditline>灰城社</creditline></contentMeta><contentSet><inlineXML><html><body><p>${words}</p><blockquote><p>引文</p></blockquote>散字<figure><img src="a.jpg"/><figcaption>图说</figcaption></figure></body></html></inlineXML></contentSet></newsItem>`;
    const found = source('a.xml', item);
    expect(blocksOf(found)).toEqual([
      ['headline', '题'],
      ['furniture', '河道'],
      ['furniture', '灰城社'],
      ['paragraph', words],
      ['paragraph', '引文'],
      ['paragraph', '散字'],
      ['caption', '图说'],
    ]);
    expect(found.pictures.map((p) => p.name)).toEqual(['a.jpg']);
  });
  it('in ninjs of any name: what is said to the desk', () => {
    const json = JSON.stringify({ headline: '题', ednote: '请核实', located: '灰城', body_text: words });
    for (const name of ['a.json', 'a.txt', 'standard input'])
      expect(blocksOf(source(name, json))).toEqual([
        ['headline', '题'],
        ['furniture', '请核实'],
        ['furniture', '灰城'],
        ['paragraph', words],
      ]);
  });
  it('in wire files that are cut off, which are refused, and XML of another kind is too', () => {
    const nitf = `<nitf><body><body.head><hedline><hl1>题</hl1></hedline></body.head><body.content><p>${words}</p></body.content></body></nitf>`;
    expect(code(() => source('a.xml', nitf))).toBe('none');
    for (const part of [0.5, 0.8, 0.97]) expect(code(() => source('a.xml', nitf.slice(0, nitf.length * part)))).toBe('truncated');
    expect(code(() => source('a.xml', '<?xml version="1.0"?><svg><text>字</text></svg>'))).toBe('format');
    expect(code(() => source('a.xhtml', `<?xml version="1.0"?><html><body><p>${words}</p></body></html>`))).toBe('none');
  });
});

it('what is made to exhaust its reader is refused or read in a moment', { timeout: 20_000 }, () => {
  const most = 4_000_000;
  expect(code(() => source('a.html', '<div>'.repeat(most / 5) + words))).toBe('format');
  expect(code(() => source('a.xml', `<nitf><body>${'<block>'.repeat(most / 7)}${words}`))).toBe('format');
  expect(code(() => source('a.txt', '# 题\n\n'.repeat(300_000)))).toBe('too-large');
  expect(code(() => source('a.txt', `甲${' '.repeat(most)}乙`))).toBe('binary');
  for (const part of ['[', '*', '**a ', '`', '<b ', '![', '[a](', '-', '#', '- a '])
    expect(source('a.md', words + part.repeat(most / 4 / part.length)).text.length).toBeGreaterThan(0);
});
