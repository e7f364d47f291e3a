/** Where a passage goes: one of the other stories. */
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CopyRow } from '../../../state/copy-rows.ts';
import { sendTo } from '../../../state/copy-verbs.ts';
import { useCopyView } from '../../../state/copy-view.ts';
import { useDesk } from '../../../state/desk.ts';
import { storyName } from '../../page/names.ts';
import { Over } from './Over.tsx';

export function SendDialog({ rows }: { readonly rows: readonly CopyRow[] }) {
  const { t } = useTranslation();
  const project = useDesk((s) => s.project);
  const key = useCopyView((s) => s.row);
  const row = rows.find((r) => r.key === key);
  const own = row?.kind === 'passage' ? row.story : '';
  const stories = (project?.storyOrder ?? []).filter((id) => id !== own).flatMap((id) => project?.stories[id] ?? []);
  return (
    <Over name="send" title={t('desk.sendTo')}>
      {(close) => (
        <ListBox
          aria-label={t('desk.sendTo')}
          className="menu-list desk-send"
          autoFocus
          items={stories}
          onAction={(id) => {
            close();
            if (row) sendTo(row, String(id));
          }}
          renderEmptyState={() => <p className="desk-empty">{t('desk.noOther')}</p>}
        >
          {(story) => (
            <ListBoxItem id={story.id} className="menu-item" textValue={storyName(t, story)}>
              {storyName(t, story)}
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </Over>
  );
}
