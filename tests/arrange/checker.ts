/** What every arrangement must keep, checked from the frames alone. Shares no code with the search. */
import type { Frame, Page, Project } from '../../src/core/document/index.ts';

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}
const box = (f: Frame): Box => ({ x0: f.at.column, y0: f.at.line, x1: f.at.column + f.at.columns, y1: f.at.line + f.at.lines });
const meet = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const whole = (n: number): boolean => Number.isInteger(n);
const named = (f: Frame): string => `${f.id} (${f.at.column},${f.at.line} ${f.at.columns}×${f.at.lines})`;

function geometry(page: Page): string[] {
  const wrong: string[] = [];
  for (const f of page.frames) {
    const b = box(f);
    if (![b.x0, b.y0, b.x1, b.y1].every(whole)) wrong.push(`off the grid: ${named(f)}`);
    if (b.x0 < 0 || b.y0 < 0 || b.x1 > page.grid.columns || b.y1 > page.grid.lines) wrong.push(`outside the type area: ${named(f)}`);
    if (f.at.columns < 1 || f.at.lines < 1) wrong.push(`no size: ${named(f)}`);
  }
  page.frames.forEach((a, i) => {
    for (const b of page.frames.slice(i + 1)) if (meet(box(a), box(b))) wrong.push(`overlap: ${named(a)} and ${named(b)}`);
  });
  if (new Set(page.frames.map((f) => f.id)).size !== page.frames.length) wrong.push('two frames with one id');
  return wrong;
}

/** Text of a story that must stand in a body frame. */
const bodyText = (project: Project, story: string): boolean =>
  project.stories[story]?.kind !== 'photo' && (project.stories[story]?.body.some((b) => b.text.trim()) ?? false);

function headWithText(frames: readonly Frame[], photoStory: boolean): string[] {
  const head = frames.find((f) => f.shows.kind === 'head');
  const body = frames.find((f) => f.shows.kind === 'body');
  if (head?.shows.kind !== 'head') return [];
  const h = box(head);
  const others = frames.filter((f) => f !== head);
  if (others.length === 0) return [];
  if (head.shows.form === 'over') {
    // Directly under the head, at its left edge, stands its own text, picture or caption.
    const under = others.some((f) => box(f).y0 - h.y1 >= 0 && box(f).y0 - h.y1 <= 1 && box(f).x0 === h.x0);
    // A photo story's small head may stand under its picture.
    const hangs =
      photoStory && others.some((f) => f.shows.kind === 'photo' && h.y0 - box(f).y1 >= 0 && h.y0 - box(f).y1 <= 1 && box(f).x0 === h.x0);
    if (!under && !hangs) return [`head apart from its text: ${named(head)}`];
    if (body && (box(body).x0 < h.x0 || box(body).x1 > h.x1)) return [`text out from under its head: ${named(body)}`];
    const climbs = frames.filter((f) => f.shows.kind === 'body' && box(f).y0 < h.y1);
    return climbs.map((f) => `text above its head: ${named(f)}`);
  }
  return body && box(body).x0 === h.x1 && box(body).y0 === h.y0 ? [] : [`head apart from its text: ${named(head)}`];
}

function captions(frames: readonly Frame[], photoStory: boolean): string[] {
  return frames.flatMap((f) => {
    if (f.shows.kind !== 'caption') return [];
    const picture = f.shows.picture;
    const own = frames.filter((p) => p.shows.kind === 'photo' && (photoStory || p.shows.picture === picture));
    const b = box(f);
    const head = frames.find((x) => x.shows.kind === 'head');
    // A photo story's small head may stand between picture and caption.
    const near = [...own, ...(photoStory && head ? [head] : [])].some(
      (p) => b.y0 >= box(p).y1 && b.y0 - box(p).y1 <= 1 && b.x0 < box(p).x1 && b.x1 > box(p).x0,
    );
    return near ? [] : [`caption apart from its picture: ${named(f)}`];
  });
}

function thread(frames: readonly Frame[]): string[] {
  const bodies = frames.filter((f) => f.shows.kind === 'body');
  return bodies.slice(1).flatMap((f, i) => (box(f).x0 >= box(bodies[i] as Frame).x1 ? [] : [`text turns back: ${named(f)}`]));
}

/** Every fault of the articles on a page; an empty list for a lawful page. */
export function faults(project: Project, page: Page): string[] {
  const wrong = geometry(page);
  for (const a of page.articles) {
    const story = project.stories[a.story];
    if (!story) {
      wrong.push(`article ${a.id} shows no story`);
      continue;
    }
    const own = page.frames.filter((f) => f.article === a.id);
    if (bodyText(project, a.story) && !own.some((f) => f.shows.kind === 'body')) wrong.push(`text lost: ${a.story}`);
    const hasHead = [story.label, story.kicker, story.headline, story.deck, story.byline].some((p) => p?.text.trim());
    if (hasHead && own.filter((f) => f.shows.kind === 'head').length !== 1) wrong.push(`head lost: ${a.story}`);
    story.pictures.forEach((p, i) => {
      const shown = own.filter((f) => f.shows.kind === 'photo' && f.shows.picture === i).length;
      if (shown !== 1) wrong.push(`picture ${i} of ${a.story} shown ${shown} times`);
      const said = own.some((f) => f.shows.kind === 'caption' && f.shows.picture === i);
      if (story.kind !== 'photo' && (p.caption?.text.trim() || p.credit?.text.trim()) && !said)
        wrong.push(`caption ${i} of ${a.story} lost`);
    });
    if (story.kind === 'photo' && (story.body.length > 0 || story.credit) && !own.some((f) => f.shows.kind === 'caption'))
      wrong.push(`caption lost: ${a.story}`);
    wrong.push(...headWithText(own, story.kind === 'photo'), ...captions(own, story.kind === 'photo'), ...thread(own));
  }
  for (const f of page.frames)
    if (f.article !== null && !page.articles.some((a) => a.id === f.article)) wrong.push(`no article for ${named(f)}`);
  return wrong;
}

/** Stories that stand on the page more than once, or not at all though they should. */
export function missing(page: Page, storyIds: readonly string[], excused: readonly string[]): string[] {
  return storyIds.flatMap((id) => {
    const times = page.articles.filter((a) => a.story === id).length;
    if (times === 1) return [];
    return times === 0 && excused.includes(id) ? [] : [`${id} stands ${times} times`];
  });
}
