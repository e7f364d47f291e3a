/** The text of the page under the caret: its lines as they stand now, and what text lies under a point. */
import type { Page } from '../../../core/document/index.ts';
import type { Part, Scene } from '../../../core/scene/index.ts';
import type { Point } from '../../canvas/camera.ts';
import { inside } from '../../canvas/hit.ts';
import { glyphs } from '../../painter.ts';
import { caretNow, textsNow } from '../../state/caret.ts';
import { desk, pageOf, sceneOf } from '../../state/desk.ts';
import { spotAt } from './caret.ts';
import { linesOn, type TextLine } from './lines.ts';
import { FREE_KEY, type Home, homeOf, type Spot, sameHome, textsOf } from './stream.ts';

/** Frames of a page whose lines run downwards. */
export const verticalFrames = (page: Page): Set<string> =>
  new Set(
    page.frames
      .filter((f) => (f.shows.kind === 'body' && f.shows.vertical) || (f.shows.kind === 'head' && f.shows.form === 'vertical'))
      .map((f) => f.id),
  );

const inkEnd = glyphs.inkEnd.bind(glyphs);

/** Lines read from a Scene once, as long as it and the stream stay what they are. */
const known = new WeakMap<Scene, { home: Home; keys: string; lines: readonly TextLine[] }>();

function linesOfScene(scene: Scene, page: Page, home: Home, keys: readonly string[], text: string): readonly TextLine[] {
  const name = home.kind === 'free' ? text : keys.join();
  const had = known.get(scene);
  if (had && had.keys === name && sameHome(had.home, home)) return had.lines;
  const lines = linesOn(scene, home, keys, text, verticalFrames(page), inkEnd);
  known.set(scene, { home, keys: name, lines });
  return lines;
}

/** The lines of a stream over all pages it stands on, in reading order. */
export function linesOf(home: Home): readonly TextLine[] {
  const { project, scenes } = desk();
  if (!project) return [];
  const texts = textsOf(project, home);
  const keys = texts.map((t) => t.key);
  const text = keys[0] === FREE_KEY ? (texts[0]?.passage.text ?? '') : '';
  return project.pages.flatMap((page) => {
    const scene = scenes[page.id];
    const stands = home.kind === 'free' ? page.id === home.page : page.articles.some((a) => a.story === home.story);
    return scene && stands ? linesOfScene(scene, page, home, keys, text) : [];
  });
}

/** The lines the caret runs through. */
export function linesNow(): readonly TextLine[] {
  const caret = caretNow();
  return caret ? linesOf(caret.home) : [];
}

const TEXT_ROLES: ReadonlySet<Part['role']> = new Set(['head', 'body', 'caption', 'text']);

/** The topmost frame with text under a point. */
export function textPartAt(p: Point): Part | null {
  const scene = sceneOf(desk());
  return scene?.parts.findLast((part) => TEXT_ROLES.has(part.role) && inside(part, p)) ?? null;
}

/** The stream a frame shows; of a caption that holds nothing yet, its picture's words. */
function homeOfPart(page: Page, part: Part): Home | null {
  const frame = page.frames.find((f) => f.id === part.frame);
  if (!frame) return null;
  if (frame.shows.kind === 'text') return { kind: 'free', page: page.id, frame: frame.id };
  const story = page.articles.find((a) => a.id === frame.article)?.story;
  if (!story) return null;
  for (const item of part.items) if (item.kind === 'glyphs' && item.source) return homeOf(item.source.story, item.source.place);
  if (frame.shows.kind === 'caption') return { kind: 'picture', story, picture: frame.shows.picture };
  return { kind: 'story', story, stream: frame.shows.kind === 'head' ? 'head' : 'body' };
}

/** What a press on a frame's text means: the stream, and the spot nearest to the point. */
export function textAt(part: Part, p: Point): { home: Home; spot: Spot } | null {
  const s = desk();
  const page = pageOf(s);
  const home = page && homeOfPart(page, part);
  if (!page || !home || !s.project) return null;
  const spot = spotAt(linesOf(home), textsOf(s.project, home), page.id, p, part.frame);
  return { home, spot: spot ?? { passage: 0, at: 0 } };
}

/** The spot of the caret's own stream nearest to a point of the page that is shown. */
export function spotUnder(p: Point): Spot | null {
  const page = desk().page;
  return page ? spotAt(linesNow(), textsNow(), page, p) : null;
}
