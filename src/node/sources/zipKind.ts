/** What a zip really is, whatever it is called: Office's and other documents are zips too. */
import { readDirectory, readEntry } from '../../core/archive/index.ts';
import { CopyError } from '../../core/copy/index.ts';

/** Documents that are no Word files, by a part that each has, and what they are called. */
const others: readonly (readonly [part: RegExp, what: string, chinese: string])[] = [
  [/^xl\//u, 'a spreadsheet (.xlsx)', '表格（.xlsx）'],
  [/^ppt\//u, 'a presentation (.pptx)', '演示文稿（.pptx）'],
  [/^META-INF\/container\.xml$/u, 'an e-book (.epub)', '电子书（.epub）'],
  [/^designmap\.xml$/u, 'an InDesign page (.idml)', ' InDesign 版面（.idml）'],
  [/^Index\/Document\.iwa$|^Index\.zip$/u, 'an Apple document (.pages)', '苹果文稿（.pages）'],
];
/** OpenDocument and OFD name themselves. */
const openDocument = /^application\/vnd\.oasis\.opendocument\.(\w+)/u;

const namesOf = (bytes: Uint8Array): string[] => readDirectory(bytes)?.map((e) => e.name.replaceAll('\\', '/')) ?? [];

/** What a zip is called that is neither Word's nor an archive of files; null for those, and where its directory is cut off. */
function otherKind(bytes: Uint8Array, names: readonly string[]): readonly [what: string, chinese: string] | null {
  for (const [part, what, chinese] of others) if (names.some((n) => part.test(n))) return [what, chinese];
  if (names.includes('OFD.xml')) return ['an OFD page', ' OFD 版式文件'];
  const entry = readDirectory(bytes)?.find((e) => e.name === 'mimetype' && e.size < 200);
  const type = entry && readEntry(bytes, entry);
  const kind = type && openDocument.exec(new TextDecoder().decode(type))?.[1];
  return kind ? [`an OpenDocument file (${kind})`, ' OpenDocument 文件（.odt 一类）'] : null;
}

/**
 * Word's, or an archive of files; where the directory is cut off, by the name.
 * @throws CopyError `format` for a document of another program
 */
export function zipKind(name: string, bytes: Uint8Array): 'word' | 'archive' {
  const names = namesOf(bytes);
  if (names.some((n) => /^word\/document\d*\.xml$/u.test(n))) return 'word';
  const other = otherKind(bytes, names);
  if (other)
    throw new CopyError(
      'format',
      `The file is ${other[0]}, no Word document: save its text as .docx or .txt.`,
      `这是${other[1]}，不是 Word 文件：请把文字另存为 .docx 或 .txt。`,
    );
  if (names.length === 0) return /\.zip$/iu.test(name) ? 'archive' : 'word';
  return names.includes('[Content_Types].xml') ? 'word' : 'archive';
}
