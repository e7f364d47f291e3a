/** What kind of story an item is, from its label, its signature and its words (guide §2.1). */
import type { StoryKind } from '../story/index.ts';
import type { Item, Part } from './items.ts';
import { argues, arguesLatin, commentaryLabel, exhorts, looseCommentary, noticeLabel, photoLabel } from './lexicon/lines.ts';
import { widthOf } from './lines.ts';

const textOf = (parts: readonly Part[]): string => parts.map((p) => p.piece.line.text.slice(p.from, p.to)).join('');

/** Ems of text up to which an item of a column of briefs is a brief. */
const briefEms = 320;
/** Arguing phrases in 100 ems, from which an article signed by a bare name is a commentary. */
const arguing = 0.9;

/** @param opinion the page's head says that it argues: 观点, 评论, Opinion */
export function kindOf(item: Item, opinion = false): StoryKind {
  const label = textOf(item.label);
  const headline = textOf(item.headline);
  const byline = textOf(item.byline);
  const body = item.body.map((b) => textOf(b.parts)).join('');
  if (noticeLabel.test(label) || noticeLabel.test(headline)) return 'notice';
  const paragraphs = item.body.filter((b) => b.type === 'paragraph').length;
  if (item.photo || (photoLabel.test(label) && paragraphs <= 1 && item.byline.length === 0)) return 'photo';
  // What stands in a column of briefs and has a kicker over its headline is no brief.
  if (item.brief && item.kicker.length + item.deck.length === 0 && paragraphs <= 2 && widthOf(body) <= briefEms) return 'brief';
  const reported = /记者|記者/u.test(byline) && looseCommentary.test(label);
  if ((commentaryLabel.test(label) && !reported) || /评论员|評論員|社论|社論|编委会|editorial board|columnist/iu.test(byline))
    return 'commentary';
  const reports = item.body[0]?.parts[0]?.piece.says.dateline || /记者|記者|新华社|新華社|^据/u.test(byline);
  if (opinion && headline !== '' && paragraphs > 0 && !reports) return 'commentary';
  if (/^(?:社论|社論|短评|时评|评论)[:：]/u.test(headline)) return 'commentary';
  if (/记者|記者|[文图圖][/／]|摄影|攝影|通讯员|通訊員|报道|報導|staff|by /iu.test(byline) && byline !== '' && !/^by /iu.test(byline))
    return 'article';
  // 据央视: another's news.
  if (/^据|^據/u.test(byline)) return 'article';
  // What a doctor advises is no opinion.
  if (/医院|醫院|医生|醫生|医师|醫師|营养师|營養師|兽医|农技/u.test(byline)) return 'article';
  const ems = widthOf(body);
  const found = (body.match(argues)?.length ?? 0) + (body.match(arguesLatin)?.length ?? 0);
  const often = (found / ems) * 100;
  // Question and answer: nobody argues.
  if (item.body.filter((b) => /^[问問][:：]/u.test(textOf(b.parts))).length >= 2) return 'article';
  // 记者手记: what the reporter makes of it, where he makes something of it.
  if (/(?:手记|手記)$/u.test(label) && found >= 2) return 'commentary';
  if (byline === '' || found === 0) return 'article';
  if (exhorts.test(headline) || looseCommentary.test(label)) return 'commentary';
  return found >= 3 && ((ems > 150 && often >= arguing) || (ems > 60 && often >= 2 * arguing)) ? 'commentary' : 'article';
}
