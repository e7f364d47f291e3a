import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Frame, newPage, newProject, type Page, type Project, projectSchema } from '../../src/core/document/index.ts';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';
import { readPreset } from '../../src/node/presets.ts';

const asked: string[] = [];
vi.mock('../../src/renderer/worker/client.ts', () => ({ ask: () => Promise.reject(new Error('no worker here')) }));
vi.mock('../../src/renderer/bridge.ts', () => ({
  bridge: {
    call: (name: string) => {
      asked.push(name);
      return Promise.resolve({ ok: false, problem: { code: 'refused', message: '', told: true } });
    },
    on: () => () => {},
  },
}));

const { commands } = await import('../../src/renderer/shell/commands/registry.ts');
const { desk, pageOf, setDesk, useDesk } = await import('../../src/renderer/state/desk.ts');
const { goTo, Gesture, openProject, redoStep, typeText, undoStep } = await import('../../src/renderer/state/change.ts');
const { accelerator, readableKeys } = await import('../../src/renderer/shell/keys.ts');
const { articleKey, frameKey, readingOrder, stillThere } = await import('../../src/renderer/state/selection.ts');

function storyOf(id: string, n: number): Story {
  return {
    ...emptyStory(id),
    headline: typed(`第${n}篇的标题`),
    body: Array.from({ length: 4 }, (_, i) => ({ type: 'paragraph', ...typed(`第${i}段的文字。`) })),
    rank: n,
  };
}

const frame = (id: string, article: string | null, shows: Frame['shows'], column: number, line: number): Frame => ({
  id,
  article,
  shows,
  at: { column, line, columns: 2, lines: 10 },
  dxPt: 0,
  dyPt: 0,
  locked: false,
});

/** Three stories, two of them placed, a rule beside them, and an empty second page. */
async function sample(more: readonly Frame[] = []): Promise<Project> {
  const preset = await readPreset('broadsheet-8');
  const stories = [1, 2, 3].map((n) => storyOf(`s${n}`, n));
  const one: Page = {
    ...newPage(preset, 1),
    articles: [1, 2].map((n) => ({ id: `a${n}`, story: `s${n}`, overrides: {} })),
    frames: [
      frame('f1', 'a1', { kind: 'head', form: 'over' }, 0, 0),
      frame('f2', 'a1', { kind: 'body', legs: 0, share: 'absolute' }, 0, 10),
      frame('f3', 'a2', { kind: 'head', form: 'over' }, 4, 20),
      frame('f4', 'a2', { kind: 'body', legs: 0, share: 'absolute' }, 4, 30),
      frame('f5', null, { kind: 'tint', colour: { kind: 'cmyk', c: 0, m: 0, y: 0, k: 0.1 } }, 6, 60),
      ...more,
    ],
  };
  return projectSchema.parse({
    ...newProject(preset, { name: '试报' }),
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
    pages: [one, newPage(preset, 2)],
  });
}

let first: Project;
beforeAll(async () => {
  first = await sample();
});
beforeEach(() => {
  setDesk(useDesk.getInitialState(), true);
  openProject(first);
  asked.length = 0;
});

const byId = (id: string) => {
  const c = commands.find((x) => x.id === id);
  if (!c) throw new Error(`no command ${id}`);
  return c;
};

