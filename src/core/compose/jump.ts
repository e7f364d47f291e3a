/**
 * 转版: a story that goes on on another page. The lines that say so are computed at both ends, from where the articles
 * stand now, and never typed (guide §2.1, §6.4).
 */
import { type Article, continuationOf, locateArticle, type Page, type Project } from '../document/index.ts';
import type { Language, Story } from '../story/index.ts';

const DIGITS = '零一二三四五六七八九';

/** 1…99 in Chinese numerals as page numbers are written: 二, 十二, 二十. */
function chineseNumber(n: number): string {
  if (n < 10) return DIGITS[n] as string;
  if (n > 99) return String(n);
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}十${n % 10 ? DIGITS[n % 10] : ''}`;
}

const SMALL_WORDS = new Set(['the', 'a', 'an', 'of', 'on', 'in', 'to', 'for', 'and', 'at', 'with', 'from', 'by', 'is', 'are']);

/** The word of a headline that names the story at both ends of an English jump. */
function keyword(story: Story): string {
  const words = (story.headline?.text ?? '').split(/[^\p{L}\d'’-]+/u).filter((w) => w && !SMALL_WORDS.has(w.toLowerCase()));
  return (words[0] ?? '').toUpperCase();
}

function toText(story: Story, page: number, language: Language): string {
  if (language === 'en') return `See ${keyword(story) || 'story'}, Page ${page}`;
  return language === 'zh-Hant' ? `（下轉第${chineseNumber(page)}版）` : `（下转第${chineseNumber(page)}版）`;
}

function fromText(story: Story, page: number, language: Language): string {
  if (language === 'en') return `${keyword(story) || 'Continued'}: from Page ${page}`;
  return `（上接第${chineseNumber(page)}版）`;
}

/** What an article's body says at its two ends; null where it neither comes from nor goes to another page. */
export interface Jumps {
  readonly from: string | null;
  readonly to: string | null;
}

export function jumpsOf(project: Project, article: Article, story: Story): Jumps {
  const source = article.continues ? locateArticle(project, article.continues) : null;
  const next = continuationOf(project, article.id);
  return {
    from: source ? fromText(story, source.page.number, story.language) : null,
    to: next ? toText(story, next.page.number, story.language) : null,
  };
}

/** The article this one goes on with; null for one that begins its story, or whose chain comes back to itself. */
export function sourceOf(project: Project, article: Article): { page: Page; article: Article } | null {
  const seen = new Set([article.id]);
  let at: Article | null = article;
  while (at?.continues) {
    if (seen.has(at.continues)) return null;
    seen.add(at.continues);
    at = locateArticle(project, at.continues)?.article ?? null;
  }
  return article.continues ? locateArticle(project, article.continues) : null;
}
