/**
 * What hands expect of a layout program (guide: interaction §4.1–4.4), row by row: a key and the command it means, or the
 * words in docs/decisions.md that say why there is none.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../../src/renderer/worker/client.ts', () => ({ ask: () => Promise.reject(new Error('no worker here')) }));
vi.mock('../../src/renderer/bridge.ts', () => ({
  bridge: { call: () => Promise.resolve({ ok: false, problem: { code: '', message: '', told: true } }), on: () => () => {} },
}));
const { commands } = await import('../../src/renderer/shell/commands/registry.ts');
const { holderOf, keysOf, PLAIN_KEYS } = await import('../../src/renderer/shell/keymap.ts');
const zh = (await import('../../src/renderer/language/zh-Hans.json')).default;
const en = (await import('../../src/renderer/language/en.json')).default;
/** The one entry that says what is left out, and why. */
const leftOut = /^- \*\*What is left out of the conventions .*$/mu.exec(readFileSync('docs/decisions.md', 'utf8'))?.[0] ?? '';

/** Action, key, command. */
const KEYS: readonly (readonly [action: string, key: string, command: string])[] = [
  ['select', 'KeyV', 'tool.select'],
  ['content', 'KeyA', 'tool.content'],
  ['text', 'KeyT', 'tool.text'],
  ['picture frame', 'KeyF', 'tool.photo'],
  ['rectangle', 'KeyM', 'tool.box'],
  ['line', 'KeyL', 'tool.rule'],
  ['link frames', 'KeyN', 'text.thread'],
  ['eyedropper', 'KeyI', 'tool.eyedropper'],
  ['measure', 'KeyK', 'tool.measure'],
  ['zoom tool', 'KeyZ', 'tool.zoom'],
  ['hand', 'KeyH', 'tool.hand'],
  ['preview', 'KeyW', 'view.preview'],
  ['zoom in', '$mod+Equal', 'view.zoomIn'],
  ['zoom out', '$mod+Minus', 'view.zoomOut'],
  ['full size', '$mod+Digit1', 'view.actual'],
  ['fit page', '$mod+Digit0', 'view.fitPage'],
  ['fit spread', '$mod+Alt+Digit0', 'view.fitPage'],
  ['fit selection', 'Shift+Digit2', 'view.fitSelection'],
  ['rulers', '$mod+KeyR', 'view.rulers'],
  ['guides', '$mod+Semicolon', 'view.guides'],
  ['columns', '$mod+Quote', 'view.columns'],
  ['lines', '$mod+Alt+Quote', 'view.lines'],
  ['cells (字格)', '$mod+Shift+Quote', 'view.cells'],
  ['go to page', '$mod+KeyJ', 'page.goTo'],
  ['next page', 'PageDown', 'page.next'],
  ['previous page', 'PageUp', 'page.previous'],
  ['new page', '$mod+Shift+KeyP', 'page.add'],
  ['palette', '$mod+KeyK', 'window.palette'],
  ['place', '$mod+KeyD', 'file.photo'],
  ['duplicate', '$mod+Alt+Shift+KeyD', 'edit.duplicate'],
  ['nudge', 'ArrowLeft', 'object.left'],
  ['nudge far', 'Shift+ArrowLeft', 'object.leftFar'],
  ['nudge fine', '$mod+Shift+ArrowLeft', 'object.leftFine'],
  ['group', '$mod+KeyG', 'object.group'],
  ['ungroup', '$mod+Shift+KeyG', 'object.ungroup'],
  ['lock', '$mod+KeyL', 'object.lock'],
  ['unlock all', '$mod+Alt+KeyL', 'object.unlockAll'],
  ['forward', '$mod+BracketRight', 'object.forward'],
  ['backward', '$mod+BracketLeft', 'object.backward'],
  ['to the front', '$mod+Shift+BracketRight', 'object.front'],
  ['to the back', '$mod+Shift+BracketLeft', 'object.back'],
  ['paste in place', '$mod+Alt+Shift+KeyV', 'edit.pasteInPlace'],
  ['step and repeat', '$mod+Alt+KeyU', 'edit.step'],
  ['frame to content', '$mod+Alt+KeyC', 'photo.frameToContent'],
  ['fit proportionally', '$mod+Alt+Shift+KeyE', 'photo.fit'],
  ['fill', '$mod+Alt+Shift+KeyC', 'photo.fill'],
  ['centre', '$mod+Shift+KeyE', 'photo.centre'],
  ['align', 'Shift+F7', 'align.panel'],
  ['delete', 'Delete', 'edit.delete'],
  ['cycle', 'Tab', 'edit.next'],
  ['story view', '$mod+KeyY', 'text.story'],
  ['story view, as in Scribus', '$mod+KeyT', 'text.story'],
  ['larger', '$mod+Shift+Period', 'headline.bigger'],
  ['smaller', '$mod+Shift+Comma', 'headline.smaller'],
  ['leading up', 'Alt+ArrowUp', 'text.leadingLess'],
  ['leading down', 'Alt+ArrowDown', 'text.leadingMore'],
  ['tracking tighter', 'Alt+ArrowLeft', 'text.tighter'],
  ['tracking looser', 'Alt+ArrowRight', 'text.looser'],
  ['paragraph styles', 'F11', 'window.styles'],
  ['character styles', 'Shift+F11', 'window.styles'],
  ['kinds of paragraph', '$mod+Digit1', 'text.paragraph'],
  ['find', '$mod+KeyF', 'find.open'],
  ['find next', 'F3', 'find.next'],
  ['proofing', '$mod+KeyI', 'copy.desk'],
  ['hidden characters', '$mod+Alt+KeyI', 'view.hidden'],
  ['export', '$mod+KeyE', 'file.export'],
  ['print', '$mod+KeyP', 'file.proof'],
  ['save', '$mod+KeyS', 'file.save'],
  ['save as', '$mod+Shift+KeyS', 'file.saveAs'],
  ['undo', '$mod+KeyZ', 'edit.undo'],
  ['redo', '$mod+Shift+KeyZ', 'edit.redo'],
];

