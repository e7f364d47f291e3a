/** Pasted or saved HTML, and what Word's converter gives: blocks in reading order, styles as hints. */
import { Parser } from 'htmlparser2';
import type { Hint } from '../copy.ts';
import { CopyError } from '../error.ts';
import { holdDepth } from './depth.ts';
import { type Sourced, SourceText } from './sourced.ts';

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote figure figcaption pre table tr td th caption section article header footer aside nav main address hr form body'.split(
    ' ',
  ),
);
/** Never copy: programs, styles, what the browser does not show. */
const silent = new Set('script style head template noscript svg iframe object select button rp'.split(' '));
const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/iu;

/** Whether an element and all that is in it stays off the screen. */
const isMute = (tag: string, { hidden, style, role }: Record<string, string>): boolean =>
  silent.has(tag) || role === 'doc-backlink' || hidden !== undefined || hiding.test(style ?? '');

/** Class names and the roles they mean, first match; papers' systems name them much alike. */
const classes: readonly (readonly [RegExp, Hint['role']])[] = [
  [/\b(?:byline|by-line|author|signature|zuozhe)\b/iu, 'byline'],
  [/\b(?:kicker|eyebrow|overline|yinti|pretitle)\b/iu, 'kicker'],
  [/\b(?:deck|subtitle|standfirst|sub-?headline|futi|subhead-?line)\b/iu, 'deck'],
  [/\b(?:headline|entry-title|article-title|main-?title|zhuti)\b/iu, 'headline'],
  [/\b(?:subhead|crosshead|xiaobiaoti)\b/iu, 'subhead'],
  [/\b(?:caption|cutline)\b/iu, 'caption'],
  [/\b(?:credit|photographer)\b/iu, 'credit'],
  [/\b(?:label|column-name|lanmu|section-name)\b/iu, 'label'],
  [/\b(?:editors?-note|bianzhean)\b/iu, 'note'],
  [/\b(?:folio|page-?number|running-head)\b/iu, 'furniture'],
];

interface Open {
  readonly tag: string;
  readonly role: Hint['role'] | null;
  /** Nothing in it is shown. */
  readonly mute?: boolean;
  /** Of a numbered list: the next point's number. */
  next?: number;
}

/** One block being put together. */
interface Block {
  text: string;
  /** Characters of it inside bold or strong. */
  bold: number;
  role: Hint['role'] | null;
  heading: number;
}

/**
 * The text of an HTML fragment or page. Headings of the highest rank that is used begin items; lower ones are subheads.
 * @throws CopyError `no-text`
 */
