/** The native menu bar: a tree of command ids, in the window's words. Main shows it; the window hears it. */
import i18next from 'i18next';
import type { CommandState, MenuLine, MenuRole } from '../../ipc/contract.ts';
import { bridge } from '../bridge.ts';
import { useWriting } from '../state/caret.ts';
import { type Desk, desk, useDesk } from '../state/desk.ts';
import { commandOf, commands, run } from './commands/registry.ts';
import { keysOf } from './keymap.ts';
import { accelerator } from './keys.ts';

type Item = string | { readonly role: MenuRole } | { readonly menu: string; readonly items: readonly Item[] };
/** A dash separates. */
const LINE = '-';

const BAR: readonly { readonly menu: string; readonly items: readonly Item[] }[] = [
  {
    menu: 'file',
    items: [
      'file.new',
      'file.open',
      'file.sample',
      LINE,
      'file.import',
      'file.photo',
      LINE,
      'file.save',
      'file.saveAs',
      LINE,
      'file.export',
      'file.proof',
      LINE,
      'file.close',
      { role: 'quit' },
    ],
  },
  {
    menu: 'edit',
    items: [
      'edit.undo',
      'edit.redo',
      LINE,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      LINE,
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.pasteInPlace',
      'edit.duplicate',
      'edit.step',
      'edit.delete',
      LINE,
      'edit.selectAll',
      'edit.deselect',
      LINE,
      'find.open',
      'find.next',
      'find.previous',
      LINE,
      'window.palette',
    ],
  },
  {
    menu: 'text',
    items: [
      'text.story',
      LINE,
      'text.bold',
      'text.kai',
      'text.underline',
      'text.emphasis',
      'text.superscript',
      'text.ruby',
      'text.plain',
      LINE,
      'text.paragraph',
      'text.subhead',
      'text.note',
      LINE,
      'text.thread',
      'text.unthread',
    ],
  },
  {
    menu: 'object',
    items: [
      'story.place',
      'object.refit',
      LINE,
      'headline.bigger',
      'headline.smaller',
      LINE,
      'object.group',
      'object.ungroup',
      'object.lock',
      'object.unlockAll',
      LINE,
      {
        menu: 'order',
        items: ['object.front', 'object.forward', 'object.backward', 'object.back'],
      },
      {
        menu: 'align',
        items: [
          'align.left',
          'align.centre',
          'align.right',
          LINE,
          'align.top',
          'align.middle',
          'align.bottom',
          LINE,
          'distribute.across',
          'distribute.down',
          LINE,
          'align.toTypeArea',
          'align.panel',
        ],
      },
      {
        menu: 'photo',
        items: [
          'photo.fill',
          'photo.fit',
          'photo.centre',
          'photo.frameToContent',
          LINE,
          'photo.zoomIn',
          'photo.zoomOut',
          'photo.turnRight',
          'photo.turnLeft',
        ],
      },
      LINE,
      'object.parts',
      'object.whole',
    ],
  },
  {
    menu: 'page',
    items: [
      'page.arrange',
      'issue.arrange',
      'article.swap',
      'article.lead',
      'article.pull',
      'story.add',
      LINE,
      'page.previous',
      'page.next',
      LINE,
      'page.add',
      'page.goTo',
      'page.duplicate',
      'page.lock',
      'page.remove',
      LINE,
      'page.state',
      LINE,
      'template.make',
      'template.edit',
      'template.remove',
    ],
  },
  {
    menu: 'view',
    items: [
      'copy.desk',
      'copy.newer',
      LINE,
      'view.zoomIn',
      'view.zoomOut',
      'view.actual',
      'view.fitPage',
      'view.fitSelection',
      LINE,
      'view.preview',
      'view.columns',
      'view.lines',
      'view.cells',
      'view.edges',
      'view.rulers',
      'view.millimetres',
      'view.hidden',
      'view.threads',
      LINE,
      'view.snap',
      { menu: 'guides', items: ['view.guides', 'view.guidesLocked', 'guide.atSelection', 'guide.clear'] },
      LINE,
      'window.inspector',
      'window.styles',
      'window.swatches',
      LINE,
      { menu: 'theme', items: ['window.system', 'window.light', 'window.dark'] },
      { role: 'togglefullscreen' },
    ],
  },
  { menu: 'language', items: ['window.chinese', 'window.english'] },
  { menu: 'help', items: ['window.keys', { role: 'toggleDevTools' }, { role: 'about' }] },
];

function line(item: Item): MenuLine {
  const { t } = i18next;
  if (item === LINE) return { kind: 'separator' };
  if (typeof item === 'string') {
    const c = commandOf(item);
    return {
      kind: 'command',
      label: t(`command.${item}`),
      command: item,
      keys: accelerator(c && keysOf(c, desk().keymap)[0]),
      check: c?.checked !== undefined,
    };
  }
  if ('role' in item) return { kind: 'role', label: t(`role.${item.role}`), role: item.role };
  return { kind: 'submenu', label: t(`menu.${item.menu}`), lines: item.items.map(line) };
}

const stateOf = (s: Desk): CommandState[] =>
  commands.map((c) => ({ command: c.id, enabled: c.available(s) === true, checked: c.checked?.(s) ?? false }));

/** What is offered at the pointer over the page. */
const CONTEXT: readonly Item[] = [
  'object.refit',
  'headline.bigger',
  'headline.smaller',
  LINE,
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  'edit.delete',
  LINE,
  'object.group',
  'object.ungroup',
  'object.lock',
  { menu: 'order', items: ['object.front', 'object.forward', 'object.backward', 'object.back'] },
  { menu: 'photo', items: ['photo.fill', 'photo.fit', 'photo.centre', 'photo.frameToContent', 'photo.turnRight', 'photo.turnLeft'] },
  LINE,
  'object.parts',
  'object.whole',
  LINE,
  'view.fitSelection',
  'view.fitPage',
];

export async function popUpMenu(): Promise<void> {
  const answer = await bridge.call('menu.popup', { lines: CONTEXT.map(line), commands: stateOf(desk()) });
  if (answer.ok && answer.value) run(answer.value);
}

/** Set the menu bar, and keep it true. Only what changed is sent. */
export function startMenu(): void {
  let known = new Map<string, string>();
  let waiting = false;
  const send = (): void => {
    waiting = false;
    const all = stateOf(desk());
    const changed = all.filter((c) => known.get(c.command) !== `${c.enabled} ${c.checked}`);
    known = new Map(all.map((c) => [c.command, `${c.enabled} ${c.checked}`]));
    if (changed.length > 0) void bridge.call('menu.state', { commands: changed });
  };
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(send, 80);
  };
  const build = async (): Promise<void> => {
    await bridge.call('menu.set', { lines: BAR.map(line) });
    known = new Map();
    later();
  };
  void build();
  i18next.on('languageChanged', () => void build());
  useDesk.subscribe((s, b) => {
    if (s.keymap !== b.keymap) void build();
    if (s.camera === b.camera || s.project !== b.project || s.selected !== b.selected) later();
  });
  useWriting.subscribe((w, b) => {
    if (w.caret !== b.caret || w.storyView !== b.storyView) later();
  });
  bridge.on('command', ({ command }) => run(command));
}
