/** PDF text → copy: pdf.js gives words with places, the layout gives their order; running heads are set aside. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CopyError, type Hint, type Sourced } from '../../core/copy/index.ts';
import { ownPath } from '../home.ts';
import { isUnreadable } from './glyphs.ts';
import { blocksOf, bodySize, linesOf, paragraphsOf, type TextLine } from './layout.ts';
import { newspaperBlocks } from './modules.ts';
import { type Run, turned } from './turned.ts';
import { upright } from './upright.ts';

export interface PdfOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Predefined CJK encodings, read from the package where it is; fonts that carry their own tables need none. */
class CMaps {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const folder = ownPath('node_modules', 'pdfjs-dist', 'cmaps');
    const path = join(folder, `${name}.bcmap`);
    if (!existsSync(path)) throw new Error(`no table ${name}`);
    return { cMapData: await readFile(path), isCompressed: true };
  }
}

type Pdf = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * pdf.js, loaded when the first PDF comes. While it loads it complains on standard output that it cannot draw, which is not
 * asked of it; that output belongs to whoever reads our JSON, so just these lines are kept off it.
 */
async function library(): Promise<Pdf> {
  const { log } = console;
  console.log = (...words: unknown[]): void => {
    if (!String(words[0]).startsWith('Warning: Cannot ')) log(...words);
  };
  try {
    const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
    // Without a page there is no worker: its code runs here, and is found by this name.
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return pdf;
  } finally {
    console.log = log;
  }
}

/**
 * The text of a PDF in reading order, page after page.
 * @throws CopyError `encrypted`, `no-text` (a scan), `format`; AbortError
 */
export async function fromPdf(bytes: Uint8Array, options: PdfOptions = {}): Promise<Sourced> {
  const pdf = await library();
  const task = pdf.getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    verbosity: 0,
    CMapReaderFactory: CMaps,
  });
  const document = await task.promise.catch((error: unknown) => {
    const name = (error as { name?: string } | undefined)?.name;
    if (name === 'PasswordException')
      throw new CopyError(
        'encrypted',
        'The PDF is locked with a password: ask for one without, or for the text itself.',
        '这份 PDF 加了密码：请要一份没有密码的，或直接要文字稿。',
      );
    throw Object.assign(
      new CopyError('format', 'The PDF is damaged or cut off: ask for it to be sent again.', '这份 PDF 残缺不全：请对方重发。'),
      { cause: error },
    );
  });
  try {
    const pages: Page[] = [];
    for (let n = 1; n <= document.numPages; n++) {
      options.signal?.throwIfAborted();
      options.onProgress?.(n - 1, document.numPages);
      pages.push(await pageOf(await document.getPage(n)));
    }
    options.onProgress?.(document.numPages, document.numPages);
    if (pages.every((p) => p.groups.every((g) => g.length === 0) && p.askew.length === 0))
      throw new CopyError(
        'no-text',
        'The PDF holds pictures of pages and no text: it needs OCR first.',
        '这份 PDF 是扫描的版面图，没有文字：请先做文字识别（OCR）。',
      );
    return textOf(pages);
  } finally {
    await task.destroy();
  }
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<Pdf['getDocument']>['promise']>['getPage']>>;

async function pageOf(page: PdfPage): Promise<Page> {
  const content = await page.getTextContent();
  const runs = content.items.flatMap((i) => ('str' in i && i.str !== '' ? [i as Run] : []));
  if (await isUnreadable(page, runs)) throw unreadable();
  const { height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform as number[];
  // The viewport counts from the top; lines are looked at from the foot.
  const found = turned(runs, [a, -b, c, -d, e, height - f], (font) => content.styles[font]?.vertical === true);
  const { heads, rest } = upright(found.level);
  page.cleanup();
  return {
    groups: [[...heads, ...linesOf(rest)], linesOf(found.upright)],
    askew: found.askew.filter((t) => t.trim() !== ''),
    bottom: 0,
    top: height,
  };
}

const unreadable = (): CopyError =>
  new CopyError(
    'no-text',
    'The PDF does not say which characters its glyphs are: it needs OCR first, or ask for the text itself.',
    '这份 PDF 没有注明字形是哪些字：请先做文字识别（OCR），或直接要文字稿。',
  );

interface Page {
  /** What is read level, and what runs down, laid level. */
  readonly groups: readonly (readonly TextLine[])[];
  /** Text that is turned beside the page's own reading: spines, edges, watermarks. */
  readonly askew: readonly string[];
  /** Edges of the sheet in points. */
  readonly bottom: number;
  readonly top: number;
}

/** How much of a page's height at its head and foot may be running heads. */
const edge = 0.1;

/** A line near an edge that stands at the same height of most pages, its numbers aside. */
function running(pages: readonly Page[]): (line: TextLine, page: Page) => boolean {
  const key = (l: TextLine): string => `${Math.round(l.y)}|${l.text.replace(/\d+/gu, '#')}`;
  const near = (l: TextLine, { bottom, top }: Page): boolean => Math.min(l.y - bottom, top - l.y) < (top - bottom) * edge;
  const count = new Map<string, number>();
  for (const page of pages)
    for (const k of new Set(
      page.groups
        .flat()
        .filter((l) => near(l, page))
        .map(key),
    ))
      count.set(k, (count.get(k) ?? 0) + 1);
  return (line, page) => pages.length > 2 && near(line, page) && (count.get(key(line)) ?? 0) > pages.length / 2;
}

function textOf(pages: readonly Page[]): Sourced {
  const isRunning = running(pages);
  const hints: Hint[] = [];
  let text = '';
  const put = (line: string, role: Hint['role'] | null, size?: number): void => {
    const from = text.length;
    text += `${line}\n`;
    if (role) hints.push({ span: [from, from + line.length], role, ...(size === undefined ? {} : { size }) });
  };
  for (const [i, page] of pages.entries()) {
    if (i > 0) text += '\f\n';
    const all = page.groups.flat();
    const body = bodySize(all);
    for (const line of all.filter((l) => isRunning(l, page))) put(line.text, 'furniture');
    for (const words of page.askew) put(words, 'furniture');
    for (const group of page.groups) {
      const own = group.filter((l) => !isRunning(l, page));
      for (const block of newspaperBlocks(own) ?? blocksOf(own)) {
        if (text !== '') text += '\n';
        const times = block.size / body;
        for (const paragraph of paragraphsOf(block)) times > 1.25 ? put(paragraph, 'strong', times) : put(paragraph, null);
      }
    }
  }
  return { encoding: 'pdf', text, hints, pictures: [] };
}
