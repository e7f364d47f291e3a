import { CheckCircle2, Info, OctagonAlert, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge.ts';
import { useDesk } from '../state/desk.ts';
import { cancelExport } from '../state/files.ts';
import { dismiss } from '../state/notices.ts';

const ICONS = { info: Info, done: CheckCircle2, error: OctagonAlert };

function Exporting() {
  const { t } = useTranslation();
  const run = useDesk((s) => s.exporting);
  if (!run) return null;
  const share = run.total > 0 ? run.done / run.total : 0;
  return (
    <div className="notice notice-progress" role="status">
      <span>{t('export.progress', { done: run.done, total: run.total })}</span>
      <div
        className="bar"
        role="progressbar"
        aria-label={t('export.title')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${Math.max(3, share * 100)}%` }} />
      </div>
      <Button className="action action-plain" onPress={cancelExport}>
        {t('dialog.cancel')}
      </Button>
    </div>
  );
}

/** So many sentences stand over the smallest window's page; more of them scroll. */
const FEW = 5;

/** Sentences to the editor, over the foot of the page. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useDesk((s) => s.notices);
  return (
    <div className={notices.length > FEW ? 'notices notices-many' : 'notices'}>
      <Exporting />
      {notices.map((n) => {
        const Icon = ICONS[n.tone];
        return (
          <div key={n.id} className={`notice notice-${n.tone}`} role={n.tone === 'error' ? 'alert' : 'status'}>
            <Icon size={16} strokeWidth={1.7} aria-hidden />
            <span>{n.text}</span>
            {n.file && (
              <Button className="action action-plain" onPress={() => void bridge.call('file.reveal', { file: n.file ?? '' })}>
                {t('notice.show')}
              </Button>
            )}
            <Button className="action action-icon small" aria-label={t('dialog.close')} onPress={() => dismiss(n.id)}>
              <X size={13} aria-hidden />
            </Button>
          </div>
        );
      })}
    </div>
  );
}