export function fromHtml(html: string, encoding = 'utf-8'): Sourced {
  const reader = new HtmlReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.say(text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return reader.done(encoding);
}

class HtmlReader {
  private readonly stack: Open[] = [];
  private readonly list: Block[] = [];
  private readonly pictures: [string, string][] = [];
  private now: Block = blank();
  /** A list's number, until the first words of its point. */
  private mark = '';
  private mute = 0;
  private bold = 0;
  private pre = 0;

  open(tag: string, attributes: Record<string, string>): void {
    holdDepth(this.stack.length);
    const mute = isMute(tag, attributes);
    if (mute) this.mute++;
    if (this.mute > 0) {
      this.stack.push({ tag, role: null, mute });
      return;
    }
    if (tag === 'br') this.now.text += '\n';
    if (tag === 'img') this.pictures.push([attributes.src ?? '', attributes.alt ?? '']);
    if (tag === 'rt') this.now.text += '（';
    if (tag === 'b' || tag === 'strong') this.bold++;
    if (tag === 'pre') this.pre++;
    if (blocks.has(tag)) this.flush();
    const role = roleOf(tag, attributes);
    const list = this.stack[this.stack.length - 1];
    this.stack.push({ tag, role, ...(tag === 'ol' ? numbersFrom(attributes) : {}) });
    if (blocks.has(tag)) this.begin();
    else if (role && this.now.text.trim() === '') this.now.role = role;
    if (tag === 'li' && list?.next !== undefined) this.number(list, attributes.value);
  }

  /** The number that the browser sets before a list's point. */
  private number(list: Open, own: string | undefined): void {
    const n = own !== undefined && /^-?\d+$/u.test(own) ? Number(own) : (list.next as number);
    list.next = n + 1;
    this.mark = `${n}. `;
  }

  close(tag: string): void {
    const muted = this.mute > 0;
    if (this.stack.pop()?.mute) this.mute--;
    if (muted) return;
    if (tag === 'rt') this.now.text += '）';
    if (tag === 'b' || tag === 'strong') this.bold--;
    if (tag === 'pre') this.pre--;
    if (blocks.has(tag)) {
      this.flush();
      this.begin();
    }
  }

  say(text: string): void {
    if (this.mute > 0) return;
    const shown = this.pre > 0 ? text : text.replace(/[ \t\r\n\f]+/gu, ' ');
    const joined = this.pre > 0 || !/[\s]$/u.test(this.now.text) ? shown : shown.replace(/^ /u, '');
    if (this.mark !== '' && joined.trim() !== '') {
      this.now.text += this.mark;
      this.mark = '';
    }
    this.now.text += joined;
    if (this.bold > 0) this.now.bold += joined.trim().length;
  }

  done(encoding: string): Sourced {
    this.flush();
    const top = this.list.reduce((least, b) => Math.min(least, b.heading || 9), 9);
    const out = new SourceText();
    for (const block of this.list) put(out, block, top);
    for (const [name, caption] of this.pictures) out.picture(name, caption);
    if (out.empty) throw new CopyError('no-text', 'The page holds no text: there is nothing to read.', '网页里没有文字，没有内容可读。');
    return out.done(encoding);
  }

  /** The roles that the open elements give, inner before outer. */
  private begin(): void {
    this.now = blank();
    for (const { tag, role } of this.stack) {
      if (role) this.now.role = role;
      const h = /^h([1-6])$/u.exec(tag);
      if (h) this.now.heading = Number(h[1]);
    }
  }

  private flush(): void {
    const { text, bold, role, heading } = this.now;
    // Two line breaks in a row are a paragraph's end, one is a break inside it.
    const parts = text.split(/\n[ \t\u00a0]*\n[\s\u00a0]*/u);
    for (const part of parts) {
      const trimmed = part.replace(/^[ \n]+|[ \n]+$/gu, '').replace(/ *\n */gu, '\n');
      if (trimmed.trim() === '') continue;
      this.list.push({ text: trimmed, bold: parts.length === 1 ? bold : 0, role, heading });
    }
    this.now = blank();
  }
}

const blank = (): Block => ({ text: '', bold: 0, role: null, heading: 0 });

/** A list counts in figures unless it says otherwise; letters and no marks at all are left to the editor. */
function numbersFrom({ type, start, style, reversed }: Record<string, string>): { next?: number } {
  const figures =
    (type === undefined || type === '1') && reversed === undefined && !/list-style(?:-type)?\s*:(?!\s*decimal)/iu.test(style ?? '');
  return figures ? { next: /^-?\d+$/u.test(start ?? '') ? Number(start) : 1 } : {};
}

function roleOf(tag: string, attributes: Record<string, string>): Hint['role'] | null {
  const names = `${attributes.class ?? ''} ${attributes.id ?? ''} ${attributes.itemprop ?? ''} ${attributes['data-role'] ?? ''}`;
  for (const [pattern, role] of classes) if (pattern.test(names)) return role;
  if (tag === 'figcaption') return 'caption';
  if (tag === 'nav' || tag === 'footer') return 'furniture';
  // A point of a list is text, however short it is; what is in it may say otherwise.
  if (tag === 'li') return 'paragraph';
  return null;
}

function put(out: SourceText, block: Block, top: number): void {
  const { text, bold, role, heading } = block;
  const letters = text.replace(/\s/gu, '').length;
  const strong = bold >= letters * 0.9 && letters <= 60;
  if (role) out.add(text, role);
  else if (heading > 0) {
    if (heading === top) out.starts();
    out.add(text, heading === top ? 'headline' : 'subhead');
  } else out.add(text, strong ? 'strong' : null);
}
