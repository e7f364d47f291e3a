import { FileText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Recent } from '../../../ipc/contract.ts';
import { bridge } from '../../bridge.ts';
import { Action } from '../../shell/Action.tsx';
import { openFile } from '../../state/files.ts';

/** How many issues worked on before are offered. */
const MOST_RECENT = 6;

function useRecent(): readonly Recent[] {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  useEffect(() => {
    void bridge.call('recent.list', null).then((answer) => answer.ok && setRecent(answer.value.slice(0, MOST_RECENT)));
  }, []);
  return recent;
}

/** No project is open: what to do first. */
export function EmptyPage() {
  const { t } = useTranslation();
  const recent = useRecent();
  return (
    <div className="empty-page">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <div className="empty-actions">
        <Action command="file.new" look="primary" />
        <Action command="file.import" look="plain" />
        <Action command="file.open" look="plain" />
        <Action command="file.sample" look="plain" />
      </div>
      {recent.length > 0 && (
        <div className="recent">
          <h3>{t('empty.recent')}</h3>
          {recent.map((r) => (
            <Button key={r.file} className="recent-file" onPress={() => void openFile(r.file)}>
              <FileText size={15} strokeWidth={1.6} aria-hidden />
              <span>{r.name}</span>
              <em>{r.folder}</em>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
