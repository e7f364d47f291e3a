/** Whose style a key of type is meant for: what stands under the caret, or what is selected. */
import type { Article, Page, Project, TextRole } from '../../core/document/index.ts';
import { findArticle } from '../../core/document/index.ts';
import type { TextPlace } from '../../core/story/index.ts';
import { caretNow, textsNow } from './caret.ts';
import { type Desk, pageOf } from './desk.ts';
import { onlyArticle, pickedFrames, placesOf } from './selection.ts';

export interface Styled {
  readonly project: Project;
  readonly page: Page;
  readonly article: Article;
  readonly role: TextRole;
}

function roleOf(project: Project, story: string, place: TextPlace): TextRole {
  if (place.field === 'pictureCredit') return 'credit';
  if (place.field !== 'body') return place.field;
  const type = project.stories[story]?.body[place.block]?.type ?? 'paragraph';
  return type === 'paragraph' ? 'body' : type;
}

/** What the caret writes in; null in free text and where the story is not on the page that is shown. */
function underCaret(project: Project, page: Page): Styled | null {
  const caret = caretNow();
  if (!caret || caret.home.kind === 'free') return null;
  const place = textsNow()[caret.focus.passage]?.place;
  const id = placesOf([page], caret.home.story)[0]?.article;
  const article = id ? findArticle(page, id) : null;
  return place && article ? { project, page, article, role: roleOf(project, caret.home.story, place) } : null;
}

/** An article's headline, or the words of the one frame of it that is selected. */
function selected(s: Desk, project: Project, page: Page): Styled | null {
  const id = onlyArticle(page, s.selected);
  const article = id ? findArticle(page, id) : null;
  if (!article) return null;
  const [frame] = s.selected.length === 1 && s.selected[0]?.startsWith('frame:') ? pickedFrames(page, s.selected) : [];
  const kind = frame?.shows.kind;
  const role: TextRole = kind === 'body' ? 'body' : kind === 'caption' ? 'caption' : 'headline';
  return role === 'headline' && !project.stories[article.story]?.headline ? null : { project, page, article, role };
}

export function styledNow(s: Desk): Styled | null {
  const page = pageOf(s);
  if (!s.project || !page) return null;
  return caretNow() ? underCaret(s.project, page) : selected(s, s.project, page);
}
