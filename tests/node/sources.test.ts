import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CopyError, type CopyErrorCode, read, storiesToJson } from '../../src/core/copy/index.ts';
import { copySchema } from '../../src/core/story/index.ts';
import { unsafeName } from '../../src/node/sources/archive.ts';
import { copyOf, openCopy } from '../../src/node/sources/open.ts';
import { encode } from '../copy/encode.ts';
import { pdfOf } from '../support/pdf.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。如今站在堤上望去，水面开阔，芦苇摇曳，傍晚时分常有市民沿着步道散步。';

const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (inner: string, style?: string): string => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inner}</w:p>`;
function docx(body: string, numbering?: string): Uint8Array {
  const styles = ['Title:标题', 'Sub:副标题', 'ZZ:作者', 'Odd:谁也不认识的样式']
    .map((s) => s.split(':') as [string, string])
    .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/styles.xml': utf8(`<?xml version="1.0"?><w:styles ${w}>${styles}</w:styles>`),
    ...(numbering ? { 'word/numbering.xml': utf8(`<?xml version="1.0"?><w:numbering ${w}>${numbering}</w:numbering>`) } : {}),
    'word/document.xml': utf8(`<?xml version="1.0"?><w:document ${w}><w:body>${body}</w:body></w:document>`),
  });
}

const storiesOf = async (name: string, bytes: Uint8Array) => {
  const [copy] = (await openCopy(name, bytes)).copies;
  const { source } = copy!;
  return storiesToJson(read(copySchema.parse(copyOf('c', name, source))).stories);
};
async function failure(name: string, bytes: Uint8Array): Promise<{ code: CopyErrorCode; message: string }> {
  const error = await openCopy(name, bytes).then(
    () => null,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(CopyError);
  expect((error as CopyError).message).toMatch(/^[^\n]+\.$/u);
  return error as CopyError;
}

describe('Word documents', () => {
  it('are read by their styles, Chinese names too, and by bold lines; unknown styles are text', async () => {
    const stories = await storiesOf(
      'a.docx',
      docx(
        para(run('灰河变清了'), 'Title') +
          para(run('本报记者 沈竹青'), 'ZZ') +
          para(run(long), 'Odd') +
          para(run('水清了', true)) +
          para(`${run(long.slice(0, 20))}<w:r><w:br/></w:r>${run(long.slice(20))}`) +
          `<w:p><w:del w:id="1"><w:r><w:delText>删去的话</w:delText></w:r></w:del>${run('一位居民说，这条河如今成了大家最爱来的地方，孩子们也常来。')}</w:p>`,
      ),
    );
    expect(stories.length).toBe(1);
    expect(stories[0]).toMatchObject({ headline: '灰河变清了', byline: '本报记者 沈竹青' });
    expect(stories[0]?.body.map((b) => b.type)).toEqual(['paragraph', 'subhead', 'paragraph', 'paragraph']);
    expect(stories[0]?.body[2]?.text).toBe(long);
    expect(JSON.stringify(stories)).not.toContain('删去的话');
  });
  it('keep the numbers that Word counts by itself', async () => {
    const level = (n: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="3">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'decimal', '(%2)')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`;
    const point = (n: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${n}"/><w:numId w:val="7"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const body = [
      ...Array.from({ length: 11 }, (_, i) => point(0, `本办法的第${i}项内容，各单位应当遵守。`)),
      point(1, '细目一，应当遵守。'),
      point(1, '细目二，应当遵守。'),
      point(0, '末条，自公布之日起施行。'),
    ];
    const stories = await storiesOf('a.docx', docx(para(run('停车场管理办法'), 'Title') + body.join(''), numbering));
    const texts = stories.flatMap((s) => s.body.map((b) => b.text));
    expect(texts[0]).toMatch(/^第一条/u);
    expect(texts.slice(9)).toEqual([
      '第十条本办法的第9项内容，各单位应当遵守。',
      '第十一条本办法的第10项内容，各单位应当遵守。',
      '(1)细目一，应当遵守。',
      '(2)细目二，应当遵守。',
      '第十二条末条，自公布之日起施行。',
    ]);
  });
  it('that are cut off, locked, empty or none are refused in one sentence', async () => {
    const whole = docx(para(run(long)));
    expect((await failure('a.docx', whole.subarray(0, Math.floor(whole.length * 0.6)))).code).toBe('truncated');
    // Cut anywhere: inside an entry, between two, in the directory.
    for (let at = 40; at < whole.length - 22; at += Math.max(1, Math.floor(whole.length / 60)))
      expect([at, (await failure('a.docx', whole.subarray(0, at))).code]).toEqual([at, 'truncated']);
    expect((await failure('a.docx', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0))).code).toBe('encrypted');
    expect((await failure('a.docx', docx(para('')))).code).toBe('no-text');
    expect((await failure('a.docx', utf8('plain words'))).code).toBe('format');
  });
});

