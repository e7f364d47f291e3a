import i18next from 'i18next';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { desk, setDesk, useDesk } from '../../state/desk.ts';
import { commands, run } from '../commands/registry.ts';
import { keysOf } from '../keymap.ts';
import { readableKeys } from '../keys.ts';
import { initials } from '../pinyin.ts';
import { DialogFrame } from './Frame.tsx';

/** Words in both languages and the first letters of the Chinese ones, so that any finds the command. */
const search = (id: string): string => {
  const [zh, en] = ['zh-Hans', 'en'].map((lng) => i18next.t(`command.${id}`, { lng }));
  return `${zh} ${en} ${initials(zh ?? '')}`;
};

/** Any command by its words. What is not available says why. */
export function Palette() {
  const { t } = useTranslation();
  const { contains } = useFilter({ sensitivity: 'base' });
  const open = useDesk((s) => s.dialog === 'palette');
  const mac = useDesk((s) => s.info?.platform === 'darwin');
  const now = desk();
  const items = open
    ? commands
        .filter((c) => c.id !== 'window.palette')
        .map((c) => ({ id: c.id, keys: readableKeys(keysOf(c, now.keymap)[0], mac), available: c.available(now) }))
    : [];
  return (
    <DialogFrame name="palette" title={t('palette.title')} className="modal-palette" bare>
      {() => (
        <Autocomplete filter={contains}>
          <SearchField aria-label={t('palette.title')} autoFocus className="palette-field">
            <Input placeholder={t('palette.placeholder')} />
          </SearchField>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <div className="palette-scroll" tabIndex={0}>
            <Menu
              className="palette-list"
              aria-label={t('palette.title')}
              items={items}
              renderEmptyState={() => <p className="palette-empty">{t('palette.empty')}</p>}
              onAction={(id) => {
                setDesk({ dialog: null });
                run(String(id));
              }}
            >
              {(c) => (
                <MenuItem
                  id={c.id}
                  textValue={search(c.id)}
                  className="palette-item"
                  data-unavailable={c.available === true ? undefined : ''}
                >
                  <span>{t(`command.${c.id}`)}</span>
                  {c.available !== true && <span className="palette-why">{t(`why.${c.available}`)}</span>}
                  {c.keys && <kbd>{c.keys}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </div>
        </Autocomplete>
      )}
    </DialogFrame>
  );
}
