/** 属性, 样式 and 色板: three tabs of one dock. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type InspectorTab, setDesk, useDesk } from '../state/desk.ts';
import { Inspector } from './inspector/Inspector.tsx';
import { Styles } from './styles/Styles.tsx';
import { Swatches } from './styles/Swatches.tsx';

export function InspectorDock() {
  const { t } = useTranslation();
  const tab = useDesk((s) => s.inspectorTab);
  return (
    <Tabs className="panel tabs" selectedKey={tab} onSelectionChange={(key) => setDesk({ inspectorTab: key as InspectorTab })}>
      <TabList aria-label={t('panel.inspectorDock')} className="tab-list">
        <Tab id="inspector" className="tab">
          {t('panel.inspector')}
        </Tab>
        <Tab id="styles" className="tab">
          {t('panel.styles')}
        </Tab>
        <Tab id="swatches" className="tab">
          {t('panel.swatches')}
        </Tab>
      </TabList>
      <TabPanel id="inspector" className="panel-body">
        <Inspector />
      </TabPanel>
      <TabPanel id="styles" className="panel-body">
        <section aria-label={t('panel.styles')} data-panel="styles">
          <Styles />
        </section>
      </TabPanel>
      <TabPanel id="swatches" className="panel-body">
        <section aria-label={t('panel.swatches')} data-panel="swatches">
          <Swatches />
        </section>
      </TabPanel>
    </Tabs>
  );
}