describe('the registry', () => {
  test('has each id once and each key once', () => {
    expect(new Set(commands.map((c) => c.id)).size).toBe(commands.length);
    // A key may mean one thing in the text and another outside it, never two in one place.
    for (const typing of [true, false]) {
      const keys = commands.filter((c) => (c.typingOnly ?? false) === typing || (typing && c.whileTyping)).flatMap((c) => c.keys);
      expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
    }
  });

  test('writes keys by their place on the keyboard, never by the letter they type', () => {
    const code =
      /^(Key[A-Z]|Digit\d|F\d+|Arrow\w+|Page\w+|Tab|Enter|Delete|Backspace|Equal|Minus|Quote|Period|Comma|Semicolon|Backslash|Bracket\w+|Numpad\w+)$/u;
    for (const c of commands) for (const k of c.keys) expect([c.id, code.test(k.split('+').at(-1) ?? '')]).toEqual([c.id, true]);
  });

  test('gives every key with Ctrl and Alt a second one: on some keyboards Ctrl+Alt is AltGr', () => {
    const lonely = commands.filter((c) => c.keys.length > 0 && c.keys.every((k) => k.includes('$mod+Alt'))).map((c) => c.id);
    expect(lonely).toEqual([]);
  });

  test('says why, in every state, with a sentence of the language files', async () => {
    const zh = (await import('../../src/renderer/language/zh-Hans.json')).default as { why: Record<string, string> };
    const states = [useDesk.getInitialState(), desk(), { ...desk(), selected: ['article:a1'] }, { ...desk(), selected: ['frame:f5'] }];
    for (const s of states)
      for (const c of commands) {
        const available = c.available(s);
        if (available !== true) expect(zh.why[available], `${c.id}: ${available}`).toBeTruthy();
      }
  });

  test('offers nothing on a page where there is none', () => {
    const free = commands.filter((c) => c.available(useDesk.getInitialState()) === true).map((c) => c.id.split('.')[0]);
    expect([...new Set(free)].sort()).toEqual(['file', 'tool', 'window']);
  });
});

