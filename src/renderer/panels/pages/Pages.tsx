/** 版序: the pages of the issue in order. */
import { ChevronLeft, ChevronRight, LayoutDashboard, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Action } from '../../shell/Action.tsx';
import { movePage, showPage } from '../../shell/commands/page.ts';
import { Panel } from '../../shell/Panel.tsx';
import { scenesNow, useCalm } from '../../state/calm.ts';
import { desk, useDesk } from '../../state/desk.ts';
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

export function Pages() {
  const { t } = useTranslation();
  const pages = useDesk((s) => s.project?.pages);
  const scenes = useCalm(scenesNow);
  const current = useDesk((s) => s.page);
  const rows = useMemo(
    () => pages?.map((p) => ({ id: p.id, number: p.number, section: p.section, over: (scenes[p.id]?.overset.length ?? 0) > 0 })) ?? [],
    [pages, scenes],
  );
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
        selectedKeys={current ? [current] : []}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined && id !== desk().page) showPage(String(id));
        }}
      >
        {(p) => (
          <ListBoxItem id={p.id} textValue={t('pages.page', { number: p.number })} className="page-item" data-page={p.id}>
            <span className="sheet">
              <Thumbnail page={p.id} width={WIDTH} />
              {p.over && <span className="page-over" role="img" aria-label={t('pages.over')} />}
            </span>
            <span className="page-number">
              {t('pages.page', { number: p.number })}
              {p.section && <em>{p.section}</em>}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Panel>
  );
}