/** The InDesign set, where the guide's InDesign column has a key: action, key, command. */
const INDESIGN_KEYS: readonly (readonly [action: string, key: string, command: string])[] = [
  ['select', 'KeyV', 'tool.select'],
  ['direct', 'KeyA', 'tool.content'],
  ['type', 'KeyT', 'tool.text'],
  ['picture frame', 'KeyF', 'tool.photo'],
  ['rectangle', 'KeyM', 'tool.box'],
  ['line', 'Backslash', 'tool.rule'],
  ['eyedropper', 'KeyI', 'tool.eyedropper'],
  ['measure', 'KeyK', 'tool.measure'],
  ['hand', 'KeyH', 'tool.hand'],
  ['zoom', 'KeyZ', 'tool.zoom'],
  ['preview', 'KeyW', 'view.preview'],
  ['fit page', '$mod+Digit0', 'view.fitPage'],
  ['fit selection', '$mod+Alt+Equal', 'view.fitSelection'],
  ['rulers', '$mod+KeyR', 'view.rulers'],
  ['go to page', '$mod+KeyJ', 'page.goTo'],
  ['next page', 'Shift+PageDown', 'page.next'],
  ['previous page', 'Shift+PageUp', 'page.previous'],
  ['new page', '$mod+Shift+KeyP', 'page.add'],
  ['quick apply', '$mod+Enter', 'window.palette'],
  ['place', '$mod+KeyD', 'file.photo'],
  ['duplicate', '$mod+Alt+Shift+KeyD', 'edit.duplicate'],
  ['lock', '$mod+KeyL', 'object.lock'],
  ['paste in place', '$mod+Alt+Shift+KeyV', 'edit.pasteInPlace'],
  ['step and repeat', '$mod+Alt+KeyU', 'edit.step'],
  ['fit proportionally', '$mod+Alt+Shift+KeyE', 'photo.fit'],
  ['fill proportionally', '$mod+Alt+Shift+KeyC', 'photo.fill'],
  ['align', 'Shift+F7', 'align.panel'],
  ['story editor', '$mod+KeyY', 'text.story'],
  ['larger', '$mod+Shift+Period', 'headline.bigger'],
  ['smaller', '$mod+Shift+Comma', 'headline.smaller'],
  ['leading', 'Alt+ArrowUp', 'text.leadingLess'],
  ['tracking', 'Alt+ArrowLeft', 'text.tighter'],
  ['paragraph styles', 'F11', 'window.styles'],
  ['find', '$mod+KeyF', 'find.open'],
  ['hidden characters', '$mod+Alt+KeyI', 'view.hidden'],
  ['export', '$mod+KeyE', 'file.export'],
  ['print', '$mod+KeyP', 'file.proof'],
  ['redo', '$mod+Shift+KeyZ', 'edit.redo'],
];

/** What the tables name and Banxin does not do; each in the words of docs/decisions.md. */
const LEFT_OUT: readonly string[] = [
  'Frames that are ellipses',
  'Spreads',
  'Ctrl+B',
  'Ctrl+Alt+W',
  'Ctrl+Alt+E',
  'Ctrl+Return',
  'Ctrl+Shift+Return',
  'A double click on its lower handle',
  'Several stories on one loaded cursor',
  'Flow modes',
  'Tab hides no panels',
  'Layers',
  'Links',
];

