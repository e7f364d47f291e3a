import { useTranslation } from 'react-i18next';
import { Action } from '../../shell/Action.tsx';

/** No project is open: what to do first. */
export function EmptyPage() {
  const { t } = useTranslation();
  return (
    <div className="empty-page">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <div className="empty-actions">
        <Action command="file.new" look="primary" />
        <Action command="file.import" look="plain" />
        <Action command="file.open" look="plain" />
      </div>
    </div>
  );
}
