/** 版序: the pages of the issue in order. */
import { ChevronLeft, ChevronRight, LayoutDashboard, Plus, Trash2 } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { PageState } from '../../../core/document/index.ts';
import { Action } from '../../shell/Action.tsx';
import { movePage, showPage } from '../../shell/commands/page.ts';
import { Panel } from '../../shell/Panel.tsx';
import { pagesNow, scenesNow, useCalm } from '../../state/calm.ts';
import { desk, useDesk } from '../../state/desk.ts';
import { hoverPage, useBoardKeys } from './boardKeys.ts';
import { Templates } from './Templates.tsx';
import { Thumbnail } from './Thumbnail.tsx';

const WIDTH = 76;

function Mover({ by }: { readonly by: 1 | -1 }) {
  const { t } = useTranslation();
  const words = t(by < 0 ? 'pages.earlier' : 'pages.later');
  const can = useDesk((s) => {
    const at = s.project?.pages.findIndex((p) => p.id === s.page) ?? -1;
    return at >= 0 && s.project?.pages[at + by] !== undefined;
  });
  return (
    <button
      type="button"
      className="action action-icon"
      aria-label={words}
      title={words}
      disabled={!can}
      onClick={() => movePage(desk().page ?? '', by)}
    >
      {by < 0 ? <ChevronLeft size={15} aria-hidden /> : <ChevronRight size={15} aria-hidden />}
    </button>
  );
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly section: string;
  readonly over: boolean;
  readonly state: PageState;
}

/** A row stays the same object while nothing of it changes, and the rows the same list. */
function useRows(): readonly Row[] {
  const pages = useCalm(pagesNow, 'figure');
  const scenes = useCalm(scenesNow, 'figure');
  const kept = useRef<readonly Row[]>([]);
  return useMemo(() => {
    const rows = (pages ?? []).map((p, i): Row => {
      const was = kept.current[i];
      const over = (scenes[p.id]?.overset.length ?? 0) > 0;
      const state = p.state ?? 'working';
      return was?.id === p.id && was.number === p.number && was.section === p.section && was.over === over && was.state === state
        ? was
        : { id: p.id, number: p.number, section: p.section, over, state };
    });
    if (rows.length !== kept.current.length || rows.some((row, i) => row !== kept.current[i])) kept.current = rows;
    return kept.current;
  }, [pages, scenes]);
}

export function Pages() {
  const { t } = useTranslation();
  const current = useDesk((s) => s.page);
  const rows = useRows();
  useBoardKeys();
  return (
    <Panel
      title={t('panel.pages')}
      name="pages"
      note={t('pages.count', { count: rows.length })}
      actions={
        <>
          <Action command="page.arrange" icon={LayoutDashboard} />
          <Mover by={-1} />
          <Mover by={1} />
          <Action command="page.add" icon={Plus} />
          <Action command="page.remove" icon={Trash2} />
        </>
      }
    >
      <ListBox
        aria-label={t('panel.pages')}
        className="page-list"
        layout="grid"
        orientation="vertical"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        items={rows}
        dependencies={[t]}
        selectedKeys={rows.some((r) => r.id === current) && current ? [current] : []}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined && id !== desk().page) showPage(String(id));
        }}
      >
        {(p) => (
          <ListBoxItem
            id={p.id}
            textValue={t('pages.page', { number: p.number })}
            className="page-item"
            data-page={p.id}
            onHoverStart={() => hoverPage(p.id)}
            onHoverEnd={() => hoverPage(null)}
          >
            <span className="sheet">
              <Thumbnail page={p.id} width={WIDTH} />
              {p.over && <span className="page-over" role="img" aria-label={t('pages.over')} />}
              {p.state !== 'working' && (
                <span className={`page-state page-${p.state}`} data-state={p.state}>
                  {t(`pages.state.${p.state}`)}
                </span>
              )}
            </span>
            <span className="page-number">
              {t('pages.page', { number: p.number })}
              {p.section && <em>{p.section}</em>}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      <Templates />
    </Panel>
  );
}
