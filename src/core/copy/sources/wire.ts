/** Wire files: NITF, NewsML-G2 and ninjs. They say outright what each part is. */
import { Parser } from 'htmlparser2';
import { CopyError } from '../error.ts';
import { holdDepth } from './depth.ts';
import { fromHtml } from './html.ts';
import { type Sourced, SourceText } from './sourced.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/**
 * The element tree of an XML text; names without their prefix.
 * @throws CopyError `truncated` where an element is never closed
 */
function xml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: Element[] = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        holdDepth(stack.length);
        const element: Element = { name: name.replace(/^.*:/u, ''), attributes, children: [] };
        stack[stack.length - 1]?.children.push(element);
        stack.push(element);
      },
      onclosetag: () => void stack.pop(),
      ontext: (t) => void stack[stack.length - 1]?.children.push(t),
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  parser.write(text);
  const cut = stack.length > 1;
  parser.end();
  if (cut)
    throw new CopyError(
      'truncated',
      'The wire file is damaged or cut off: ask the wire to send it again.',
      '这份通讯社文件残缺不全：请通讯社重发。',
    );
  return root;
}

const textOf = (e: Element | string): string => {
  if (typeof e === 'string') return e.replace(/[ \t\r\n]+/gu, ' ');
  if (e.name === 'br') return '\n';
  const text = e.children.map(textOf).join('');
  // 记者 沈竹青 <byttl>首席记者</byttl>: a title is a word of its own.
  return e.name === 'byttl' ? ` ${text}` : text;
};
const flat = (e: Element): string =>
  textOf(e)
    .replace(/ {2,}/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .trim();

/** Every element of a name, depth first; `within` stops at the first of them. */
function all(e: Element, name: string): Element[] {
  const found: Element[] = [];
  for (const child of e.children) {
    if (typeof child === 'string') continue;
    if (child.name === name) found.push(child);
    else found.push(...all(child, name));
  }
  return found;
}
const first = (e: Element, ...path: string[]): Element | null => {
  let at: Element | null = e;
  for (const name of path) at = at ? (all(at, name)[0] ?? null) : null;
  return at;
};

/** Which wire format a text is, or null. */
export function wireFormat(text: string): 'nitf' | 'newsml' | 'ninjs' | null {
  const head = text.slice(0, 4000);
  if (/<(?:\w+:)?nitf[\s>]/u.test(head)) return 'nitf';
  if (/<(?:\w+:)?(?:newsItem|newsMessage|packageItem)[\s>]/u.test(head)) return 'newsml';
  if (/^\s*[{[]/u.test(head) && /"(?:body_(?:text|html|xhtml)|bodies|headlines?|standard)"\s*:/u.test(text)) return 'ninjs';
  return null;
}

/**
 * NITF 3: `hedline/hl1`, `hl2`, `byline`, `dateline`, `body.content`, `media`.
 * @throws CopyError `format`, `no-text`
 */
export function fromNitf(text: string, encoding = 'utf-8'): Sourced {
  const out = new SourceText();
  for (const story of all(xml(text), 'nitf')) nitf(out, story);
  return finished(out, encoding, 'NITF');
}

/** What the wire says to the desk and not to the reader. */
const aside = ['note', 'rights', 'distributor', 'series'];

function nitf(out: SourceText, story: Element): void {
  out.starts();
  const head = first(story, 'body.head') ?? first(story, 'body') ?? story;
  const hl1 = first(head, 'hl1');
  const title = first(story, 'head', 'title');
  if (hl1) out.add(flat(hl1), 'headline');
  else if (title) out.add(flat(title), 'headline');
  for (const hl2 of all(head, 'hl2')) out.add(flat(hl2), 'deck');
  for (const byline of all(head, 'byline')) out.add(flat(byline), 'byline');
  const place = first(head, 'dateline');
  for (const name of aside) for (const e of all(head, name)) out.add(flat(e), 'furniture');
  const note = first(head, 'abstract');
  if (note) out.add(flat(note), 'deck');
  const content = first(story, 'body.content');
  if (content) {
    const blocks = contentBlocks(content);
    if (place && blocks[0] && !blocks[0].text.startsWith(flat(place)))
      blocks[0] = { ...blocks[0], text: `${flat(place)} ${blocks[0].text}` };
    else if (place && !blocks[0]) out.add(flat(place), 'paragraph');
    for (const b of blocks) out.add(b.text, b.role);
    media(out, content);
  }
  const end = first(story, 'body.end');
  if (end) out.add(flat(end), 'paragraph');
}

type Role = 'paragraph' | 'subhead' | 'caption' | 'credit';

/** Elements that stand in a line; all others are blocks. Those of NITF 3.6 and of XHTML. */
const inline = new Set(
  (
    'a abbr alt-code b br chron city cite classifier code copyrite country del em event function i img ins kbd lang location mark money num ' +
    'object.title org person postaddr pronounce q region s samp small span state strong sub sublocation sup time tt u var virtloc'
  ).split(' '),
);
const isBlock = (e: Element | string): boolean => typeof e !== 'string' && (!inline.has(e.name) || e.children.some(isBlock));

const roleOf = ({ name }: Element): Role =>
  /^h(?:l2|[1-6])$/u.test(name) ? 'subhead' : /^(?:figcaption|media-caption)$/u.test(name) ? 'caption' : 'paragraph';

/** The blocks of some content, down to those that hold no other; text beside a block is one too. A picture's parts are `media`'s. */
function contentBlocks(e: Element): { text: string; role: Role }[] {
  const found: { text: string; role: Role }[] = [];
  let loose: (Element | string)[] = [];
  const settle = (): void => {
    const text = flat({ ...e, children: loose });
    if (text !== '') found.push({ text, role: roleOf(e) });
    loose = [];
  };
  for (const child of e.children) {
    if (!isBlock(child)) {
      loose.push(child);
      continue;
    }
    settle();
    const block = child as Element;
    if (block.name === 'pre')
      found.push({ text: block.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join(''), role: 'paragraph' });
    else if (!/^(?:media|script|style|head)$/u.test(block.name)) found.push(...contentBlocks(block));
  }
  settle();
  return found;
}

function media(out: SourceText, content: Element): void {
  for (const m of all(content, 'media')) {
    const file = first(m, 'media-reference')?.attributes.source ?? '';
    const caption = first(m, 'media-caption');
    const producer = first(m, 'media-producer');
    out.picture(file, caption ? flat(caption) : '');
    if (caption) {
      out.starts();
      out.add(flat(caption), 'caption');
      if (producer) out.add(flat(producer), 'credit');
    }
  }
}

/**
 * NewsML-G2: `contentMeta` says what `contentSet` holds (inline XHTML, inline NITF or plain text).
 * @throws CopyError `format`, `no-text`
 */
export function fromNewsMl(text: string, encoding = 'utf-8'): Sourced {
  const out = new SourceText();
  for (const item of all(xml(text), 'newsItem')) newsItem(out, item);
  return finished(out, encoding, 'NewsML-G2');
}

function newsItem(out: SourceText, item: Element): void {
  const meta = first(item, 'contentMeta');
  const inline = first(item, 'contentSet', 'nitf');
  if (inline) {
    nitf(out, inline);
    return;
  }
  out.starts();
  const head = meta ? all(meta, 'headline') : [];
  const picture = first(item, 'itemMeta', 'itemClass')?.attributes.qcode?.includes('picture') ?? false;
  for (const [i, h] of head.entries()) out.add(flat(h), i === 0 ? 'headline' : 'deck');
  for (const by of meta ? all(meta, 'by') : []) out.add(flat(by), picture ? 'credit' : 'byline');
  if (picture) {
    for (const d of meta ? all(meta, 'description') : []) out.add(flat(d), 'caption');
    for (const r of all(item, 'remoteContent').slice(0, 1)) out.picture(r.attributes.href ?? '', flat(meta ?? item));
    return;
  }
  for (const name of ['slugline', 'creditline', 'description']) for (const e of meta ? all(meta, name) : []) out.add(flat(e), 'furniture');
  const dateline = meta ? first(meta, 'dateline') : null;
  const body = first(item, 'contentSet', 'inlineXML') ?? first(item, 'contentSet', 'inlineData');
  if (!body) return;
  const page = first(body, 'body') ?? body;
  for (const img of all(page, 'img')) out.picture(img.attributes.src ?? '', img.attributes.alt ?? '');
  const blocks = contentBlocks(page);
  // A heading that repeats the headline is the same words twice, not text.
  const own = blocks.filter((b, i) => !(i < 2 && head[0] && b.text === flat(head[0])));
  if (dateline && own[0] && !own[0].text.includes(flat(dateline))) own[0] = { ...own[0], text: `${flat(dateline)} ${own[0].text}` };
  const plain = page === body && own.length <= 1 && page.children.every((c) => typeof c === 'string');
  if (plain) for (const part of page.children.join('').split(/\n\s*\n/u)) out.add(part.trim(), 'paragraph');
  else for (const b of own) out.add(b.text, b.role);
}

/**
 * ninjs 1 and 2: `headline` or `headlines`, `byline` or `by`, `body_text`, `body_xhtml`, `bodies`, `associations`.
 * @throws CopyError `format`, `no-text`
 */
export function fromNinjs(text: string, encoding = 'utf-8'): Sourced {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new CopyError(
      'format',
      'The ninjs file is not whole JSON: ask the wire to send it again.',
      '这份 ninjs 文件的 JSON 不完整：请通讯社重发。',
    );
  }
  const out = new SourceText();
  for (const item of Array.isArray(data) ? data : [data]) ninjs(out, item);
  return finished(out, encoding, 'ninjs');
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x);
const string = (x: unknown): string => (typeof x === 'string' ? x : '');
/** `headlines: [{ role: 'main', value }]` of ninjs 2. */
const values = (x: unknown): string[] => (Array.isArray(x) ? x.filter(isObject).map((v) => string(v.value)) : []);

/** What an item says to the desk. */
const deskWords = ['ednote', 'slugline', 'located', 'description_text', 'copyrightnotice'];

function ninjs(out: SourceText, item: unknown): void {
  if (!isObject(item)) return;
  out.starts();
  const [main, ...others] = string(item.headline) ? [string(item.headline)] : values(item.headlines);
  if (main) out.add(main, 'headline');
  for (const h of [...others, string(item.subheadline)]) if (h) out.add(h, 'deck');
  const picture = item.type === 'picture' || item.type === 'photo';
  const by = string(item.byline) || string(item.by);
  const body = string(item.body_text) || '';
  const html = string(item.body_xhtml) || string(item.body_html) || htmlBody(item.bodies);
  if (picture) {
    const words = string(item.description_text) || values(item.descriptions)[0] || body;
    out.picture(string(item.uri), words);
    out.add(words, 'caption');
    if (by) out.add(by, 'credit');
    return;
  }
  if (by) out.add(by, 'byline');
  for (const name of deskWords) if (string(item[name])) out.add(string(item[name]), 'furniture');
  if (html) {
    const inner = fromHtml(html);
    for (const block of inner.text.trim().split('\n\n'))
      if (block !== main)
        out.add(block, inner.hints.find((h) => inner.text.slice(...h.span) === block)?.role === 'subhead' ? 'subhead' : 'paragraph');
  } else for (const p of body.split(/\n\s*\n|\n(?=[\s\u3000])/u)) out.add(p, 'paragraph');
  for (const a of isObject(item.associations)
    ? Object.values(item.associations)
    : Array.isArray(item.associations)
      ? item.associations
      : [])
    ninjs(out, a);
}

function htmlBody(bodies: unknown): string {
  if (!Array.isArray(bodies)) return '';
  const list = bodies.filter(isObject);
  return string((list.find((b) => /html/u.test(string(b.contenttype) || string(b.contentType))) ?? list[0])?.value);
}

function finished(out: SourceText, encoding: string, what: string): Sourced {
  if (out.empty)
    throw new CopyError(
      'no-text',
      `The ${what} file holds no story: there is nothing to read.`,
      `这份 ${what} 文件里没有稿件，没有内容可读。`,
    );
  return out.done(encoding);
}
