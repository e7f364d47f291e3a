/** 快捷键: every command with its keys; they can be found, changed, taken away, and put back. */

import i18next from 'i18next';
import { Pencil, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../panels/inspector/Choice.tsx';
import { useDesk } from '../../state/desk.ts';
import type { Command } from '../commands/command.ts';
import { commands } from '../commands/registry.ts';
import { holderOf, type Keymap, keysOf, PLAIN_KEYS, presetNames, pressOf, rebound, setKeymap } from '../keymap.ts';
import { readableKeys } from '../keys.ts';
import { initials } from '../pinyin.ts';
import { DialogFrame } from './Frame.tsx';

/** A press waits to be taken: what was pressed, and who has it already. */
function Catch({ command, map, done }: { readonly command: Command; readonly map: Keymap; readonly done: (keys: string | null) => void }) {
  const { t } = useTranslation();
  const mac = useDesk((s) => s.info?.platform === 'darwin');
  const [pressed, setPressed] = useState<string | null>(null);
  const holder = pressed ? holderOf(commands, map, pressed, command.id) : null;
  return (
    <div className="key-catch">
      <input
        // biome-ignore lint/a11y/noAutofocus: the button that was pressed gave its place to this field
        autoFocus
        readOnly
        aria-label={t('keys.press', { command: t(`command.${command.id}`) })}
        placeholder={t('keys.pressShort')}
        value={pressed ? readableKeys(pressed, mac) : ''}
        data-field="key-press"
        data-own-enter=""
        onKeyDown={(e) => {
          if (e.code === 'Tab') return;
          e.preventDefault();
          e.stopPropagation();
          if (e.code === 'Escape') done(null);
          else if (e.code === 'Enter' && pressed && !e.ctrlKey && !e.metaKey) done(pressed);
          else setPressed(pressOf(e.nativeEvent) ?? pressed);
        }}
      />
      {holder && (
        <span className="key-conflict" role="alert">
          {t('keys.taken', { command: t(`command.${holder.id}`) })}
        </span>
      )}
      <Button className="action action-plain small-text" isDisabled={!pressed} onPress={() => done(pressed)}>
        {t(holder ? 'keys.takeOver' : 'keys.set')}
      </Button>
      <Button className="action action-icon small" aria-label={t('dialog.cancel')} onPress={() => done(null)}>
        <X size={13} aria-hidden />
      </Button>
    </div>
  );
}

function Line({
  command,
  map,
  open,
  onOpen,
}: {
  readonly command: Command;
  readonly map: Keymap;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}) {
  const { t } = useTranslation();
  const mac = useDesk((s) => s.info?.platform === 'darwin');
  const keys = keysOf(command, map);
  const own = map.own[command.id] !== undefined;
  const name = t(`command.${command.id}`);
  const reset = (): void => {
    const { [command.id]: _own, ...rest } = map.own;
    setKeymap({ ...map, own: rest });
  };
  return (
    <div className="key-line" data-own={own ? '' : undefined} data-command={command.id}>
      <dt>{name}</dt>
      <dd>
        {open ? (
          <Catch
            command={command}
            map={map}
            done={(key) => {
              if (key) setKeymap(rebound(commands, map, command.id, [key, ...keys.slice(1).filter((k) => k !== key)]));
              onOpen(false);
            }}
          />
        ) : (
          <>
            {keys.map((k) => (
              <kbd key={k}>{readableKeys(k, mac)}</kbd>
            ))}
            {own && (
              <Button className="action action-icon small" aria-label={t('keys.reset', { command: name })} onPress={reset}>
                <RotateCcw size={12} aria-hidden />
              </Button>
            )}
            <Button className="action action-icon small" aria-label={t('keys.change', { command: name })} onPress={() => onOpen(true)}>
              <Pencil size={12} aria-hidden />
            </Button>
            {keys.length > 0 && (
              <Button
                className="action action-icon small"
                aria-label={t('keys.remove', { command: name })}
                onPress={() => setKeymap(rebound(commands, map, command.id, []))}
              >
                <X size={12} aria-hidden />
              </Button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

/** A command by its words in either language, its pinyin letters or its keys. */
function matches(command: Command, map: Keymap, wanted: string): boolean {
  if (!wanted) return true;
  const words = ['zh-Hans', 'en'].map((lng) => i18next.t(`command.${command.id}`, { lng }));
  const keys = keysOf(command, map).map((k) => readableKeys(k, false));
  return [...words, initials(words[0] ?? ''), ...keys].join(' ').toLowerCase().includes(wanted.toLowerCase());
}

export function KeysDialog() {
  const { t } = useTranslation();
  const map = useDesk((s) => s.keymap);
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const shown = commands.filter((c) => matches(c, map, wanted.trim()));
  const groups = [...new Set(shown.map((c) => c.id.split('.')[0] ?? ''))];
  const changed = Object.keys(map.own).length;
  return (
    <DialogFrame name="keys" title={t('command.window.keys')} className="modal-wide modal-keys">
      {(close) => (
        <>
          <div className="key-head">
            <SearchField className="key-search" aria-label={t('keys.find')} value={wanted} onChange={setWanted}>
              <Input placeholder={t('keys.find')} data-field="key-search" />
            </SearchField>
            <Choice
              label={t('keys.preset')}
              value={map.preset}
              options={presetNames}
              words={(p) => t(`keys.presets.${p}`)}
              onChange={(preset) => setKeymap({ ...map, preset })}
            />
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <div className="key-table" tabIndex={0}>
            {groups.length === 0 && <p className="dialog-note">{t('palette.empty')}</p>}
            {groups.map((g) => (
              <section key={g}>
                <h3>{t(`group.${g}`)}</h3>
                <dl>
                  {shown
                    .filter((c) => c.id.startsWith(`${g}.`))
                    .map((c) => (
                      <Line key={c.id} command={c} map={map} open={open === c.id} onOpen={(now) => setOpen(now ? c.id : null)} />
                    ))}
                </dl>
              </section>
            ))}
          </div>
          <div className="dialog-actions">
            <span className="dialog-note key-note">{t('keys.note')}</span>
            <Button
              className="action action-plain"
              isDisabled={changed === 0}
              onPress={() => setKeymap({ ...PLAIN_KEYS, preset: map.preset })}
            >
              {t('keys.resetAll', { count: changed })}
            </Button>
            <Button className="action action-primary" onPress={close}>
              {t('dialog.close')}
            </Button>
          </div>
        </>
      )}
    </DialogFrame>
  );
}
