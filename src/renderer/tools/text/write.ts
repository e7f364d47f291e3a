/** Writing at the caret: characters in and out, paragraphs cut and joined, looks and kinds. Each is an Edit of the project. */
import { normalise } from '../../../core/copy/index.ts';
import type { Edit, Frame, Page } from '../../../core/document/index.ts';
import { withPassage } from '../../../core/document/index.ts';
import type { Block, Mark, Story } from '../../../core/story/index.ts';
import { typed } from '../../../core/story/index.ts';
import { type Caret, caretNow, rangeOf, rememberCaret, selects, setWriting, textsNow, writing } from '../../state/caret.ts';
import { commit, Gesture, typeFrame, typeText } from '../../state/change.ts';
import { desk } from '../../state/desk.ts';
import { putStory } from '../../state/edits.ts';
import { clearMarks, hasLook, markPassage, overRange, replaceBlocks } from './passages.ts';
import { homeOf, placeKey, type Range, type Spot, type Text, textsOf } from './stream.ts';
import { spotAfter, spotBefore } from './words.ts';

const storyNow = (id: string): Story | null => desk().project?.stories[id] ?? null;

function freeFrame(caret: Caret): { page: Page; frame: Frame } | null {
  const { home } = caret;
  if (home.kind !== 'free') return null;
  const page = desk().project?.pages.find((p) => p.id === home.page);
  const frame = page?.frames.find((f) => f.id === home.frame);
  return page && frame ? { page, frame } : null;
}

const splice = (text: string, from: number, to: number, inserted: string): string => text.slice(0, from) + inserted + text.slice(to);
const flat = (text: string): string => text.replace(/\s*\n\s*/gu, ' ');

/** A stream without any passage gets its first: a paragraph of the body, or a headline. */
function firstPassage(caret: Caret, text: string): Story | null {
  if (caret.home.kind !== 'story') return null;
  const story = storyNow(caret.home.story);
  if (!story) return null;
  return caret.home.stream === 'body'
    ? { ...story, body: text.split('\n').map((t): Block => ({ type: 'paragraph', ...typed(t) })) }
    : { ...story, headline: typed(flat(text)) };
}

/** The story with a range of its text replaced; null where the caret is in no story. */
function replaced(caret: Caret, texts: readonly Text[], range: Range, text: string): Story | null {
  const story = caret.home.kind === 'free' ? null : storyNow(caret.home.story);
  if (!story) return null;
  if (texts.length === 0) return firstPassage(caret, text);
  const inBody = [range.from, range.to].every((s) => texts[s.passage]?.place?.field === 'body');
  if (inBody) return { ...story, body: replaceBlocks(story.body, range, text.split('\n')) };
  // Fields do not join: each loses what was selected of it, the first takes what is put in.
  const bare = overRange(story, texts, range, (p, from, to) => ({ ...p, text: splice(p.text, from, to, '') }));
  const place = texts[range.from.passage]?.place;
  return place ? withPassage(bare, place, (p) => ({ ...p, text: splice(p.text, range.from.at, range.from.at, flat(text)) })) : bare;
}

/** Where the caret stands after `text` took the place of a range. */
function spotPast(texts: readonly Text[], range: Range, text: string): Spot {
  const { from } = range;
  const lines = text.split('\n');
  const splits = lines.length > 1 && texts[from.passage]?.place?.field === 'body';
  if (splits || (texts.length === 0 && lines.length > 1))
    return { passage: from.passage + lines.length - 1, at: lines.at(-1)?.length ?? 0 };
  const inserted = texts[from.passage]?.key === 'free' ? text : flat(text);
  return { passage: from.passage, at: from.at + inserted.length };
}

/** The edit that puts `text` in the place of a range; null where the caret's text is gone. */
function editOf(caret: Caret, texts: readonly Text[], range: Range, text: string): Edit | null {
  const free = freeFrame(caret);
  if (free && free.frame.shows.kind === 'text') {
    const shows = { ...free.frame.shows, text: splice(texts[0]?.passage.text ?? '', range.from.at, range.to.at, text) };
    return { kind: 'frame', page: free.page.id, id: free.frame.id, after: { ...free.frame, shows } };
  }
  const only = range.from.passage === range.to.passage ? texts[range.from.passage] : undefined;
  if (caret.home.kind !== 'free' && only?.place && !text.includes('\n')) {
    const removed = only.passage.text.slice(range.from.at, range.to.at);
    return { kind: 'text', story: caret.home.story, place: only.place, at: range.from.at, removed, inserted: text };
  }
  const story = replaced(caret, texts, range, text);
  return story && putStory(story);
}

/** Typing in one place is joined into one undo; all else is one undo each. */
function change(caret: Caret, range: Range, text: string, label: string): boolean {
  const texts = textsNow();
  const edit = editOf(caret, texts, range, text);
  if (!edit) return false;
  if (label === 'text.type' && edit.kind === 'frame' && edit.after?.shows.kind === 'text') {
    const free = freeFrame(caret);
    return free !== null && typeFrame(free.page, free.frame, edit.after.shows.text, performance.now());
  }
  if (label === 'text.type' && edit.kind === 'text') {
    const before = texts[range.from.passage]?.passage.text ?? '';
    return typeText(edit.story, edit.place, before, splice(before, range.from.at, range.to.at, text), performance.now());
  }
  return commit(label, edit);
}

/** After an edit: the caret where it leads, remembered for undo, waiting for the page to be composed with it. */
function settle(before: Caret, focus: Spot, earlier: ReturnType<typeof lastEntry>, anchor = focus): void {
  setWriting({ caret: { ...before, anchor, focus, goal: null }, seek: writing().seek + 1, waiting: true });
  rememberCaret(before, earlier);
}
const lastEntry = () => desk().history.past.at(-1);

