/** 检查 and 历史: two tabs of one dock. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { findingsNow, useCalm } from '../state/calm.ts';
import { Checks } from './checks/Checks.tsx';
import { countOf } from './checks/rows.ts';
import { History } from './history/History.tsx';

export function ChecksAndHistory() {
  const { t } = useTranslation();
  const errors = countOf(useCalm(findingsNow), 'error');
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
      <TabPanel id="checks" className="panel-body checks-body">
        <Checks />
      </TabPanel>
      <TabPanel id="history" className="panel-body">
        <section aria-label={t('panel.history')} className="fill">
          <History />
        </section>
      </TabPanel>
    </Tabs>
  );
}
