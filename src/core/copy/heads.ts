/** How well lines of display type go together as one headline block: which is the kicker, which the headline, which the deck. */

import { features } from './features.ts';
import { acts, answers, asks, functionWord, told, wantsMore, whole } from './lexicon/heads.ts';
import type { Piece } from './piece.ts';

/** 守护群众温暖过冬——: what is said before the headline goes over to it. */
const goesOver = (p: Piece): boolean => /(?:—|–|─|－|--)$/u.test(p.text);

/** 前旗：… : who or where, and after the colon what: a headline's form. */
const named = (p: Piece): boolean => features.sourced(p) === 0 && /^[^：:]{2,10}[：:][^：:]{4,}$/u.test(p.text);

/** 记者的脚印: a phrase with 的 is the headline's; what explains it, over it or under it, is a plain statement. */
const saysMore = (one: Piece, other: Piece): boolean => /的/u.test(one.text) && !/的/u.test(other.text);

const inner = (p: Piece): boolean => /\S[ \u3000]+\S/u.test(p.text) && !p.latin;

/**
 * How well `k` stands as the kicker of `h`. The headline is set largest, so it is the shorter of two lines
 * as a rule; a short kicker gives itself away by its spaces.
 */
export function afterKicker(k: Piece, h: Piece): number {
  let cost = -0.8;
  if (k.latin) return cost + (k.text === k.text.toUpperCase() && h.text !== h.text.toUpperCase() ? 1.2 : -1) - (k.width > 20 ? 1 : 0);
  if (k.width > h.width * 1.1 && k.width > 8) cost += 0.6;
  if (inner(k) && !inner(h)) cost += 1;
  if (inner(h) && !inner(k)) cost += 0.4;
  if (k.width <= 9 && k.width < h.width) cost += 0.2;
  if (h.width > k.width * 1.9) cost -= 0.4;
  if (goesOver(k)) cost += 3;
  if (saysMore(h, k)) cost += 0.5;
  if (acts.test(k.text) && !acts.test(h.text)) cost += 0.8;
  if (whole.test(k.text)) cost -= acts.test(h.text) ? 0.8 : inner(k) ? 0 : 0.5;
  if (named(k) !== named(h)) cost += named(h) ? 0.6 : -0.8;
  return cost;
}

/** How well two lines make one headline. */
export function twoLines(a: Piece, b: Piece): number {
  let cost = -1.5 + b.glued * 1.6;
  if (a.open) cost += 2.4;
  if (a.latin) {
    if (features.newsy(a) > 0 && features.newsy(b) > 0) cost -= 1.5;
    if (/^\p{Ll}/u.test(b.text)) cost += 3;
    if (functionWord.test(a.text)) cost += 3;
    if (Math.abs(a.width - b.width) <= 6 && a.width <= 22) cost += 1;
    return cost;
  }
  if (goesOver(a)) cost -= 2.5;
  // 修钢笔的人: a title of few characters; a sentence with a comma under it is its deck.
  if (b.width > a.width * 2 && /[，,]/u.test(b.text)) cost -= 1.5;
  // Two phrases with white between are a headline by themselves.
  if (inner(a) !== inner(b)) cost -= 1.2;
  else if (inner(a) && Math.abs(a.width - b.width) > 0.5) cost -= 1.2;
  if (named(a)) cost -= 0.8;
  // 西瓜皮别乱扔 这个小区拿它换鸡蛋: of whom it speaks has been said in the line above.
  if (a.width <= 12 && /[它他她]/u.test(b.text) && !/[它他她]/u.test(a.text)) cost += 1.5;
  // 居民：…  城管：…: one says and the other answers.
  if (answers.test(a.text) && answers.test(b.text)) cost += 4;
  // 他把审批权当作“摇钱树”, 从“第一个大学生”到阶下囚: each says all of it.
  if (/^[他她]/u.test(a.text) || /^[从從].{2,}[到至]/u.test(b.text)) cost -= 1.5;
  // What happened, and what is asked about it.
  if (
    !/的[^，,的]{2,4}$/u.test(a.text) &&
    asks.test(b.text) &&
    !asks.test(a.text) &&
    !/[，,]/u.test(b.text) &&
    Math.abs(a.width - b.width) < 6
  )
    cost += 1.5;
  if (whole.test(a.text)) cost -= 1.5;
  if (wantsMore.test(a.text) && !told.test(a.text) && a.width <= 14) cost += 1.6;
  if (Math.abs(a.width - b.width) <= 0.5 && inner(a) === inner(b)) cost += 1.1;
  else if (Math.abs(a.width - b.width) <= 1.5) cost += 0.5;
  return cost;
}

/** How well `d` stands as the deck of `h`. */
export function afterHeadline(h: Piece, d: Piece): number {
  let cost = -1.2 - d.glued * 0.6;
  if (d.width > h.width * 1.1) cost += 0.6;
  if (h.latin) {
    if (d.width > h.width * 1.15) cost += 1;
    if (d.ended || /,/u.test(d.text)) cost += 0.7;
    if (/^\p{Lu}\S*(?: \p{Ll}+)+/u.test(d.text)) cost += 0.3;
    return cost;
  }
  if ((wantsMore.test(h.text) && !told.test(h.text)) || goesOver(h)) cost -= 1;
  if (saysMore(d, h)) cost -= 0.5;
  if (acts.test(h.text) && !acts.test(d.text)) cost -= 0.5;
  if (whole.test(h.text)) cost += acts.test(d.text) ? 1 : inner(h) ? 0 : 0.6;
  if (named(h) !== named(d)) cost += named(h) ? 0.5 : -0.3;
  if (d.width >= 20) cost += 0.6;
  // Four characters over a longer line without a dash are a column's name, hardly a headline with its deck.
  if (h.width <= 5 && d.width > h.width * 1.8 && !/^[—－-]/u.test(d.text) && !/的/u.test(h.text)) cost -= 1.2;
  if (inner(h) && !inner(d)) cost -= 0.5;
  return cost;
}

/** How well another line belongs to the deck: the same block, a sentence that runs on, a second ——. */
export function moreDeck(a: Piece, b: Piece): number {
  if (b.says.byline > 0.4) return -5;
  let cost = -2 + b.glued * (b.latin ? 2 : 1);
  if (a.open) cost += 2;
  if (a.latin && (/^\p{Ll}/u.test(b.text) || functionWord.test(a.text))) cost += 3;
  if (/^[—－-]/u.test(a.text) && b.width > 6) cost += 0.4;
  return cost;
}
