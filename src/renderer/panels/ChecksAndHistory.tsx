/** 检查 and 历史: two tabs of one dock. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { ListBox, ListBoxItem, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { historyNow, projectNow, scenesNow, useCalm } from '../state/calm.ts';
import { goTo } from '../state/change.ts';
import { setDesk } from '../state/desk.ts';
import { type Finding, findingsOf } from './findings.ts';
import { storyName } from './page/names.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };

function useFindings(): Finding[] {
  const project = useCalm(projectNow);
  const scenes = useCalm(scenesNow);
  return useMemo(() => (project ? findingsOf(project, scenes) : []), [project, scenes]);
}

function Checks({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const stories = useCalm(projectNow)?.stories;
  const go = (f: Finding): void => setDesk({ page: f.page, selected: f.key ? [f.key] : [], ...(f.story ? { story: f.story } : {}) });
  return (
    <ListBox
      aria-label={t('panel.checks')}
      className="finding-list"
      items={findings}
      dependencies={[t, stories]}
      selectionMode="none"
      onAction={(id) => {
        const f = findings.find((x) => x.id === id);
        if (f) go(f);
      }}
      renderEmptyState={() => (
        <div className="empty">
          <CircleCheck size={18} strokeWidth={1.5} aria-hidden />
          <p>{t('check.none')}</p>
        </div>
      )}
    >
      {(f) => {
        const Icon = ICONS[f.severity];
        const text = t(f.words, f.values);
        return (
          <ListBoxItem id={f.id} textValue={text} className={`finding finding-${f.severity}`} data-finding={f.words}>
            <Icon size={14} strokeWidth={1.8} aria-label={t(`check.severity.${f.severity}`)} />
            <span className="finding-text">{text}</span>
            <span className="finding-where">
              {t('pages.page', { number: f.pageNumber })}
              {f.story && stories?.[f.story] ? ` · ${storyName(t, stories[f.story])}` : ''}
            </span>
          </ListBoxItem>
        );
      }}
    </ListBox>
  );
}

function HistoryList() {
  const { t } = useTranslation();
  const history = useCalm(historyNow);
  const rows = useMemo(() => {
    const all = [...history.past, ...[...history.future]];
    return [
      { id: '0', label: 'open', undone: false },
      ...all.map((e, i) => ({ id: String(i + 1), label: e.label, undone: i >= history.past.length })),
    ].reverse();
  }, [history]);
  return (
    <ListBox
      aria-label={t('panel.history')}
      className="history-list"
      items={rows}
      dependencies={[t]}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[String(history.past.length)]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys];
        if (id !== undefined) goTo(Number(id));
      }}
    >
      {(r) => (
        <ListBoxItem id={r.id} className="history-item" data-undone={r.undone ? '' : undefined} textValue={t(`history.${r.label}`)}>
          {t(`history.${r.label}`)}
        </ListBoxItem>
      )}
    </ListBox>
  );
}

export function ChecksAndHistory() {
  const { t } = useTranslation();
  const findings = useFindings();
  const errors = findings.filter((f) => f.severity === 'error').length;
  return (
    <Tabs className="panel tabs" data-panel="checks">
      <TabList aria-label={t('panel.checksAndHistory')} className="tab-list">
        <Tab id="checks" className="tab">
          {t('panel.checks')}
          {errors > 0 && <span className="count count-bad">{errors}</span>}
        </Tab>
        <Tab id="history" className="tab">
          {t('panel.history')}
        </Tab>
      </TabList>
      <TabPanel id="checks" className="panel-body">
        <Checks findings={findings} />
      </TabPanel>
      <TabPanel id="history" className="panel-body">
        <HistoryList />
      </TabPanel>
    </Tabs>
  );
}
