import type { Finding } from '../../core/check/index.ts';
import { desk, setDesk } from '../state/desk.ts';
import { articleKey, frameKey, stillThere } from '../state/selection.ts';

/** Go to what a finding is about: its page, with its frame or article taken, and its story beside it. */
export function goToFinding(f: Finding): void {
  const s = desk();
  const page = s.project?.pages.find((p) => p.id === f.page);
  const key = f.article && page?.articles.some((a) => a.id === f.article) ? articleKey(f.article) : f.frame ? frameKey(f.frame) : null;
  setDesk({
    ...(page ? { page: page.id, selected: key ? stillThere(page, [key]) : [] } : {}),
    ...(f.story && s.project?.stories[f.story] ? { story: f.story } : {}),
  });
}