describe('PDF', () => {
  const column =
    'Crews will begin dredging the inner harbor next week, the commission said on Monday after a long debate about its cost and its use. ';
  it('is read column after column, with running heads set aside', async () => {
    const heads = ['Harbor dredging begins', 'Market stays open late', 'School adds two buses'];
    const bytes = await pdfOf((doc) => {
      for (let page = 1; page <= 3; page++) {
        if (page > 1) doc.addPage();
        doc.fontSize(8).text(`The Ledger page ${page}`, 40, 20, { lineBreak: false });
        doc.fontSize(28).text(heads[page - 1]!, 40, 70, { lineBreak: false });
        doc.fontSize(10).text(`By Nora Finch`, 40, 110, { lineBreak: false });
        doc.text(`First column ${page}. ${column.repeat(3)}`, 40, 140, { width: 240 });
        doc.text(`Second column ${page}. ${column.repeat(3)}`, 310, 140, { width: 240 });
      }
    });
    const stories = await storiesOf('a.pdf', bytes);
    expect(stories.map((s) => s.headline)).toEqual(heads);
    expect(stories[0]?.byline).toBe('By Nora Finch');
    const text = stories[0]?.body.map((b) => b.text).join(' ') ?? '';
    expect(text.indexOf('First column 1')).toBeLessThan(text.indexOf('Second column 1'));
    expect(text).toContain('the commission said on Monday after a long debate about its cost');
    expect(JSON.stringify(stories)).not.toContain('The Ledger page');
  });
  it('keeps the last column of a story that stands over columns of another width', async () => {
    const bytes = await pdfOf((doc) => {
      const put = (text: string, x: number, y: number, width: number): void => void doc.fontSize(10).text(text, x, y, { width });
      doc.fontSize(28).text('Harbor dredging begins', 40, 60, { lineBreak: false });
      put(`Upper one. ${column.repeat(2)}`, 40, 110, 155);
      put(`Upper two. ${column.repeat(2)}`, 215, 110, 155);
      put(`Upper three. ${column.repeat(2)}`, 390, 110, 155);
      doc.fontSize(24).text('Market stays open late', 40, 330, { lineBreak: false });
      put(`Lower one. ${column.repeat(3)}`, 40, 372, 330);
      put(`Lower two. ${column.repeat(2)}`, 390, 372, 155);
    });
    const stories = await storiesOf('a.pdf', bytes);
    const parts = stories.map((s) => [s.headline, s.body.map((b) => /(?:Upper|Lower) \w+/u.exec(b.text)?.[0])]);
    expect(parts).toEqual([
      ['Harbor dredging begins', ['Upper one', 'Upper two', 'Upper three']],
      ['Market stays open late', ['Lower one', 'Lower two']],
    ]);
  });
  it('keeps a column whole that runs on beside a headline', async () => {
    const bytes = await pdfOf((doc) => {
      const put = (text: string, x: number, y: number): void => void doc.fontSize(10).text(text, x, y, { width: 240 });
      doc.fontSize(20).text('Harbor dredging begins', 40, 60, { lineBreak: false });
      doc.text('School adds two buses', 310, 60, { lineBreak: false });
      put('By Nora Finch', 40, 90);
      put('By Ida Marsh', 310, 90);
      put(`Left one. ${column.repeat(3)}`, 40, 106);
      doc.fontSize(20).text('Market stays open late', 40, 260, { lineBreak: false });
      put('By Carl Reyes', 40, 290);
      put(`Left two. ${column.repeat(3)}`, 40, 306);
      put(`Right. ${column.repeat(9)}`, 310, 106);
    });
    const stories = await storiesOf('a.pdf', bytes);
    expect(stories.map((s) => s.headline)).toEqual(['Harbor dredging begins', 'Market stays open late', 'School adds two buses']);
    expect(stories[2]?.body.length).toBe(1);
  });
  it('that is locked, a scan or cut off is refused in one sentence', async () => {
    expect((await failure('a.pdf', await pdfOf((d) => d.text('secret'), { userPassword: 'x', ownerPassword: 'y' }))).code).toBe(
      'encrypted',
    );
    const scan = await failure('a.pdf', await pdfOf((d) => d.rect(50, 50, 300, 300).fill('#888888')));
    expect([scan.code, scan.message]).toEqual(['no-text', expect.stringContaining('OCR')]);
    expect((await failure('a.pdf', utf8('%PDF-1.7\n1 0 obj'))).code).toBe('format');
    expect((await failure('a.pdf', utf8('words'))).code).toBe('format');
  });
});

