/** 历史: every step by its name and page, the newest first; pressed, the issue goes back or forward to it. */
import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Edit } from '../../../core/document/index.ts';
import { historyNow, projectNow, useCalm } from '../../state/calm.ts';
import { goTo } from '../../state/change.ts';

/** Ids of the pages that an edit names, each once. */
function pagesIn(edit: Edit): string[] {
  if (edit.kind === 'all') return [...new Set(edit.edits.flatMap(pagesIn))];
  if (edit.kind === 'frame' || edit.kind === 'article') return [edit.page];
  return edit.kind === 'page' ? [edit.id] : [];
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly undone: boolean;
  /** Page numbers; none where the step concerns no page or more than two. */
  readonly where: readonly number[];
}

/** More pages than this are “the issue”. */
const FEW = 2;

function useRows(): { rows: readonly Row[]; now: string } {
  const history = useCalm(historyNow);
  const pages = useCalm(projectNow)?.pages;
  return useMemo(() => {
    const number = new Map(pages?.map((p) => [p.id, p.number]));
    const steps = [...history.past, ...history.future].map((e, i): Row => {
      const where = pagesIn(e.edit).flatMap((id) => number.get(id) ?? []);
      return { id: String(i + 1), label: e.label, undone: i >= history.past.length, where: where.length <= FEW ? where : [] };
    });
    const rows = [{ id: '0', label: 'open', undone: false, where: [] }, ...steps].reverse();
    return { rows, now: String(history.past.length) };
  }, [history, pages]);
}

export function History() {
  const { t } = useTranslation();
  const { rows, now } = useRows();
  return (
    <ListBox
      aria-label={t('panel.history')}
      className="history-list"
      items={rows}
      dependencies={[t, now]}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[now]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys];
        if (id !== undefined) goTo(Number(id));
      }}
    >
      {(r) => (
        <ListBoxItem id={r.id} className="history-item" data-undone={r.undone ? '' : undefined} textValue={t(`history.${r.label}`)}>
          <span className="history-name">{t(`history.${r.label}`)}</span>
          {r.where.length > 0 && <span className="history-where">{t('history.where', { pages: r.where.join('、') })}</span>}
          {r.id === now && <span className="history-now">{t('history.now')}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
