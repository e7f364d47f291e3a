/** Word documents → text and hints: mammoth reads the styles, the HTML reader the rest (guide §5.1). */
import { strToU8, zipSync } from 'fflate';
import { CopyError, fromHtml, type Sourced } from '../../core/copy/index.ts';
import { partsOf } from './archive.ts';
import { withNumbers } from './numbering.ts';
import { mended, runningHeads, runningStyle, withoutGonePictures } from './wordParts.ts';
import { isElement, parseXml, partText, within, writeXml, type XmlElement, type XmlNode } from './xml.ts';

/** Styles by the names Word and WPS give them, in the languages they come in. Unknown styles are plain paragraphs. */
const names: readonly (readonly [to: string, ...styles: string[]])[] = [
  ['h1:fresh', 'Title', '标题', '標題', '大标题', '主标题', '主题', 'Headline', '新闻标题'],
  ['h2:fresh', 'heading 1', 'Heading 1', '标题 1', '標題 1'],
  ['h3:fresh', 'heading 2', 'Heading 2', '标题 2', '標題 2', '小标题'],
  ['h4:fresh', 'heading 3', 'Heading 3', '标题 3', '標題 3', 'heading 4', 'Heading 4', '标题 4'],
  ['p.deck:fresh', 'Subtitle', '副标题', '副標題', '副题'],
  ['p.kicker:fresh', '引题', '肩题', '眉题', 'Kicker'],
  ['p.byline:fresh', '作者', '署名', 'Byline', 'Author'],
  ['p.caption:fresh', 'caption', 'Caption', '题注', '圖說', '图说', '图片说明'],
  ['p.label:fresh', '栏目', '栏题', '栏目名'],
];
const styleMap = [
  ...names.flatMap(([to, ...styles]) => styles.map((s) => `p[style-name='${s}'] => ${to}`)),
  `p.${runningStyle} => p.running-head:fresh`,
];

/**
 * The text of a .docx. Tracked deletions are left out, text boxes follow their paragraph, a soft break stays inside its paragraph.
 * @throws CopyError `truncated`, `encrypted`, `format`, `too-large`, `no-text`
 */
export async function fromDocx(bytes: Uint8Array): Promise<Sourced> {
  // Word keeps a document with a password in the old container.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new CopyError(
      'encrypted',
      'The Word document is locked with a password or is an old .doc: save it as .docx without a password.',
      '这份 Word 文件加了密码，或是旧的 .doc：请去掉密码，另存为 .docx。',
    );
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new CopyError(
      'format',
      'The file is not a Word document, whatever its name says: save it as .docx in Word or WPS.',
      '文件名像 Word 文件，里面却不是：请在 Word 或 WPS 里存为 .docx。',
    );
  const html = await converted(readable(bytes));
  if (html.replace(/<[^>]*>/gu, '').trim() === '')
    throw new CopyError(
      'no-text',
      'The Word document holds no text: there is nothing to read.',
      '这份 Word 文件里没有文字，没有内容可读。',
    );
  // Numbers are in the text already, as Word shows them: the list itself has none.
  return fromHtml(withNoteNumbers(html).replaceAll('<ol>', '<ol type="none">'), 'docx');
}

const garbled = (cause: unknown): CopyError =>
  Object.assign(
    new CopyError(
      'format',
      'The Word document cannot be understood: save it again as .docx in Word or WPS.',
      '这份 Word 文件读不懂：请在 Word 或 WPS 里重新存为 .docx。',
    ),
    { cause },
  );

/** The document's parts of text, in the forms that mammoth reads; its pictures are not needed to name them. */
function readable(bytes: Uint8Array): Uint8Array {
  try {
    return withMendedParts(partsOf(bytes, (name) => /\.(?:xml|rels)$/iu.test(name)));
  } catch (error) {
    if (!(error instanceof CopyError)) throw garbled(error);
    if (error.code !== 'truncated') throw error;
    throw new CopyError(
      'truncated',
      'The Word document is damaged or cut off: ask for it to be sent again.',
      '这份 Word 文件残缺不全：请对方重发。',
    );
  }
}

async function converted(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  let pictures = 0;
  const options = {
    styleMap,
    ignoreEmptyParagraphs: true,
    convertImage: mammoth.images.imgElement((image) => {
      const kind = image.contentType.replace(/^image\//u, '').replace('jpeg', 'jpg');
      return Promise.resolve({ src: `image${++pictures}.${kind}` });
    }),
  };
  const html = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options).catch((error: unknown) => {
    throw garbled(error);
  });
  return html.value;
}

const document = 'word/document.xml';

/** The parts as a zip again; as they came where the document is not at its usual place. */
function withMendedParts(parts: Map<string, Uint8Array>): Uint8Array {
  const nodes = (name: string): readonly XmlNode[] => {
    const part = parts.get(name);
    return part ? parseXml(partText(part)) : [];
  };
  const put = (name: string, content: readonly XmlNode[]): void =>
    void parts.set(name, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content.map(writeXml).join('')}`));
  const shown = (name: string): XmlNode[] => {
    const relations = within(nodes(name.replace('word/', 'word/_rels/').concat('.rels')), 'Relationship');
    return withoutGonePictures(mended(nodes(name)), new Set(relations.map((r) => r.attributes.Id)));
  };
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) if (parts.has(name)) put(name, shown(name));
  if (parts.has(document)) {
    const own = withNumbers(shown(document), { numbering: nodes('word/numbering.xml'), styles: nodes('word/styles.xml') });
    put(document, withRunningHeads(own, nodes));
  }
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

/** Headers before the text and footers after it, each wording once, as paragraphs that are set aside. */
function withRunningHeads(own: readonly XmlNode[], nodes: (name: string) => readonly XmlNode[]): XmlNode[] {
  const targets = new Map(
    within(nodes('word/_rels/document.xml.rels'), 'Relationship').map((r) => [r.attributes.Id, r.attributes.Target ?? '']),
  );
  const seen = new Set<string>();
  const lines = (reference: string): XmlElement[] =>
    within(own, reference)
      .map((r) => targets.get(r.attributes['r:id']) ?? '')
      .flatMap((target) => runningHeads(nodes(target.startsWith('/') ? target.slice(1) : `word/${target}`)))
      .filter((line) => !seen.has(writeXml(line)) && seen.add(writeXml(line)));
  const [heads, feet] = [lines('w:headerReference'), lines('w:footerReference')];
  const inBody = (e: XmlElement): XmlElement =>
    e.name === 'w:body' ? { ...e, children: [...heads, ...e.children, ...feet] } : { ...e, children: e.children.map(inNode) };
  const inNode = (n: XmlNode): XmlNode => (isElement(n) && (n.name === 'w:document' || n.name === 'w:body') ? inBody(n) : n);
  return own.map(inNode);
}

/** Notes begin with the number that stands in the text, as Word shows them; mammoth's arrow back to the text is a link's and no copy. */
function withNoteNumbers(html: string): string {
  let n = 0;
  return html
    .replace(/ ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/gu, '')
    .replace(/<li id="(?:foot|end)note-[^"]*">(?:<[^>]+>)*\s*/gu, (opening) => `${opening.trimEnd()}[${++n}] `);
}
