import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { toMm } from '../../core/measure/index.ts';
import { PlaceText } from '../panels/page/Badges.tsx';
import { findingsNow, sceneNow, useCalm } from '../state/calm.ts';
import { pageOf, templateNow, useDesk } from '../state/desk.ts';
import { boundsOf, pickedFrames } from '../state/selection.ts';

function Page() {
  const { t } = useTranslation();
  const page = useDesk(pageOf);
  const template = useDesk(templateNow);
  if (!page) return null;
  const { grid, format } = page;
  return (
    <>
      <span>{template ? t('template.name', { name: template.name }) : t('status.page', { number: page.number })}</span>
      <span className="dim">
        {t('status.grid', {
          columns: grid.columns,
          chars: grid.charsPerColumn,
          lines: grid.lines,
          width: Math.round(toMm(format.widthPt)),
          height: Math.round(toMm(format.heightPt)),
        })}
      </span>
    </>
  );
}

/** Whether the page closes: text that is over as composed, lines left open as the checks find them. */
function Fill() {
  const { t } = useTranslation();
  const scene = useCalm(sceneNow, 'figure');
  const findings = useCalm(findingsNow, 'figure');
  if (!scene) return null;
  const slots = scene.parts.reduce((sum, p) => sum + p.slots, 0);
  const over = scene.overset.reduce((sum, o) => sum + o.characters, 0);
  const open = findings
    .filter((f) => f.page === scene.page && f.key === 'underset')
    .reduce((sum, f) => sum + Number(f.figures.lines ?? 0), 0);
  return (
    <>
      {over > 0 ? (
        <span className="bad" data-over={over}>
          {t('status.over', { characters: over })}
        </span>
      ) : open > 0 ? (
        <span className="short">{t('status.short', { count: open })}</span>
      ) : slots > 0 ? (
        <span className="good">{t('status.full')}</span>
      ) : null}
      {scene.missing.length > 0 && <span className="bad">{t('status.missing', { count: scene.missing.length })}</span>}
    </>
  );
}

function Selected() {
  const { t } = useTranslation();
  const page = useDeferredValue(useDesk(pageOf));
  const selected = useDesk((s) => s.selected);
  if (!page || selected.length === 0) return null;
  const frames = pickedFrames(page, selected);
  const at = boundsOf(frames);
  return (
    <span className="place">
      {selected.length > 1 && <span>{t('status.selected', { count: selected.length })}</span>}
      {at && <PlaceText grid={page.grid} at={at} />}
    </span>
  );
}

/** The foot of the window: where we are, what is selected, whether the page closes. */
export function StatusBar() {
  const { t } = useTranslation();
  const arranging = useDesk((s) => s.arranging);
  const composing = useDesk((s) => s.composing);
  const busy = arranging ? t('status.arranging', arranging) : composing ? t('status.composing') : null;
  return (
    <footer className="status-bar" role="contentinfo" aria-label={t('status.name')}>
      <Page />
      <Fill />
      <div className="stretch" />
      {busy && <span className="busy">{busy}</span>}
      <Selected />
    </footer>
  );
}
