/** What is done to the text under the caret: looks, kinds of paragraph, threads of frames. */
import { type Block, blockTypes, type Mark } from '../../../core/story/index.ts';
import { caretNow, selects, writing } from '../../state/caret.ts';
import { type Desk, desk, setDesk } from '../../state/desk.ts';
import { toggleStoryView } from '../../tools/text/story-view.ts';
import { cutThread, lastOpen, loadThread, threadable } from '../../tools/text/thread.ts';
import { looks, mark, setBlocks, unmark } from '../../tools/text/write.ts';
import { type Available, type Command, withPage } from './command.ts';

/** Looks stand in a body and under pictures; heads and free text take theirs from the style. */
const lookable = (): Available => {
  const caret = caretNow();
  if (!caret) return 'noCaret';
  if (caret.home.kind === 'free' || (caret.home.kind === 'story' && caret.home.stream === 'head')) return 'noLooksHere';
  return selects(caret) ? true : 'noTextSelected';
};

const inBody = (): Available => {
  const caret = caretNow();
  return !caret ? 'noCaret' : caret.home.kind === 'story' && caret.home.stream === 'body' ? true : 'noParagraph';
};

const look = (name: Exclude<Mark['look'], 'ruby' | 'italic'>, keys: readonly string[]): Command => ({
  id: `text.${name}`,
  keys,
  typingOnly: true,
  available: lookable,
  checked: () => looks(name),
  run: () => mark(name),
});

const block = (type: Block['type'], n: number): Command => ({
  id: `text.${type}`,
  keys: [`$mod+Digit${n}`],
  typingOnly: true,
  available: inBody,
  run: () => setBlocks(type),
});

const withThread = (s: Desk): Available => (threadable(s) ? true : 'noBody');

export const textCommands: readonly Command[] = [
  look('bold', ['$mod+KeyB', '$mod+Shift+KeyB']),
  look('kai', ['$mod+Shift+KeyI']),
  look('underline', ['$mod+KeyU', '$mod+Shift+KeyU']),
  look('emphasis', ['$mod+Alt+KeyK', '$mod+Shift+KeyE']),
  look('superscript', ['$mod+Shift+Equal']),
  {
    id: 'text.ruby',
    keys: ['$mod+Alt+KeyR', '$mod+Shift+KeyK'],
    typingOnly: true,
    available: lookable,
    checked: () => looks('ruby'),
    run: () => (looks('ruby') ? mark('ruby') : setDesk({ dialog: 'ruby' })),
  },
  { id: 'text.plain', keys: ['$mod+Backslash'], typingOnly: true, available: lookable, run: unmark },
  ...blockTypes.map((type, i) => block(type, i + 1)),
  {
    id: 'text.story',
    keys: ['$mod+KeyY', '$mod+KeyT'],
    whileTyping: true,
    available: (s) => (s.story || caretNow() ? true : 'noStory'),
    checked: () => writing().storyView,
    run: toggleStoryView,
  },
  { id: 'text.thread', keys: ['KeyN'], available: withThread, run: () => loadThread(threadable(desk())) },
  {
    id: 'text.unthread',
    keys: ['Shift+KeyN'],
    available: (s) => (lastOpen(s) ? true : 'noThread'),
    run: () => cutThread(lastOpen(desk())),
  },
  {
    id: 'view.threads',
    keys: ['$mod+Alt+KeyY', '$mod+Shift+KeyT'],
    whileTyping: true,
    available: withPage,
    checked: (s) => s.aids.threads,
    run: () => setDesk({ aids: { ...desk().aids, threads: !desk().aids.threads } }),
  },
  {
    id: 'view.hidden',
    keys: ['$mod+Alt+KeyI', '$mod+Shift+KeyH'],
    whileTyping: true,
    available: withPage,
    checked: (s) => s.aids.hidden,
    run: () => setDesk({ aids: { ...desk().aids, hidden: !desk().aids.hidden } }),
  },
];
