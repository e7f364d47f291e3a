/** What each rule of the checks weighs in this paper. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { RULES, rulesOf } from '../../../core/check/index.ts';
import { WEIGHTS, type Weight, weigh, weighAnew, weightOf } from '../../panels/checks/weigh.ts';
import { Choice } from '../../panels/inspector/Choice.tsx';
import { useDesk } from '../../state/desk.ts';
import { DialogFrame } from './Frame.tsx';

function Rules() {
  const { t } = useTranslation();
  const checks = useDesk((s) => s.project?.checks);
  return (
    <ul className="rule-list">
      {RULES.map(({ id, severity }) => (
        <li key={id} data-rule={id}>
          <Choice<Weight>
            label={`${id} ${t(`rule.${id}`)}`}
            value={weightOf(checks, id)}
            options={WEIGHTS}
            words={(w) => (w === 'own' ? t('check.ownWeight', { weight: t(`check.severity.${severity}`) }) : t(`check.weight.${w}`))}
            onChange={(w) => weigh(id, w)}
          />
        </li>
      ))}
    </ul>
  );
}

export function RulesDialog() {
  const { t } = useTranslation();
  const changed = useDesk((s) => Object.keys(rulesOf(s.project?.checks)).length > 0);
  return (
    <DialogFrame name="rules" title={t('check.rules')} className="modal-wide">
      {(close) => (
        <>
          <Rules />
          <div className="dialog-actions">
            <Button className="action action-plain" isDisabled={!changed} onPress={weighAnew}>
              {t('check.weighAnew')}
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
