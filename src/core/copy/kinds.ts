/**
 * What kinds of stories the items of a page are: what `kindOf` says of each by rule, and what pages with their truths taught of its
 * label, its head, its by-line, its text and its neighbours, added up. Measured (`scripts/kind-weights.mjs`), not thought out.
 */
import type { StoryKind } from '../story/index.ts';
import { hashOf } from './hash.ts';
import type { Item, Part } from './items.ts';
import { kindOf } from './kind.ts';
import { STEP, WEIGHTS } from './lexicon/kind-weights.ts';
import { argues, arguesLatin } from './lexicon/lines.ts';
import { surnames } from './lexicon/people.ts';
import { weightsFrom } from './lexicon/written.ts';
import { widthOf } from './lines.ts';

export const KINDS: readonly StoryKind[] = ['article', 'photo', 'brief', 'commentary', 'notice'];

/** Boxes that the weights of a kind's signs share. */
export const KIND_BOXES = 1 << 13;

/** A word's weight beside a sign's: there are many of them. */
const WORD = 0.5;

export type KindSigns = ReadonlyMap<number, number>;

const textOf = (parts: readonly Part[]): string => parts.map((p) => p.piece.line.text.slice(p.from, p.to)).join('');

class Put {
  readonly boxes = new Map<number, number>();

  sign(name: string, value = 1): void {
    const h = hashOf(name);
    const box = ((h >>> 13) ^ h) & (KIND_BOXES - 1);
    this.boxes.set(box, (this.boxes.get(box) ?? 0) + value);
  }

  /** A text's words: two Han that follow each other, Latin words; and its ends. */
  words(where: string, text: string): void {
    const plain = text.toLowerCase().replace(/\d+/gu, '#');
    const latin = !/\p{Script=Han}/u.test(plain);
    const units = latin ? plain.split(/[^\p{L}#’']+/u).filter(Boolean) : [...plain.replace(/\s+/gu, '')];
    for (const [i, w] of units.entries()) {
      if (latin) this.sign(`${where}w${w}`, WORD);
      if (i > 0) this.sign(`${where}b${units[i - 1]}${w}`, WORD);
    }
    this.sign(`${where}^${units.slice(0, 2).join(' ')}`, WORD);
    this.sign(`${where}$${units.slice(-2).join(' ')}`, WORD);
    this.sign(`${where}$${units.at(-1) ?? ''}`, WORD);
  }
}

/** Who signs: nobody, somebody of the paper, a name alone, a name with a post, another. */
function signer(byline: string): string {
  if (byline === '') return 'nobody';
  if (/记者|記者|通讯员|通訊員|报道|報導|by |staff|correspondent|reporter/iu.test(byline)) return 'reporter';
  const bare = byline.replace(/[\s\u3000（）()◎□■●△▲]/gu, '');
  if (bare.length <= 3 && surnames.has(bare[0] as string)) return 'name';
  return /\p{Script=Han}/u.test(bare) ? 'post' : 'latin';
}

const step = (n: number, of: readonly number[]): number => of.filter((x) => n >= x).length;

function ownSigns(put: Put, item: Item): void {
  const body = item.body.map((b) => textOf(b.parts)).join('\n');
  const ems = widthOf(body) / (/\p{Script=Han}/u.test(body) ? 1 : 1.6);
  const label = textOf(item.label);
  const headline = textOf(item.headline);
  put.sign(`label ${label !== ''}`);
  put.sign(`head ${headline !== ''}${item.kicker.length > 0}${item.deck.length > 0}`);
  if (label !== '') put.words('l', label);
  if (headline !== '') put.words('h', headline);
  put.sign(`asks ${/[？?！!]/u.exec(headline)?.[0] ?? ''}`);
  put.sign(`signed ${signer(textOf(item.byline))}`);
  put.words('s', textOf(item.byline).slice(-8));
  put.sign(`ems ${step(ems, [40, 80, 140, 220, 320, 480, 700])}`);
  const paragraphs = item.body.filter((b) => b.type === 'paragraph').length;
  put.sign(`paragraphs ${Math.min(5, paragraphs)}`);
  put.sign(`subheads ${Math.min(2, item.body.length - paragraphs)}`);
  put.sign(`place ${(item.body[0]?.parts[0]?.piece.says.dateline ?? 0) > 0}`);
  put.sign(`credit ${item.credit.length > 0}${paragraphs === 1}`);
  put.sign(`photo ${item.photo}`);
  put.sign(`brief ${item.brief}${paragraphs === 1}`);
  const often = (found: RegExp): number => ((body.match(found)?.length ?? 0) / Math.max(40, ems)) * 100;
  put.sign(`argues ${step(often(argues) + often(arguesLatin), [0.01, 0.4, 0.9, 1.8])}`);
  put.sign(`I ${step(often(/我(?!们|們|[国省市县區区院校])|\bI\b|\bmy\b/gu), [0.01, 0.5, 1.5])}`);
  put.sign(`we ${step(often(/我们|我們|\bwe\b|\bour\b/gu), [0.01, 0.5, 1.5])}`);
  put.sign(`told ${/记者|記者|本报讯|本報訊|据悉|了解到/u.test(body.slice(0, 120))}`);
  const first = textOf(item.body[0]?.parts ?? []);
  put.sign(`f${first.slice(0, 2)}`, WORD);
  put.sign(`f${first.slice(0, 4)}`, WORD);
  put.sign(`e${body.slice(-4)}`, WORD);
}

/** The nearest label over an item is looked for no further than so many items. */
const NEAR = 6;

export function kindSigns(items: readonly Item[], i: number, opinion: boolean): KindSigns {
  const put = new Put();
  const item = items[i] as Item;
  put.sign('*');
  put.sign(`rule ${kindOf(item, opinion)}`, 2);
  put.sign(`opinion ${opinion}`);
  ownSigns(put, item);
  const [before, after] = [items[i - 1], items[i + 1]];
  put.sign(`before ${before ? kindOf(before, opinion) : ''}${item.label.length > 0}`);
  put.sign(`after ${after ? kindOf(after, opinion) : ''}${(after?.label.length ?? 0) > 0}`);
  if (item.label.length === 0) {
    const over = items.slice(Math.max(0, i - NEAR), i).findLast((q) => q.label.length > 0);
    if (over) put.words('o', textOf(over.label));
  }
  return put.boxes;
}

/** What the weights, `KINDS` to a box, say of each kind. */
export function kindSums(signs: KindSigns, weights: ArrayLike<number>): number[] {
  const sums = KINDS.map(() => 0);
  for (const [box, value] of signs)
    for (const k of KINDS.keys()) sums[k] = (sums[k] as number) + (weights[box * KINDS.length + k] as number) * value;
  return sums;
}

/** In nats: where little is known the rule decides. */
const RULED = 2.2;

let table: Int8Array | null = null;

/** @param opinion the page's head says that it argues */
export function kindsOf(items: readonly Item[], opinion: boolean): StoryKind[] {
  table ??= weightsFrom(WEIGHTS);
  const weights = table;
  return items.map((item, i) => {
    const sums = kindSums(kindSigns(items, i, opinion), weights);
    const ruled = KINDS.indexOf(kindOf(item, opinion));
    sums[ruled] = (sums[ruled] as number) + RULED / STEP;
    return KINDS[sums.indexOf(Math.max(...sums))] as StoryKind;
  });
}
