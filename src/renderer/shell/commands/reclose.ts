/** Changes after which the page closes again: articles swapped, promoted, pulled, added, and their edges moved by key. */
import type { Page } from '../../../core/document/index.ts';
import { type Importance, importances, type Story } from '../../../core/story/index.ts';
import { swapOf } from '../../state/ahead.ts';
import { commit } from '../../state/change.ts';
import { type Desk, desk, pageOf, setDesk, templateNow } from '../../state/desk.ts';
import { putStory } from '../../state/edits.ts';
import { reclose } from '../../state/reclose.ts';
import { articleKey, boundsOf, onlyArticle, placesOf } from '../../state/selection.ts';
import { wallsNow } from '../../tools/walls.ts';
import type { Available, Command } from './command.ts';

const one = (s: Desk): Available => {
  const page = pageOf(s);
  return page && onlyArticle(page, s.selected) ? true : 'noArticle';
};

const theOne = (): string | null => {
  const page = pageOf(desk());
  return page && onlyArticle(page, desk().selected);
};

const late = (s: Desk): Available => {
  if (!s.project || !s.page) return 'noPage';
  if (templateNow(s)) return 'onTemplate';
  if (!s.story) return 'noStory';
  return placesOf(s.project.pages, s.story).length > 0 ? 'placed' : true;
};

const boxOf = (page: Page, article: string) => boundsOf(page.frames.filter((f) => f.article === article));

/** The wall at the lower or the right edge of an article. */
function edgeWall(s: Desk, edge: 'bottom' | 'right'): string | null {
  const page = pageOf(s);
  const article = page && onlyArticle(page, s.selected);
  const at = page && article ? boxOf(page, article) : null;
  if (!at) return null;
  const wall = wallsNow().find((w) =>
    edge === 'bottom'
      ? w.kind === 'stack' &&
        w.at.line - (at.line + at.lines) >= 0 &&
        w.at.line - (at.line + at.lines) <= 5 &&
        w.at.column <= at.column &&
        w.at.column + w.at.columns >= at.column + at.columns
      : w.kind === 'side' && w.at.column === at.column + at.columns && w.at.line <= at.line && w.at.line + w.at.lines >= at.line + at.lines,
  );
  return wall?.id ?? null;
}

const edges: readonly Command[] = (
  [
    ['bottomDown', 'bottom', 1, ['Alt+Shift+ArrowDown']],
    ['bottomUp', 'bottom', -1, ['Alt+Shift+ArrowUp']],
    ['rightOut', 'right', 1, ['Alt+Shift+ArrowRight']],
    ['rightIn', 'right', -1, ['Alt+Shift+ArrowLeft']],
  ] as const
).map(([name, edge, by, keys]) => ({
  id: `article.${name}`,
  keys,
  repeats: true,
  available: (s) => (one(s) !== true ? one(s) : edgeWall(s, edge) ? true : 'noWall'),
  run: async () => {
    const id = edgeWall(desk(), edge);
    if (id) await reclose('wall.move', { kind: 'wall', id, by });
  },
}));

const storyNow = (s: Desk): Story | null => (s.project && s.story && s.project.stories[s.story]) || null;

function rank(importance: Importance | null): void {
  const story = storyNow(desk());
  if (!story) return;
  const { importance: _old, ...bare } = story;
  commit('story.importance', putStory(importance === null ? bare : { ...bare, importance }));
}

const ranks: readonly Command[] = [...importances, null].map((importance, i) => ({
  id: `story.importance.${importance ?? 'unset'}`,
  keys: [`Alt+Shift+Digit${importance === null ? 0 : i + 1}`],
  available: (s) => (storyNow(s) ? true : 'noStory'),
  checked: (s) => (storyNow(s)?.importance ?? null) === importance,
  run: () => rank(importance),
}));

export const recloseCommands: readonly Command[] = [
  {
    id: 'article.swap',
    keys: ['Alt+Shift+KeyX'],
    available: (s) => (swapOf(s) ? true : 'notTwo'),
    run: async () => {
      const swap = swapOf(desk());
      if (swap) await reclose('article.swap', swap);
    },
  },
  {
    id: 'article.lead',
    keys: ['Alt+Shift+KeyT'],
    available: one,
    run: async () => {
      const article = theOne();
      if (article) await reclose('article.lead', { kind: 'promote', article });
    },
  },
  {
    id: 'article.pull',
    keys: ['Shift+Delete'],
    available: one,
    run: async () => {
      const article = theOne();
      if (article && (await reclose('article.pull', { kind: 'pull', article }))) setDesk({ selected: [] });
    },
  },
  {
    id: 'story.add',
    keys: [],
    available: late,
    run: async () => {
      const { story } = desk();
      if (!story || !(await reclose('article.add', { kind: 'add', story }))) return;
      const article = pageOf(desk())?.articles.find((a) => a.story === story);
      if (article) setDesk({ selected: [articleKey(article.id)] });
    },
  },
  ...edges,
  ...ranks,
];
