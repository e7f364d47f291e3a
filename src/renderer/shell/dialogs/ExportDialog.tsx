import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../../../ipc/contract.ts';
import { useDesk } from '../../state/desk.ts';
import { exportPdf } from '../../state/files.ts';
import { DialogFrame } from './Frame.tsx';

const PROFILES: readonly Profile[] = ['x4', 'x1a', 'proof'];

function Choice<T extends string>({
  label,
  value,
  options,
  words,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: (option: T) => { readonly name: string; readonly note: string };
  readonly onChange: (value: T) => void;
}) {
  return (
    <RadioGroup className="choice" value={value} onChange={(v) => onChange(v as T)}>
      <Label>{label}</Label>
      {options.map((o) => (
        <Radio key={o} value={o} className="radio">
          <span className="radio-mark" aria-hidden="true" />
          <span className="radio-words">
            <strong>{words(o).name}</strong>
            <span>{words(o).note}</span>
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** What is over or missing on the pages to be exported: said before, not after. */
function Warning({ pages }: { readonly pages: readonly string[] }) {
  const { t } = useTranslation();
  const over = useDesk((s) => pages.reduce((sum, id) => sum + (s.scenes[id]?.overset.reduce((a, o) => a + o.characters, 0) ?? 0), 0));
  const empty = useDesk((s) =>
    pages.reduce(
      (sum, id) =>
        sum + (s.scenes[id]?.parts.flatMap((p) => p.items).filter((i) => i.kind === 'picture' && i.picture === null).length ?? 0),
      0,
    ),
  );
  if (over === 0 && empty === 0) return null;
  return (
    <p className="dialog-warning" role="note">
      {over > 0 && t('export.over', { characters: over })} {empty > 0 && t('export.empty', { count: empty })}
    </p>
  );
}

export function ExportDialog() {
  const { t } = useTranslation();
  const [profile, setProfile] = useState<Profile>('x4');
  const [which, setWhich] = useState<'all' | 'this'>('all');
  const page = useDesk((s) => s.page);
  const all = useDesk((s) => s.project?.pages);
  const ids = all?.map((p) => p.id) ?? [];
  return (
    <DialogFrame name="export" title={t('export.title')}>
      {(close) => (
        <>
          <Choice
            label={t('export.profile')}
            value={profile}
            options={PROFILES}
            words={(p) => ({ name: t(`export.${p}.name`), note: t(`export.${p}.note`) })}
            onChange={setProfile}
          />
          {ids.length > 1 && (
            <Choice
              label={t('export.pages')}
              value={which}
              options={['all', 'this']}
              words={(w) => ({ name: t(`export.${w}Pages`), note: w === 'all' ? t('export.count', { count: ids.length }) : '' })}
              onChange={setWhich}
            />
          )}
          <Warning pages={which === 'this' && page ? [page] : ids} />
          <div className="dialog-actions">
            <Button className="action action-plain" onPress={close}>
              {t('dialog.cancel')}
            </Button>
            <Button
              className="action action-primary"
              onPress={() => {
                close();
                void exportPdf(profile, which === 'this' && page ? [page] : null);
              }}
            >
              {t('export.go')}
            </Button>
          </div>
        </>
      )}
    </DialogFrame>
  );
}
