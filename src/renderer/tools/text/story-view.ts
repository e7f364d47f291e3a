/** To the story view and back to the page, the caret taken along. */
import type { TextPlace } from '../../../core/story/index.ts';
import { caretNow, enterText, leaveText, setWriting, textsNow, writing } from '../../state/caret.ts';
import { desk, setDesk } from '../../state/desk.ts';
import { caretAt } from './caret.ts';
import { linesNow } from './place.ts';
import { placeKey, storyOf } from './stream.ts';
import { spotOf } from './write.ts';

/** Where the caret is to stand when the view is there. */
let awaited: { readonly name: string; readonly at: number } | null = null;

/** Put the keyboard into the passage the view was opened for, or its first. */
export function focusPassage(): void {
  const name = awaited?.name;
  const field =
    (name && document.querySelector<HTMLTextAreaElement>(`.story-view [data-passage="${name}"]`)) ||
    document.querySelector<HTMLTextAreaElement>('.story-view [data-passage]');
  field?.focus();
  const at = awaited?.at ?? 0;
  field?.setSelectionRange(at, at);
  field?.scrollIntoView({ block: 'center' });
  awaited = null;
}

export function openStoryView(): void {
  const caret = caretNow();
  const place = caret && textsNow()[caret.focus.passage]?.place;
  const story = caret ? storyOf(caret.home) : desk().story;
  if (!story) return;
  awaited = place && caret ? { name: placeKey(place), at: caret.focus.at } : null;
  leaveText();
  setDesk({ story, tool: 'select' });
  setWriting({ storyView: true });
}

/** A passage's place from its name. */
function placeFrom(name: string): TextPlace {
  const [field = '', n] = name.split('-');
  if (field === 'body') return { field, block: Number(n) };
  if (field === 'caption' || field === 'pictureCredit') return { field, picture: Number(n) };
  return { field } as TextPlace;
}

/** The passage under the keyboard and how far into it; null where there is none. */
function passageHere(): { readonly name: string; readonly at: number } | null {
  const field = globalThis.document?.activeElement;
  const name = field?.getAttribute('data-passage');
  return field && name && 'selectionStart' in field ? { name, at: Number(field.selectionStart) } : null;
}

/** Back to the page, to the same character where it stands on one. */
export function closeStoryView(): void {
  const here = passageHere();
  const { story } = desk();
  setWriting({ storyView: false });
  const there = story && here ? spotOf(story, placeFrom(here.name), here.at) : null;
  if (there) {
    setDesk({ tool: 'text' });
    enterText(there.home, there.spot, there.spot, true);
    if (caretAt(linesNow(), textsNow(), there.spot)) return;
    leaveText();
    setDesk({ tool: 'select' });
  }
  globalThis.document?.querySelector<HTMLElement>('[data-page-view]')?.focus({ preventScroll: true });
}

export const toggleStoryView = (): void => (writing().storyView ? closeStoryView() : openStoryView());
