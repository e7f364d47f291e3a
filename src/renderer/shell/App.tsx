import type { ReactNode } from 'react';
import { UNSAFE_PortalProvider as PortalProvider } from 'react-aria';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Panel as Dock, Group, Separator } from 'react-resizable-panels';
import { ChecksAndHistory } from '../panels/ChecksAndHistory.tsx';
import { CopyDesk } from '../panels/copy/CopyDesk.tsx';
import { DeskView } from '../panels/copy/desk/DeskView.tsx';
import { StoryDock } from '../panels/copy/StoryView.tsx';
import { InspectorDock } from '../panels/InspectorDock.tsx';
import { PagePanel } from '../panels/page/PagePanel.tsx';
import { Pages } from '../panels/pages/Pages.tsx';
import { useDesk } from '../state/desk.ts';
import { ContextBar } from './ContextBar.tsx';
import { AlignDialog } from './dialogs/AlignDialog.tsx';
import { ExportDialog } from './dialogs/ExportDialog.tsx';
import { ExportedDialog } from './dialogs/ExportedDialog.tsx';
import { GoToDialog } from './dialogs/GoToDialog.tsx';
import { KeysDialog } from './dialogs/KeysDialog.tsx';
import { NewDialog } from './dialogs/NewDialog.tsx';
import { Palette } from './dialogs/Palette.tsx';
import { RubyDialog } from './dialogs/RubyDialog.tsx';
import { RulesDialog } from './dialogs/RulesDialog.tsx';
import { StepDialog } from './dialogs/StepDialog.tsx';
import { languageCode } from './language.ts';
import { Notices } from './Notices.tsx';
import { usePageFirst } from './page-first.ts';
import { StatusBar } from './StatusBar.tsx';
import { savedLayout, saveLayout } from './settings.ts';
import { Toolbar } from './Toolbar.tsx';

/** A group of docked panels whose sizes are remembered. */
function Docks({
  id,
  orientation,
  children,
}: {
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  readonly children: ReactNode;
}) {
  const saved = savedLayout(id);
  return (
    <Group
      id={id}
      orientation={orientation}
      className="docks"
      {...(saved ? { defaultLayout: saved } : {})}
      onLayoutChanged={(layout, meta) => meta.isUserInteraction && saveLayout(id, layout)}
    >
      {children}
    </Group>
  );
}

function Seam({ name }: { readonly name: string }) {
  return <Separator className="seam" aria-label={name} />;
}

/** Where menus, lists and dialogs stand while they are open: a part of the window with a name, for who hears it. */
const overlays = (): HTMLElement | null => document.getElementById('overlays');

export function App() {
  const { t } = useTranslation();
  const language = useDesk((s) => s.language);
  const open = useDesk((s) => s.project !== null);
  const wide = useDesk((s) => s.copyDesk && s.project !== null);
  const seam = t('panel.resize');
  const ready = usePageFirst();
  return (
    <I18nProvider locale={languageCode(language)}>
      <PortalProvider getContainer={overlays}>
        <div className="app">
          <header>
            <h1 className="visually-hidden">{t('title.app')}</h1>
            <Toolbar />
            <ContextBar />
          </header>
          <main className="work">
            <Docks id="work" orientation="horizontal">
              {open && (
                <>
                  <Dock id="left" defaultSize={290} minSize={220} maxSize={560} groupResizeBehavior="preserve-pixel-size">
                    <Docks id="left-docks" orientation="vertical">
                      <Dock id="stories" defaultSize="42" minSize={120}>
                        {ready && <CopyDesk />}
                      </Dock>
                      <Seam name={seam} />
                      <Dock id="text" minSize={120}>
                        {ready && <StoryDock />}
                      </Dock>
                    </Docks>
                  </Dock>
                  <Seam name={seam} />
                </>
              )}
              <Dock id="page" minSize={320}>
                <div className="page-dock">
                  <PagePanel />
                  {wide && <DeskView />}
                  <Notices />
                </div>
              </Dock>
              {open && !wide && (
                <>
                  <Seam name={seam} />
                  <Dock id="right" defaultSize={264} minSize={220} maxSize={460} groupResizeBehavior="preserve-pixel-size">
                    <Docks id="right-docks" orientation="vertical">
                      <Dock id="pages" defaultSize="22" minSize={110}>
                        {ready && <Pages />}
                      </Dock>
                      <Seam name={seam} />
                      <Dock id="inspector" defaultSize="54" minSize={140}>
                        {ready && <InspectorDock />}
                      </Dock>
                      <Seam name={seam} />
                      <Dock id="checks" minSize={110}>
                        {ready && <ChecksAndHistory />}
                      </Dock>
                    </Docks>
                  </Dock>
                </>
              )}
            </Docks>
          </main>
          <StatusBar />
          <NewDialog />
          <ExportDialog />
          <ExportedDialog />
          <RulesDialog />
          <Palette />
          <KeysDialog />
          <GoToDialog />
          <RubyDialog />
          <StepDialog />
          <AlignDialog />
        </div>
        <section id="overlays" aria-label={t('panel.overlays')} />
      </PortalProvider>
    </I18nProvider>
  );
}
