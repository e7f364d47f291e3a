/** Word documents → text and hints: mammoth reads the styles, the HTML reader the rest (guide §5.1). */
import { CopyError, fromHtml, type Sourced } from '../../core/copy/index.ts';
import { inspect } from './archive.ts';
import { withNumbers } from './numbering.ts';

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
const styleMap = names.flatMap(([to, ...styles]) => styles.map((s) => `p[style-name='${s}'] => ${to}`));

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
    throw new CopyError('format', 'The file is not a Word document, whatever its name says.', '文件名像 Word 文件，里面却不是。');
  try {
    inspect(bytes);
  } catch (error) {
    if (error instanceof CopyError && error.code === 'truncated')
      throw new CopyError(
        'truncated',
        'The Word document is damaged or cut off: ask for it to be sent again.',
        '这份 Word 文件残缺不全：请对方重发。',
      );
    throw error;
  }
  const { default: mammoth } = await import('mammoth');
  let pictures = 0;
  const html = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(withNumbers(bytes)) },
      {
        styleMap,
        ignoreEmptyParagraphs: true,
        convertImage: mammoth.images.imgElement((image) => {
          const kind = image.contentType.replace(/^image\//u, '').replace('jpeg', 'jpg');
          return Promise.resolve({ src: `image${++pictures}.${kind}` });
        }),
      },
    )
    .catch((error: unknown) => {
      throw Object.assign(
        new CopyError(
          'format',
          'The Word document cannot be understood: save it again as .docx in Word or WPS.',
          '这份 Word 文件读不懂：请在 Word 或 WPS 里重新存为 .docx。',
        ),
        {
          cause: error,
        },
      );
    });
  if (html.value.replace(/<[^>]*>/gu, '').trim() === '')
    throw new CopyError(
      'no-text',
      'The Word document holds no text: there is nothing to read.',
      '这份 Word 文件里没有文字，没有内容可读。',
    );
  return fromHtml(html.value, 'docx');
}
