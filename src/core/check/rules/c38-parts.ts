/** C38 必备: a story has a headline, a text its by-line or dateline, a picture its credit (guide §3.4). */
import type { Story } from '../../story/index.ts';
import type { Fault } from '../finding.ts';
import type { PageRule } from '../rule.ts';
import { nameOf, type PageView } from '../view.ts';

/** 电头 and its English fellow, and the by-line that a text carries in brackets (guide §2.1, §5.2). */
const DATELINE =
  /本报(?:[\p{Script=Han}]{0,8}\d{0,2}月?\d{0,2}日?)?(?:讯|电)|新华社|综合消息|[（(](?:记者|通讯员|见习记者|实习生)|^[A-Z][A-Z .,]+(?:\s*\([^)]*\))?\s*[—–-]/u;
/** What comes from another page is signed there. */
const CONTINUED = /^[（(]?(?:上接|紧接)|^[\w’' -]+:\s*[Ff]rom\s|^Continued\s+from/u;
/** Kinds that carry no by-line of their own. */
const UNSIGNED: ReadonlySet<Story['kind']> = new Set(['photo', 'brief', 'notice']);

const hasByline = (story: Story): boolean =>
  Boolean(story.byline?.text.trim()) ||
  CONTINUED.test(story.body[0]?.text ?? '') ||
  story.body.slice(0, 2).some((b) => DATELINE.test(b.text)) ||
  DATELINE.test(story.body.at(-1)?.text ?? '');

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    const { story, article } = block;
    const common = { article: article.id, story: story.id, frame: block.pieces[0]?.frame.id, at: block.rect ?? undefined };
    const figures = { story: nameOf(story) };
    if (!story.headline?.text.trim() && story.kind !== 'brief' && story.kind !== 'notice') yield { key: 'no-headline', figures, ...common };
    if (!UNSIGNED.has(story.kind) && story.body.length > 0 && !hasByline(story))
      yield { key: 'no-byline', severity: 'warning', figures, ...common };
    for (const photo of block.photos) {
      const index = photo.frame.shows.kind === 'photo' ? photo.frame.shows.picture : 0;
      const credit = story.kind === 'photo' && index === 0 ? story.credit : story.pictures[index]?.credit;
      if (!credit?.text.trim()) yield { key: 'no-credit', severity: 'warning', figures, ...common, frame: photo.frame.id, at: photo.rect };
    }
  }
}

export const c38: PageRule = { id: 'C38', severity: 'error', page: faults };