/** A range of the stream replaced by text; a line's end in it begins a paragraph. */
export function replaceRange(range: Range, text: string, label = 'text.type'): void {
  const caret = caretNow();
  if (!caret) return;
  const [texts, earlier] = [textsNow(), lastEntry()];
  if (!change(caret, range, text, label)) return;
  settle(caret, spotPast(texts, range, text), earlier);
}

/** What is selected, or the caret, replaced by text. */
export function insert(text: string, label?: string): void {
  const caret = caretNow();
  if (caret) replaceRange(rangeOf(caret), text, label);
}

export function enter(): void {
  const caret = caretNow();
  const place = caret && textsNow()[rangeOf(caret).from.passage]?.place;
  if (caret?.home.kind === 'free' || place?.field === 'body') insert('\n', 'text.split');
}

/** Backspace and Delete: what is selected, else one character or word; at a paragraph's edge its neighbour is joined. */
export function remove(forward: boolean, byWord: boolean): void {
  const caret = caretNow();
  if (!caret) return;
  const texts = textsNow();
  if (selects(caret)) {
    insert('', 'text.delete');
    return;
  }
  const to = forward ? spotAfter(texts, caret.focus, byWord) : spotBefore(texts, caret.focus, byWord);
  const range = forward ? { from: caret.focus, to } : { from: to, to: caret.focus };
  const joins = range.from.passage !== range.to.passage;
  const bodies = [range.from, range.to].every((s) => texts[s.passage]?.place?.field === 'body');
  if (joins && !bodies) return;
  if (joins || range.from.at !== range.to.at) replaceRange(range, '', joins ? 'text.join' : 'text.type');
}

/** Pasted words as they came, or with their marks and widths put right as the copy desk does. */
export function paste(raw: string, plain: boolean): void {
  const caret = caretNow();
  const text = raw.replace(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  if (!caret || text === '') return;
  const story = caret.home.kind === 'free' ? null : storyNow(caret.home.story);
  const language = story?.language ?? desk().project?.paper.language ?? 'zh-Hans';
  const clean = (line: string): string => normalise(line, { language, display: false, fields: false, spaced: false, joined: 1 }).text;
  const lines = text.split(/\n+/u).map((l) => (plain ? l : clean(l)));
  insert(lines.join('\n'), 'text.paste');
}

/** The spans' look taken off or put on everything selected. */
export function mark(look: Mark['look'], note?: string): void {
  const caret = caretNow();
  const story = caret && caret.home.kind !== 'free' ? storyNow(caret.home.story) : null;
  if (!caret || !story || !selects(caret)) return;
  const [texts, range] = [textsNow(), rangeOf(caret)];
  const on = note !== undefined || !hasLook(texts, range, look);
  changeLooks(
    caret,
    overRange(story, texts, range, (p, from, to) => markPassage(p, from, to, look, on, note)),
  );
}

export function unmark(): void {
  const caret = caretNow();
  const story = caret && caret.home.kind !== 'free' ? storyNow(caret.home.story) : null;
  if (caret && story) changeLooks(caret, overRange(story, textsNow(), rangeOf(caret), clearMarks));
}

function changeLooks(caret: Caret, story: Story): void {
  const earlier = lastEntry();
  if (commit('text.mark', putStory(story))) settle(caret, caret.focus, earlier, caret.anchor);
}

/** The kind of every paragraph that is selected or holds the caret. */
export function setBlocks(type: Block['type']): void {
  const caret = caretNow();
  const story = caret?.home.kind === 'story' && caret.home.stream === 'body' ? storyNow(caret.home.story) : null;
  if (!caret || !story) return;
  const { from, to } = rangeOf(caret);
  const body = story.body.map((b, i) => (i >= from.passage && i <= to.passage ? { ...b, type } : b));
  const earlier = lastEntry();
  if (commit('text.blockType', putStory({ ...story, body }))) settle(caret, caret.focus, earlier, caret.anchor);
}

/** An input method at work: what it composes stands in the page and is set anew with each key; the word chosen is one edit. */
export class Composition {
  private readonly caret = caretNow();
  private readonly texts = textsNow();
  private readonly gesture = new Gesture('text.type');

  show(text: string): void {
    const { caret } = this;
    if (!caret) return;
    this.gesture.to(editOf(caret, this.texts, rangeOf(caret), text));
    const focus = spotPast(this.texts, rangeOf(caret), text);
    setWriting({ caret: { ...caret, anchor: focus, focus, goal: null }, composed: text.length, seek: writing().seek + 1, waiting: true });
  }

  end(text: string): void {
    const { caret } = this;
    this.gesture.drop();
    setWriting({ caret, composed: 0 });
    if (caret && (text !== '' || selects(caret))) insert(text);
    else setWriting({ waiting: true });
  }
}

/** True where every character selected has the look. */
export const looks = (look: Mark['look']): boolean => {
  const caret = caretNow();
  return caret !== null && selects(caret) && hasLook(textsNow(), rangeOf(caret), look);
};

/** Begin to write where a passage of a story stands, if it has one there. */
export function spotOf(
  story: string,
  place: Parameters<typeof homeOf>[1],
  at: number,
): { home: ReturnType<typeof homeOf>; spot: Spot } | null {
  const { project } = desk();
  if (!project) return null;
  const home = homeOf(story, place);
  const passage = textsOf(project, home).findIndex((t) => t.key === placeKey(place));
  return passage < 0 ? null : { home, spot: { passage, at } };
}
