import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { CopyError, type CopyErrorCode, read, storiesToJson } from '../../src/core/copy/index.ts';
import { copySchema } from '../../src/core/story/index.ts';
import { unsafeName } from '../../src/node/sources/archive.ts';
import { isUnreadable } from '../../src/node/sources/glyphs.ts';
import { blocksOf, linesOf, paragraphsOf } from '../../src/node/sources/layout.ts';
import { copyOf, openCopy } from '../../src/node/sources/open.ts';
import { type Run, turned } from '../../src/node/sources/turned.ts';
import { encode } from '../copy/encode.ts';
import { pdfOf } from '../support/pdf.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const long = '河道清淤、岸坡绿化、雨污分流，三项工程同时推进。如今站在堤上望去，水面开阔，芦苇摇曳，傍晚时分常有市民沿着步道散步。';

const run = (text: string, bold = false): string =>
  `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const para = (inner: string, style?: string): string => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${inner}</w:p>`;
const space = [
  'w:http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'r:http://schemas.openxmlformats.org/officeDocument/2006/relationships',
]
  .concat(['pic:http://schemas.openxmlformats.org/drawingml/2006/picture'])
  .concat(['mc:http://schemas.openxmlformats.org/markup-compatibility/2006', 'v:urn:schemas-microsoft-com:vml'])
  .concat([
    'wp:http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'a:http://schemas.openxmlformats.org/drawingml/2006/main',
  ])
  .concat([
    'wps:http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
    'm:http://schemas.openxmlformats.org/officeDocument/2006/math',
  ])
  .map((s) => `xmlns:${s.replace(':', '="')}"`)
  .join(' ');
