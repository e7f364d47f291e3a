import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { setDesk, useDesk } from '../../state/desk.ts';
import type { AlignTo } from '../../state/objects.ts';
import { AlignButtons, DistributeButtons } from '../Align.tsx';
import { DialogFrame } from './Frame.tsx';

const TO: readonly AlignTo[] = ['selection', 'typeArea'];

/** 对齐与分布: stays open, so that several can be tried one after the other. */
export function AlignDialog() {
  const { t } = useTranslation();
  const to = useDesk((s) => s.alignTo);
  const count = useDesk((s) => s.selected.length);
  return (
    <DialogFrame name="align" title={t('align.title')} className="modal-low">
      {(close) => (
        <>
          <RadioGroup className="choice" value={to} onChange={(v) => setDesk({ alignTo: v as AlignTo })}>
            <Label>{t('align.to')}</Label>
            {TO.map((o) => (
              <Radio key={o} value={o} className="radio">
                <span className="radio-mark" aria-hidden="true" />
                <span className="radio-words">
                  <strong>{t(`align.${o}`)}</strong>
                </span>
              </Radio>
            ))}
          </RadioGroup>
          <section className="align-row">
            <h3>{t('group.align')}</h3>
            <AlignButtons />
          </section>
          <section className="align-row">
            <h3>{t('group.distribute')}</h3>
            <DistributeButtons />
          </section>
          <p className="dialog-note">{t('status.selected', { count })}</p>
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