/** Rows of §4.4, with the tests that hold them (file and words of its title), and the words for what of the row is left out. */
const GESTURES: readonly (readonly [row: string, held: readonly (readonly [file: string, title: string])[], leftOut?: string])[] = [
  [
    'Loaded cursor',
    [
      ['e2e/handmade', 'a page is laid out by hand'],
      ['e2e/place', 'an article is deleted, placed again from the desk'],
    ],
    'Several stories on one loaded cursor',
  ],
  ['Flow modes', [], 'Flow modes'],
  [
    'Ports',
    [
      ['e2e/handmade', 'a page is laid out by hand'],
      ['e2e/writing', 'text over goes on in the next frame'],
    ],
  ],
  [
    'Overset and underset',
    [
      ['e2e/copyfit', 'gives what it promised'],
      ['e2e/writing', 'shows lines and what is over'],
    ],
  ],
  [
    'Snapping',
    [
      ['renderer/snap', 'snapping'],
      ['e2e/layout', 'moved and resized by whole columns and lines'],
    ],
  ],
  [
    'Resize',
    [
      ['e2e/layout', 'moved and resized by whole columns and lines'],
      ['renderer/measure', 'a figure in the inspector'],
    ],
  ],
  [
    'Picture',
    [
      ['e2e/objects', 'a photo is cropped by wheel, number and focus'],
      ['e2e/missing-picture', 'the checks name the pictures'],
    ],
  ],
  ['Guides', [['e2e/objects', 'guided, locked']], 'Spreads'],
  ['Units', [['renderer/measure', 'a figure in the inspector']]],
  ['Panels', [['e2e/tour', 'nothing is cut off, unsaid, or out of reach']], 'Links'],
  ['Contextual bar', [['e2e/objects', 'sized by number']]],
  ['Safety', [['e2e/keys', 'what is locked does not move, and the drag says why']]],
  [
    'Accessibility',
    [
      ['e2e/access', 'has seven to one'],
      ['e2e/access', 'with less motion'],
      ['e2e/tour', 'out of reach'],
    ],
  ],
];

describe('the gestures that hands bring', () => {
  it.each(GESTURES)('%s', (_, held, words) => {
    for (const [file, title] of held) {
      const source = readFileSync(`tests/${file}.${file.startsWith('e2e/') ? 'e2e' : 'test'}.ts`, 'utf8');
      const titles = [...source.matchAll(/\b(?:test|it|describe)(?:\.each\([^)]*\))?\(\s*['"`](.+?)['"`],/gu)].map((m) => m[1] ?? '');
      expect(
        titles.some((t) => t.includes(title)),
        `${file}: ${title}`,
      ).toBe(true);
    }
    if (words) expect(leftOut).toContain(`*${words}`);
    expect(held.length > 0 || words !== undefined).toBe(true);
  });
});

describe('the keys that hands bring', () => {
  it.each(KEYS)('%s: %s is %s', (_, key, id) => {
    const command = commands.find((c) => c.id === id);
    expect(command, id).toBeDefined();
    if (command) expect(keysOf(command, PLAIN_KEYS)).toContain(key);
  });

  it.each(INDESIGN_KEYS)('%s: %s is %s in the InDesign set', (_, key, id) => {
    const command = commands.find((c) => c.id === id);
    expect(command, id).toBeDefined();
    if (command) expect(keysOf(command, { ...PLAIN_KEYS, preset: 'indesign' })).toContain(key);
  });

  it('no key of the InDesign set means two things at once that can both be meant', () => {
    const map = { ...PLAIN_KEYS, preset: 'indesign' as const };
    const doubled = commands.flatMap((c) =>
      keysOf(c, map).flatMap((key) => {
        const other = holderOf(commands, map, key, c.id);
        return other && other.id !== c.id ? [`${key}: ${c.id}, ${other.id}`] : [];
      }),
    );
    expect(doubled).toEqual([]);
  });

  it.each(LEFT_OUT)('%s is left out, and docs/decisions.md says why', (words) => {
    // Each is set in italics, and a reason follows its colon.
    expect(leftOut).toMatch(new RegExp(`\\*${words.replaceAll('+', '\\+')}[^*]*\\*[^.]*`, 'u'));
  });

  it('the tooltip of Ctrl+Y says that it is not redo', () => {
    expect(zh.command.text.story).toContain('不是重做');
    expect(en.command.text.story).toContain('not redo');
  });

  it('every command has its words in both languages, and says why it cannot be run in both', () => {
    const at = (o: unknown, path: string): unknown => path.split('.').reduce<unknown>((v, k) => (v as Record<string, unknown>)?.[k], o);
    for (const { id } of commands)
      for (const words of [zh, en]) {
        expect(at(words.command, id), id).toEqual(expect.any(String));
        expect(at(words.group, id.split('.')[0] ?? ''), id).toEqual(expect.any(String));
      }
    expect(Object.keys(zh.why).sort()).toEqual(Object.keys(en.why).sort());
  });
});