describe('keys', () => {
  test('read as on the keyboard, and as Electron writes them', () => {
    expect(readableKeys('$mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z');
    expect(readableKeys('$mod+Shift+KeyZ', true)).toBe('⌘⇧Z');
    expect(accelerator('$mod+Shift+BracketRight')).toBe('CmdOrCtrl+Shift+]');
    expect(accelerator('KeyV')).toBe('');
    expect(accelerator('PageDown')).toBe('PageDown');
  });
});

describe('changes', () => {
  test('a deletion takes an article off the page, leaves its story, and comes back with its selection', () => {
    setDesk({ selected: [articleKey('a1')] });
    byId('edit.delete').run();
    expect(desk().project?.pages[0]?.frames.map((f) => f.id)).toEqual(['f3', 'f4', 'f5']);
    expect(desk().project?.stories.s1).toEqual(first.stories.s1);
    expect(desk().selected).toEqual([]);
    undoStep();
    expect(desk().project).toEqual(first);
    expect(desk().selected).toEqual([articleKey('a1')]);
  });

  test('what is locked is not moved or deleted', () => {
    setDesk({ selected: [articleKey('a1')] });
    byId('object.lock').run();
    expect(byId('edit.delete').available(desk())).toBe('locked');
    expect(byId('object.left').available(desk())).toBe('locked');
    byId('object.unlockAll').run();
    expect(byId('edit.delete').available(desk())).toBe(true);
  });

  test('Tab goes through the page in reading order and round again', () => {
    const page = first.pages[0] as Page;
    expect(readingOrder(page)).toEqual([articleKey('a1'), articleKey('a2'), frameKey('f5')]);
    const seen = [1, 2, 3, 4].map(() => {
      byId('edit.next').run();
      return desk().selected[0];
    });
    expect(seen).toEqual(['article:a1', 'article:a2', 'frame:f5', 'article:a1']);
  });

  test('a gesture of many steps is one undo, and dropping it leaves no trace', () => {
    const page = first.pages[0] as Page;
    const gesture = new Gesture('frame.move');
    for (let i = 1; i <= 20; i++) {
      const f = page.frames[0] as Frame;
      gesture.to({ kind: 'frame', page: page.id, id: f.id, after: { ...f, at: { ...f.at, line: i } } });
    }
    gesture.end();
    expect(desk().history.past.length).toBe(1);
    expect(desk().project?.pages[0]?.frames[0]?.at.line).toBe(20);
    undoStep();
    expect(desk().project).toEqual(first);
    const dropped = new Gesture('frame.move');
    dropped.to({ kind: 'frame', page: page.id, id: 'f2', after: null });
    dropped.drop();
    expect(desk().project).toEqual(first);
    expect(desk().history.past.length).toBe(0);
  });

  test('keystrokes that follow each other are one undo; a pause or another place begins a new one', () => {
    const place = { field: 'body', block: 0 } as const;
    let text = first.stories.s1?.body[0]?.text ?? '';
    const type = (after: string, now: number): void => {
      typeText('s1', place, text, after, now);
      text = after;
    };
    type(`春${text}`, 0);
    type(`春天${text.slice(1)}`, 200);
    type(`春天来${text.slice(2)}`, 400);
    expect(desk().history.past.length).toBe(1);
    type(`春天来了${text.slice(3)}`, 4000);
    expect(desk().history.past.length).toBe(2);
    undoStep();
    undoStep();
    expect(desk().project).toEqual(first);
  });
});

/** A small generator with a printed seed: the same seed gives the same run. */
function random(seed: number): () => number {
  let s = seed >>> 0;
  return () => {
    s = (s * 1664525 + 1013904223) >>> 0;
    return s / 2 ** 32;
  };
}

/** Commands that ask main or the worker, or only go back and forth. */
const elsewhere =
  /^(file|window)\.|^(edit\.(undo|redo)|page\.arrange|issue\.arrange|object\.refit|article\.(swap|lead|pull|bottomDown|bottomUp|rightOut|rightIn)|story\.add)$/u;

const BLACK = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;

/** Free frames to align, group and repeat. */
const FREE: readonly Frame[] = [
  frame('f6', null, { kind: 'box', style: '正线', weightPt: 0.5, colour: BLACK }, 0, 60),
  frame('f7', null, { kind: 'rule', style: '曲线', weightPt: 0.5, colour: BLACK }, 2, 75),
  frame('f8', null, { kind: 'text', text: '栏头', role: 'label' }, 4, 90),
];

describe('the undo law over the window', () => {
  test.each([1, 2, 3, 20260105])('300 random commands, seed %i: undone all is the first project, redone all the last', async (seed) => {
    const next = random(seed);
    const start = await sample(FREE);
    openProject(start);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    for (let i = 0; i < 300; i++) {
      const { project, page } = desk();
      const now = project?.pages.find((p) => p.id === page);
      if (now && next() < 0.35)
        setDesk({
          selected:
            next() < 0.8
              ? [...new Set([1, 2, 3].map(() => pick([...readingOrder(now), ...now.frames.map((f) => frameKey(f.id)), ''])))].filter(
                  Boolean,
                )
              : readingOrder(now),
        });
      if (next() < 0.25) {
        const text = desk().project?.stories.s2?.body[0]?.text ?? '';
        const at = Math.floor(next() * (text.length + 1));
        typeText(
          's2',
          { field: 'body', block: 0 },
          text,
          text.slice(0, at) + pick(['', '新', 'ab', '。']) + text.slice(at + (next() < 0.3 ? 1 : 0)),
          i * 300,
        );
      } else {
        const ready = commands.filter((c) => !elsewhere.test(c.id) && c.available(desk()) === true);
        await pick(ready).run();
      }
    }
    const last = desk().project;
    const count = desk().history.past.length;
    expect(count).toBeGreaterThan(40);
    // What was selected before a step is selected again when it is undone.
    const { history } = desk();
    const step = history.past.at(-1);
    undoStep();
    expect(desk().selected).toEqual(stillThere(pageOf(desk()) as Page, step?.selectedBefore ?? []));
    goTo(0);
    expect(desk().project, `seed ${seed}`).toEqual(start);
    while (redoStep());
    expect(desk().project, `seed ${seed}`).toEqual(last);
    expect(desk().history.past.length).toBe(count);
    expect(projectSchema.safeParse(last).success).toBe(true);
  });
});
