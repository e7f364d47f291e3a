/** 检查 and 历史: two tabs of one dock. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button, GridList, GridListItem, ListLayout, Tab, TabList, TabPanel, Tabs, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Finding, messageOf } from '../../core/check/index.ts';
import { languageCode } from '../shell/language.ts';
import { findingsNow, useCalm } from '../state/calm.ts';
import { commit } from '../state/change.ts';
import { useDesk } from '../state/desk.ts';
import { goToFinding } from './goToFinding.ts';
import { History } from './history/History.tsx';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info };

interface Row {
  readonly id: string;
  readonly finding: Finding;
}

/** The page that is looked at first, then the others; on each the worst first. */
function useRows(): readonly Row[] {
  const findings = useCalm(findingsNow);
  const page = useDesk((s) => s.page);
  return useMemo(() => {
    const rows = findings.map((finding, i) => ({ id: `${i} ${finding.rule} ${finding.page ?? ''}`, finding }));
    return [...rows.filter((r) => r.finding.page === page), ...rows.filter((r) => r.finding.page !== page)];
  }, [findings, page]);
}

function FindingRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation();
  const { finding } = row;
  const Icon = ICONS[finding.severity];
  const language = languageCode(useDesk((s) => s.language));
  const number = useDesk((s) => s.project?.pages.find((p) => p.id === finding.page)?.number);
  const text = messageOf(finding, language);
  return (
    <GridListItem
      id={row.id}
      textValue={text}
      className={`finding finding-${finding.severity}`}
      data-rule={finding.rule}
      data-severity={finding.severity}
    >
      <Icon size={14} strokeWidth={1.8} role="img" aria-label={t(`check.severity.${finding.severity}`)} />
      <span className="finding-text">{text}</span>
      <span className="finding-where">
        <span>
          {number === undefined ? t('check.issue') : t('pages.page', { number })} · {finding.rule}
        </span>
        {finding.mend && (
          <Button className="chip" onPress={() => finding.mend && commit('check.mend', finding.mend)}>
            {t('check.mend')}
          </Button>
        )}
      </span>
    </GridListItem>
  );
}

/** A finding takes one line of words or several: rows are measured as they are seen. In CSS pixels. */
const ROWS = { estimatedRowHeight: 66 };

function Checks({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useTranslation();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
      <GridList
        aria-label={t('panel.checks')}
        className="finding-list"
        items={rows}
        selectionMode="none"
        onAction={(id) => {
          const row = rows.find((r) => r.id === id);
          if (row) goToFinding(row.finding);
        }}
        renderEmptyState={() => (
          <div className="empty">
            <CircleCheck size={18} strokeWidth={1.5} aria-hidden />
            <p>{t('check.none')}</p>
          </div>
        )}
      >
        {(row) => <FindingRow row={row} />}
      </GridList>
    </Virtualizer>
  );
}

export function ChecksAndHistory() {
  const { t } = useTranslation();
  const rows = useRows();
  const errors = rows.filter((r) => r.finding.severity === 'error').length;
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
        <Checks rows={rows} />
      </TabPanel>
      <TabPanel id="history" className="panel-body">
        <section aria-label={t('panel.history')} className="fill">
          <History />
        </section>
      </TabPanel>
    </Tabs>
  );
}
