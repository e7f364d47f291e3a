/** The line at a page's head or foot: page number, date, weekday, paper, section, in any order and number (guide §2.1 报眉). */

import { setClose } from './people.ts';

const page =
  /^(?:第?[ \u3000]?[A-Z]?\d{1,3}[ \u3000]?[版页頁]?|[A-Z]?\d{1,3}[—–-]+[A-Z]?\d{1,3}版?|第?[〇零一二三四五六七八九十百]{1,4}版|第[〇零一二三四五六七八九十百]{1,4}[页頁]|page [A-Z]?\d{1,3})$/iu;
const date =
  /^(?:(?:19|20)\d\d ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?|\d{1,2}月\d{1,2}日|(?:19|20)\d\d年?|[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十廿卅]{1,3}日|(?:中華)?民國[\d一二三四五六七八九十○〇]{2,5}年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日|1\d\d\.\d{1,2}\.\d{1,2})(?:星期|周|週)?[一二三四五六日天]?$/u;
const weekday = /^(?:(?:星期|周|週|禮拜)[一二三四五六日天]|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu;
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const dateLatin = new RegExp(
  `^(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?(?:(?:${month})\\.? \\d{1,2}|\\d{1,2} (?:${month})\\.?)(?: (?:19|20)\\d\\d)?)$`,
  'iu',
);
const lunar = /^(?:农历|農曆|夏历)?[\p{Script=Han}]{0,4}年?[正二三四五六七八九十冬腊臘闰閏]{1,3}月[初十廿卅一二三四五六七八九]{2,3}$/u;
const paper =
  /^(?:[\p{Script=Han}]{2,6}(?:日报|晚报|晨报|早报|时报|商报|都市报|周报|週報|日報|晚報|時報|早報|導報|快报|快報|周刊|週刊|月刊|专刊)|(?:the )?[\p{L}&’' -]{2,28} (?:daily|ledger|times|herald|post|journal|star-journal|gazette|tribune|chronicle|courier|observer|examiner|sentinel|register|dispatch|bulletin|news))$/iu;
const section =
  /^(?:\p{Script=Han}{2,6}(?:报业)?集团|[\p{Script=Han}]{2,6}(?:·[\p{Script=Han}]{2,6})?|\p{Lu}[\p{L}’']+(?:(?: | & )\p{L}+){0,2})$/u;
const staff =
  /^(?:本版编辑|责任编辑|责编|编辑|版式|版面|版面设计|版面設計|美编|美編|美术编辑|视觉|制图|统筹|策划|组版|排版|校对|検校|检校|審校|審核|审校|責任編輯|美術編輯|文字編輯|圖片編輯|責編|編輯|校對|爆料电话|新闻热线|电话|邮箱)(?:[:： ]?[\p{Script=Han}]{2,4}|[:： ]?[\w@.-]{5,40})?$/u;

const post = /^(?:本版编辑|责任编辑|责编|编辑|版面设计|版式|美编|组版|校对|制图|视觉|爆料|电话)/u;

type Token = 'page' | 'date' | 'weekday' | 'paper' | 'section' | 'staff' | 'strange';

function tokenOf(raw: string): Token {
  // 2015年8月10日（星期一）
  const text = raw.replace(/[（(](?:星期|周|週)?([一二三四五六日天])[）)]$/u, '星期$1');
  if (page.test(text)) return 'page';
  if (date.test(text) || dateLatin.test(text) || lunar.test(text)) return 'date';
  if (weekday.test(text)) return 'weekday';
  if (paper.test(text)) return 'paper';
  if (staff.test(text) || /^[\d-]{4,12}$/u.test(text)) return 'staff';
  return section.test(text) ? 'section' : 'strange';
}

/** How surely a line is a page's head or foot, 0…1. Two or more of number, date, weekday and paper say so, beside sections and staff. */
export function folioScore(line: string): number {
  if (line.length > 90) return 0;
  // 第A11版：视点: the section is named by its number.
  const text = setClose(line.replace(/\u00a0/gu, ' ')).replace(/^(第?[ \u3000]?[A-D]?\d{1,3}[ \u3000]?版)[:：](?=\S)/u, '$1 ');
  const wide = text
    .split(/[ \u3000]*[|｜•‧／]+[ \u3000]*|[ \u3000]+[-—–·/][ \u3000]+|[,，][ \u3000]*|[ \u3000]{2,}|\u3000/u)
    .filter(Boolean);
  // What the way here took the spaces from: 第A11版视点2023年5月11日星期四.
  const close = text.replace(
    /(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|(?:星期|周)[一二三四五六日天]|^第?[A-D]?\d{1,3}(?:版|(?=[^版\d年]\p{Script=Han}))|第?[A-D]\d{1,3}版|(?<=[ \u3000])[A-D]\d{1,2}(?=\p{Script=Han})|(?:本版编辑|责任编辑|责编|编辑|美编|版面设计|版式|组版|校对|制图|视觉|(?:爆料|新闻|报料)?(?:电话|热线))[:：]?)/gu,
    ' $& ',
  );
  return Math.max(
    scoreOf(wide),
    close === text ? 0 : scoreOf(close.split(/[ \u3000|｜•·‧／/,，:：—–-]+/u).filter(Boolean)),
    /\p{Script=Han}/u.test(text) ? scoreOf(text.split(/[ \u3000|｜•·‧／/,，—–-]+/u).filter(Boolean)) : 0,
  );
}

function scoreOf(parts: readonly string[]): number {
  const tokens = parts.map(tokenOf);
  // 编辑 蔡小星: the name belongs to the post before it.
  for (const [i, t] of tokens.entries())
    if (t === 'section' && tokens[i - 1] === 'staff' && /^\p{Script=Han}{2,4}$/u.test(parts[i] as string)) tokens[i] = 'staff';
  if (tokens.length < 2 || tokens.length > 14 || tokens.includes('strange')) return 0;
  // 本版编辑袁梅版面设计阿松: nothing but who made the page.
  if (tokens.length >= 2 && tokens.every((t) => t === 'staff') && parts.filter((t) => post.test(t)).length >= 2) return 0.9;
  const kinds = new Set(tokens.filter((t) => t === 'page' || t === 'date' || t === 'weekday' || t === 'paper'));
  // The page's number and who made it.
  const made = kinds.has('page') && tokens.includes('staff');
  if ((kinds.size < 2 && !made) || tokens.filter((t) => t === 'section').length > 3) return 0;
  return 0.9;
}

/** A section's name and the page's number, and nothing else: 要闻 3, NEWS 7. Only a page's edge makes it a folio. */
export const sectionAndPage = (text: string): boolean => {
  const m = /^(?:([A-D]?\d{1,3})[ \u3000|·]+(\D{2,24})|(\D{2,24}?)[ \u3000|·]+([A-Z]?\d{1,3}(?:[—–-]+[A-Z]?\d{1,3})?))$/u.exec(text);
  if (!m) return false;
  const name = (m[2] ?? m[3]) as string;
  return (
    /^[\p{Lu} &]+$/u.test(name) || /^\p{Lu}\p{Ll}+(?: (?:& |and )?\p{Lu}\p{Ll}+){0,2}$/u.test(name) || /^[\p{Script=Han}]{2,4}$/u.test(name)
  );
};