describe('archives', () => {
  it('give their copy in natural order and their pictures, and name what they cannot read', async () => {
    const opened = await openCopy(
      'a.zip',
      zipSync({
        '10.txt': encode(`第十条\n\n${long}\n`, 'gb18030'),
        '2.txt': utf8(`第二条\n\n${long}\n`),
        '__MACOSX/2.txt': utf8('x'),
        'photos/a.jpg': Uint8Array.of(0xff, 0xd8, 0xff),
        'broken.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
      }),
    );
    expect(opened.copies.map((c) => [c.name, c.source.encoding])).toEqual([
      ['2.txt', 'utf-8'],
      ['10.txt', 'gb18030'],
    ]);
    expect(opened.pictures.map((p) => p.name)).toEqual(['photos/a.jpg']);
    expect(opened.refused.map((r) => [r.name, r.error.code])).toEqual([['broken.txt', 'binary']]);
  });
  it('with a bomb, a name outside, or a cut end are not opened', async () => {
    expect((await failure('a.zip', zipSync({ 'a.txt': new Uint8Array(80 * 1024 * 1024) }, { level: 9 }))).code).toBe('too-large');
    expect((await failure('a.zip', zipSync({ '../../evil.txt': utf8('x') }))).code).toBe('unsafe-path');
    const whole = zipSync({ 'a.txt': utf8(long.repeat(50)) });
    expect((await failure('a.zip', whole.subarray(0, whole.length - 60))).code).toBe('truncated');
    expect((await failure('a.zip', utf8('no archive'))).code).toBe('truncated');
  });
  it('knows names that leave their folder on any system', () => {
    for (const name of ['../a', 'a/../../b', '/etc/x', 'C:\\x', '..\\x', 'a\0b']) expect(unsafeName(name), name).toBe(true);
    for (const name of ['a.txt', 'a/b.txt', '稿件/一.txt', 'a..b.txt']) expect(unsafeName(name), name).toBe(false);
  });
});

it('a picture renamed .txt and a text of 200 MB are refused in one sentence', async () => {
  expect((await failure('a.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).code).toBe('binary');
  expect((await failure('a.txt', new Uint8Array(200 * 1024 * 1024).fill(65))).code).toBe('too-large');
});