/** Parts beside the usual ones, and where their relationships lead. */
interface More {
  readonly parts: Readonly<Record<string, Uint8Array>>;
  readonly relations: Readonly<Record<string, string>>;
}
function docx(body: string, numbering?: string, more: More = { parts: {}, relations: {} }): Uint8Array {
  const styles = ['Title:标题', 'Sub:副标题', 'ZZ:作者', 'Odd:谁也不认识的样式', 'Count:条款']
    .map((s) => s.split(':') as [string, string])
    .map(
      ([id, name]) =>
        `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === 'Count' ? '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>' : ''}</w:style>`,
    )
    .join('');
  const w = space;
  const relations = Object.entries(more.relations)
    .map(([id, target]) => `<Relationship Id="${id}" Type="http://x/header" Target="${target}"/>`)
    .join('');
  const notes = more.parts['footnotes.xml']
    ? '<Relationship Id="n1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
    : '';
  return zipSync({
    '[Content_Types].xml': utf8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': utf8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>__MORE__</Relationships>'.replace(
        '__MORE__',
        relations + notes,
      ),
    ),
    ...Object.fromEntries(Object.entries(more.parts).map(([name, part]) => [`word/${name}`, part])),
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
      '（1）细目一，应当遵守。',
      '（2）细目二，应当遵守。',
      '第十二条末条，自公布之日起施行。',
    ]);
  });
  it('give text boxes, fields, ruby, formulas and directions where they stand, and nothing that Word hides', async () => {
    const box = (text: string): string => `<w:txbxContent>${para(run(text))}</w:txbxContent>`;
    const now = (text: string): string =>
      `<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing>`;
    const old = (shape: string, text: string): string => `<w:pict><${shape}><v:textbox>${box(text)}</v:textbox></${shape}></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice>${now('框甲')}</mc:Choice><mc:Fallback>${old('v:shape', '框甲')}</mc:Fallback></mc:AlternateContent>`;
    const body = [
      para(`${run('前段')}<w:r>${both}</w:r><w:r><mc:AlternateContent><mc:Choice>${now('框乙')}</mc:Choice></mc:AlternateContent></w:r>`),
      para(`${run('中段')}<w:r>${now('框丙')}</w:r><w:r>${old('v:oval', '框丁')}</w:r>`),
      para(`<w:fldSimple w:instr="DATE">${run('今日')}</w:fldSimple><w:dir>${run('左')}</w:dir><w:bdo>${run('右')}</w:bdo>`),
      para(
        `${run('住')}<w:r><w:ruby><w:rt>${run('zhàn')}</w:rt><w:rubyBase>${run('湛')}</w:rubyBase></w:ruby></w:r>${run('江')}<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>`,
      ),
      para(`<w:r><w:t>上</w:t><w:cr/><w:t>下</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`),
      para(
        `<w:hyperlink r:id="gone">${run('链')}</w:hyperlink><w:r><w:pict><v:shape><v:textpath string="艺术字"/></v:shape></w:pict></w:r>`,
      ),
      para('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>露</w:t></w:r><w:r><w:sym w:font="F" w:char="4E00"/></w:r>'),
    ];
    const [copy] = (await openCopy('a.docx', docx(body.join('')))).copies;
    expect(copy?.source.text.trim().split('\n\n')).toEqual([
      '前段',
      '框甲',
      '框乙',
      '中段',
      '框丙',
      '框丁',
      '今日左右',
      '住湛（zhàn）江a/b',
      '上\n下',
      '链',
      '艺术字',
      '露一',
    ]);
  });
  it('are read where a picture’s file is gone', async () => {
    const blip =
      '<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="gone"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';
    const old = '<w:pict><v:shape><v:imagedata r:id="gone"/></v:shape></w:pict>';
    const [copy] = (await openCopy('a.docx', docx(para(`${run('甲')}<w:r>${blip}</w:r><w:r>${old}</w:r>${run('乙')}`)))).copies;
    expect(copy?.source).toMatchObject({ text: '甲乙\n', pictures: [] });
  });
  it('set their headers and footers aside, each once', async () => {
    const part = (tag: string, text: string): Uint8Array => utf8(`<w:${tag} ${space}>${para(run(text))}</w:${tag}>`);
    const [copy] = (
      await openCopy(
        'a.docx',
        docx(
          `${para(run('灰河变清了'), 'Title')}${para(run(long))}<w:sectPr><w:headerReference r:id="h1"/><w:headerReference r:id="h2"/><w:footerReference r:id="f1"/></w:sectPr>`,
          undefined,
          {
            parts: {
              'header1.xml': part('hdr', '灰城日报稿纸'),
              'header2.xml': part('hdr', '灰城日报稿纸'),
              'footer1.xml': part('ftr', '第1页'),
            },
            relations: { h1: 'header1.xml', h2: '/word/header2.xml', f1: 'footer1.xml' },
          },
        ),
      )
    ).copies;
    const { text, hints } = copy!.source;
    expect(hints.filter((h) => h.role === 'furniture').map((h) => text.slice(...h.span))).toEqual(['灰城日报稿纸', '第1页']);
    expect(read(copyOf('c', 'a', copy!.source)).stories.length).toBe(1);
  });
  it('number their notes as Word does', async () => {
    const note = `<w:footnotes ${space}><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run(' 脚注里的话。')}</w:p></w:footnote></w:footnotes>`;
    const [copy] = (
      await openCopy(
        'a.docx',
        docx(para(`${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('的话。')}`), undefined, {
          parts: { 'footnotes.xml': utf8(note) },
          relations: {},
        }),
      )
    ).copies;
    expect(copy?.source.text).toBe('正文[1]的话。\n\n[1] 脚注里的话。\n');
  });
  it('count on in lists of one kind, begin anew where told, and count by style', async () => {
    const kinds = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`;
    const list = (id: number, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${more}</w:num>`;
    const anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const point = (id: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const body = [point(2, '甲'), point(3, 'First'), para(run('乙'), 'Count'), point(4, '丙'), para(`<w:r>${''}</w:r>`)];
    const [copy] = (await openCopy('a.docx', docx(body.join(''), kinds + list(2) + list(3) + list(4, anew)))).copies;
    expect(copy?.source.text.trim().split('\n\n')).toEqual(['1.甲', '2. First', '3.乙', '5.丙']);
  });
  it('count on after a list of the same kind that stands in theirs and begins anew', async () => {
    const kinds = `<w:abstractNum w:abstractNumId="1">${[0, 1].map((n) => `<w:lvl w:ilvl="${n}"><w:numFmt w:val="decimal"/><w:lvlText w:val="%${n + 1}."/></w:lvl>`).join('')}</w:abstractNum>`;
    const list = (id: number): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${[0, 1].map((n) => `<w:lvlOverride w:ilvl="${n}"><w:startOverride w:val="1"/></w:lvlOverride>`).join('')}</w:num>`;
    const point = (id: number, level: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const body = [point(2, 0, '甲'), point(2, 0, '乙'), point(3, 1, '子'), point(2, 0, '丙')];
    const [copy] = (await openCopy('a.docx', docx(body.join(''), kinds + list(2) + list(3)))).copies;
    expect(copy?.source.text.trim().split('\n\n')).toEqual(['1.甲', '2.乙', '1.子', '3.丙']);
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
  it('is read as its reader holds it, with what stands askew set aside', async () => {
    const body = `First words here. ${column.repeat(4)}`;
    const draw = (doc: PDFKit.PDFDocument): void => {
      doc.fontSize(26).text('Harbor dredging begins', 60, 60, { lineBreak: false });
      doc.fontSize(10).text(body, 60, 110, { width: 400 });
    };
    const sideways = await pdfOf((doc) => {
      doc.rotate(90, { origin: [300, 300] });
      draw(doc);
      doc.rotate(-90, { origin: [300, 300] });
      doc.text('Spine words', 20, 20, { lineBreak: false });
    });
    // A sheet that the viewer turns, with its text drawn turned the other way.
    const sheet = Buffer.from(sideways).toString('latin1').replace('/MediaBox', '/Rotate 270 /MediaBox');
    for (const bytes of [sideways, new Uint8Array(Buffer.from(sheet, 'latin1'))]) {
      const [copy] = (await openCopy('a.pdf', bytes)).copies;
      const { text, hints } = copy!.source;
      expect(hints.filter((h) => h.role === 'furniture').map((h) => text.slice(...h.span))).toEqual(['Spine words']);
      const [story] = read(copyOf('c', 'a', copy!.source)).stories;
      expect([story?.headline?.text, story?.body.length]).toEqual(['Harbor dredging begins', 1]);
      expect(story?.body[0]?.text).toContain('dredging the inner harbor next week, the commission said on Monday');
    }
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
  it('whose entries share their bytes, as bombs do, are refused before anything is unpacked', async () => {
    const one = zipSync({ '00.txt': new Uint8Array(900_000) }, { level: 9 });
    const at = one.length - 22 - 46 - 6;
    const packed = one.subarray(0, at);
    const names = Array.from({ length: 30 }, (_, i) => String(i).padStart(2, '0'));
    const directory = names.flatMap((n) => {
      const entry = one.slice(at, at + 52);
      entry.set(utf8(n), 46);
      return [...entry];
    });
    const end = one.slice(one.length - 22);
    const view = new DataView(end.buffer);
    for (const place of [8, 10]) view.setUint16(place, names.length, true);
    view.setUint32(12, directory.length, true);
    expect((await failure('a.zip', Uint8Array.from([...packed, ...directory, ...end]))).code).toBe('too-large');
  });
  it('keep both of two files of one name, and give no text that has changed', async () => {
    const bytes = zipSync({ 'a1.txt': utf8(`甲\n\n${long}\n`), 'a2.txt': utf8(`乙\n\n${long}\n`) }, { level: 0 });
    const same = Uint8Array.from(bytes, (b, i) => (b === 0x32 && bytes[i - 1] === 0x61 ? 0x31 : b));
    const opened = await openCopy('a.zip', same);
    expect(opened.copies.map((c) => [c.name, c.source.text.slice(0, 1)])).toEqual([
      ['a1.txt', '甲'],
      ['a1.txt', '乙'],
    ]);
    const changed = bytes.slice();
    changed[60] = (changed[60] ?? 0) ^ 1;
    const error = await failure('a.zip', changed);
    expect([error.code, error.message]).toEqual(['truncated', expect.stringContaining('a1.txt')]);
  });
  it('that are locked, packed in another way, or empty say so', async () => {
    const whole = zipSync({ 'a.txt': utf8(long.repeat(9)) });
    const directory = whole.length - 22 - 46 - 5;
    const altered = (at: number, value: number): Uint8Array => Uint8Array.from(whole, (b, i) => (i === directory + at ? value : b));
    expect((await failure('a.zip', altered(8, 1))).code).toBe('encrypted');
    expect(await failure('a.zip', altered(10, 14))).toMatchObject({ code: 'format', message: expect.stringContaining('unpack it first') });
    expect((await failure('a.zip', zipSync({}))).code).toBe('no-text');
    expect((await failure('a.zip', Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a))).message).toContain('RAR');
  });
  it('give their names in UTF-8 where they say so, else in GBK', async () => {
    const names = async (raw: Uint8Array, utf: boolean): Promise<string | undefined> => {
      const stand = 'x'.repeat(raw.length);
      const bytes = zipSync({ [stand]: utf8(long) });
      const text = String.fromCharCode(...bytes);
      for (let at = text.indexOf(stand); at >= 0; at = text.indexOf(stand, at + 1)) bytes.set(raw, at);
      if (utf) bytes[bytes.length - 22 - raw.length - 46 + 9] = 8;
      return (await openCopy('a.zip', bytes)).copies[0]?.name;
    };
    expect(await names(encode('一.txt', 'gb18030'), false)).toBe('一.txt');
    expect(await names(encode('稿件/社会新闻（终）.txt', 'gb18030'), false)).toBe('稿件/社会新闻（终）.txt');
    expect(await names(utf8('é.txt'), true)).toBe('é.txt');
    expect(await names(utf8('稿.txt'), false)).toBe('稿.txt');
  });
  it('are told from documents by what they hold, whatever they are called', async () => {
    const word = docx(para(run('灰河变清了'), 'Title') + para(run(long)));
    expect((await storiesOf('a.zip', word))[0]?.headline).toBe('灰河变清了');
    expect((await openCopy('standard input', zipSync({ '1.txt': utf8(long), '2.txt': utf8(long) }))).copies.length).toBe(2);
    const odt = zipSync({ mimetype: utf8('application/vnd.oasis.opendocument.text'), 'content.xml': utf8('<a/>') }, { level: 0 });
    for (const name of ['a.odt', 'a.docx', 'a.zip']) expect((await failure(name, odt)).message).toMatch(/OpenDocument.*save its text/u);
    const sheet = zipSync({ '[Content_Types].xml': utf8('<a/>'), 'xl/workbook.xml': utf8('<a/>') });
    expect((await failure('a.docx', sheet)).message).toContain('spreadsheet');
  });
  it('knows names that leave their folder on any system', () => {
    for (const name of ['../a', 'a/../../b', '/etc/x', 'C:\\x', '..\\x', 'a\0b']) expect(unsafeName(name), name).toBe(true);
    for (const name of ['a.txt', 'a/b.txt', '稿件/一.txt', 'a..b.txt']) expect(unsafeName(name), name).toBe(false);
  });
});

describe('runs of text on a PDF page', () => {
  const at = (str: string, x: number, y: number, fontName: string, size = 10): Run => ({
    str,
    transform: [size, 0, 0, size, x, y],
    width: size,
    height: size * str.length,
    fontName,
  });
  it('that run down are laid level, columns from right to left, with the usual forms of their marks', () => {
    const runs = ['灰河变清了', '河道清淤︑岸坡绿化︐', '三项工程同时推进︒'].map((s, i) => at(s, 500 - i * 16, 780, 'V'));
    const { upright, level, askew } = turned([...runs, at('第八版', 40, 800, 'H')], [1, 0, 0, 1, 0, 0], (f) => f === 'V');
    expect(linesOf(upright).map((l) => l.text)).toEqual(['灰河变清了', '河道清淤、岸坡绿化，', '三项工程同时推进。']);
    expect([level.map((w) => w.text), askew]).toEqual([['第八版'], []]);
  });
  it('that run down among level text are parted into characters, for the heads that stand upright', () => {
    const { level, upright } = turned(
      [at('竖题', 500, 780, 'V'), at('横排的文字一行', 40, 700, 'H')],
      [1, 0, 0, 1, 0, 0],
      (f) => f === 'V',
    );
    expect(upright).toEqual([]);
    expect(level.map((w) => [w.text, w.x, w.y])).toEqual([
      ['横排的文字一行', 40, 700],
      ['竖', 495, 770],
      ['题', 495, 760],
    ]);
  });
  it('in fonts that do not tell their characters are not taken for text', async () => {
    const page = (firstChar: number | undefined) => ({
      getOperatorList: async () => null,
      commonObjs: { has: () => true, get: () => ({ composite: true, toUnicode: { firstChar, lastChar: 0xffff } }) },
    });
    const numbers = [at('&UHZV ZLOO EHJLQ GUHGJLQJ WKH LQQHU KDUERU', 0, 0, 'F')];
    expect(await isUnreadable(page(0), numbers)).toBe(true);
    expect(await isUnreadable(page(undefined), numbers)).toBe(false);
    // What PostScript's way round makes of letters.
    expect(await isUnreadable(page(undefined), [at('❵✁✂✄☎✆✝✞✟✠❃☛✌✍✎✏✑✒✓✔✕✑✖✗', 0, 0, 'F')])).toBe(true);
    expect(await isUnreadable(page(undefined), [at('✔ 河道清淤，三项工程同时推进。如今站在堤上望去。', 0, 0, 'F')])).toBe(false);
    expect(await isUnreadable(page(0), [at('Crews will begin dredging', 0, 0, 'F'), at('河道清淤，三项工程同时推进。', 0, 0, 'F')])).toBe(
      false,
    );
  });
  it('keep the marks of a list’s points before them, each a paragraph', () => {
    const word = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 10, size: 10 });
    const words = ['甲甲甲甲，甲甲甲。', '乙乙乙乙，乙乙乙。', '丙丙丙丙，丙丙丙。'].flatMap((t, i) => [
      word(`${i + 1}.`, 40, -14 * i),
      word(t, 78, -14 * i),
    ]);
    const [block] = blocksOf(linesOf(words));
    expect(paragraphsOf(block!)).toEqual(['1. 甲甲甲甲，甲甲甲。', '2. 乙乙乙乙，乙乙乙。', '3. 丙丙丙丙，丙丙丙。']);
  });
  it('are joined again where a hyphen of any form cut a word', () => {
    const before = 'Crews will begin dredging the inner harbor next week after a long debate, and on Monday the commis\u2010';
    const text = `The plan\n\n${before}\nsion said that it would publish what the work costs and who pays for it by the end of the year.\n`;
    const [story] = read({ id: 'c', name: 'a', encoding: 'utf-8', text }).stories;
    expect(story?.body[0]?.text).toContain('the commission said');
    const line = (text: string, y: number) => ({ text, left: 0, right: 100, y, size: 10 });
    const lines = ['the commis\u2010', 'sion said a diffi-', 'cult word came'].map((t, i) => line(t, -12 * i));
    expect(paragraphsOf({ lines, size: 10 })).toEqual(['the commission said a difficult word came']);
  });
});

it('formats written in letters are no copy, whatever they are called', async () => {
  const files: [string, RegExp][] = [
    ['{\\rtf1\\ansi{\\fonttbl}words}', /rich text.*save it as/u],
    ['<?xml version="1.0"?><w:wordDocument xmlns:w="x"><w:body/></w:wordDocument>', /Word file in XML/u],
    ['MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n', /web archive/u],
    ['%!PS-Adobe-3.0\n(words) show', /PostScript/u],
  ];
  for (const [text, says] of files)
    for (const name of ['a.txt', 'a.doc'])
      expect(await failure(name, utf8(text))).toMatchObject({ code: 'binary', message: expect.stringMatching(says) });
});

it('a picture renamed .txt and a text of 200 MB are refused in one sentence', async () => {
  expect((await failure('a.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).code).toBe('binary');
  expect((await failure('a.txt', new Uint8Array(200 * 1024 * 1024).fill(65))).code).toBe('too-large');
});
