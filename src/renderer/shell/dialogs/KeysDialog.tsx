import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/desk.ts';
import { commands } from '../commands/registry.ts';
import { readableKeys } from '../keys.ts';
import { DialogFrame } from './Frame.tsx';

/** Every key, by the group its command belongs to. */
export function KeysDialog() {
  const { t } = useTranslation();
  const mac = useDesk((s) => s.info?.platform === 'darwin');
  const groups = [...new Set(commands.map((c) => c.id.split('.')[0] ?? ''))];
  return (
    <DialogFrame name="keys" title={t('command.window.keys')} className="modal-wide">
      {(close) => (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <div className="key-table" tabIndex={0}>
            {groups.map((g) => (
              <section key={g}>
                <h3>{t(`group.${g}`)}</h3>
                <dl>
                  {commands
                    .filter((c) => c.id.startsWith(`${g}.`) && c.keys.length > 0)
                    .map((c) => (
                      <div key={c.id}>
                        <dt>{t(`command.${c.id}`)}</dt>
                        <dd>
                          {c.keys.map((k) => (
                            <kbd key={k}>{readableKeys(k, mac)}</kbd>
                          ))}
                        </dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
          <div className="dialog-actions">
            <Button className="action action-primary" onPress={close}>
              {t('dialog.close')}
            </Button>
          </div>
        </>
      )}
    </DialogFrame>
  );
}
