/** Bytes with a name → text and hints, for every source that is text itself. Word, PDF and archives need a host: see src/node/sources. */
import { decode } from '../decode.ts';
import { CopyError } from '../error.ts';
import { fromHtml } from './html.ts';
import { fromMarkdown } from './markdown.ts';
import type { Sourced } from './sourced.ts';
import { fromNewsMl, fromNinjs, fromNitf, wireFormat } from './wire.ts';

/**
 * By what the text is, then by its name's ending: wire files, HTML, Markdown, else plain text.
 * @throws CopyError as `decode` and the readers do
 */
export function sourceOf(name: string, bytes: Uint8Array, options: { readonly encoding?: string | undefined } = {}): Sourced {
  const { encoding, text } = decode(bytes, options);
  const wire = wireFormat(text);
  if (wire === 'nitf') return fromNitf(text, encoding);
  if (wire === 'newsml') return fromNewsMl(text, encoding);
  if (wire === 'ninjs') return fromNinjs(text, encoding);
  if (/\.x?html?$/iu.test(name) || /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html[\s>])/iu.test(text)) return fromHtml(text, encoding);
  if (/^\s*<\?xml\s/iu.test(text))
    throw new CopyError(
      'format',
      'The file is XML, but neither NITF nor NewsML-G2 nor a web page: give its text instead.',
      '这是 XML 文件，却不是 NITF、NewsML-G2，也不是网页：请给文字稿。',
    );
  if (/\.(?:md|markdown)$/iu.test(name)) return fromMarkdown(text, encoding);
  return { encoding, text, hints: [], pictures: [] };
}
