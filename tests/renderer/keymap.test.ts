import { expect, test, vi } from 'vitest';

vi.mock('../../src/renderer/worker/client.ts', () => ({ ask: () => Promise.reject(new Error('no worker here')) }));
vi.mock('../../src/renderer/bridge.ts', () => ({
  bridge: { call: () => Promise.resolve({ ok: false, problem: { code: '', message: '', told: true } }), on: () => () => {} },
}));
const { commands } = await import('../../src/renderer/shell/commands/registry.ts');
const { holderOf, keysOf, PLAIN_KEYS, PRESETS, presetNames, pressOf, rebound } = await import('../../src/renderer/shell/keymap.ts');
const { initials } = await import('../../src/renderer/shell/pinyin.ts');
const zh = (await import('../../src/renderer/language/zh-Hans.json')).default as Record<string, unknown>;

/** A key may mean one thing in text and another outside it, never two in one place. */
function once(map: Parameters<typeof keysOf>[1]): void {
  for (const typing of [true, false]) {
    const keys = commands.filter((c) => (c.typingOnly ?? false) === typing || (typing && c.whileTyping)).flatMap((c) => keysOf(c, map));
    expect(keys.filter((k, i) => keys.indexOf(k) !== i)).toEqual([]);
  }
}

test.each(presetNames)('the set %s gives no key twice and names only commands there are', (preset) => {
  const map = { preset, own: {} };
  once(map);
  expect(Object.keys(PRESETS[preset]).filter((id) => !commands.some((c) => c.id === id))).toEqual([]);
});

test('a press is written by its place on the keyboard, modifiers in one order, none for a modifier alone', () => {
  const press = (code: string, m: Partial<Record<'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey', boolean>> = {}) =>
    pressOf({ code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...m });
  expect(press('KeyG', { ctrlKey: true, shiftKey: true })).toBe('$mod+Shift+KeyG');
  expect(press('KeyG', { metaKey: true, altKey: true, shiftKey: true })).toBe('$mod+Alt+Shift+KeyG');
  expect(press('ShiftLeft', { shiftKey: true })).toBeNull();
});

test('a key that is given away is taken from who had it, and nobody has it twice', () => {
  expect(holderOf(commands, PLAIN_KEYS, '$mod+KeyG', 'edit.undo')?.id).toBe('object.group');
  const map = rebound(commands, PLAIN_KEYS, 'object.lock', ['$mod+KeyG']);
  const of = (id: string) => keysOf(commands.find((c) => c.id === id) as (typeof commands)[number], map);
  expect(of('object.lock')).toEqual(['$mod+KeyG']);
  expect(of('object.group')).toEqual([]);
  once(map);
});

test('first letters of pinyin find commands', () => {
  expect(initials('对齐与分布…')).toBe('dqyfb');
  expect(initials('重做')).toBe('zz cz');
  expect(initials('导出 PDF…')).toBe('dcpdf');
  expect(initials('多重复制')).toContain('dcfz');
});

test('every Chinese character of the commands has its letter', () => {
  const flat = (o: unknown): string[] => (typeof o === 'string' ? [o] : Object.values(o as object).flatMap(flat));
  const without = flat(zh.command).flatMap((w) => [...w].filter((ch) => /\p{Script=Han}/u.test(ch) && initials(ch) === ''));
  expect([...new Set(without)]).toEqual([]);
});
