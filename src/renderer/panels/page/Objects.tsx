/** The page as a list of buttons in reading order: for screen readers, and for whoever drives the window by keyboard or program. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { findSheet, type Page, type Project } from '../../../core/document/index.ts';
import { projectNow, useCalm } from '../../state/calm.ts';
import { setDesk, useDesk } from '../../state/desk.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { frameKey, picked, pickedFrames, readingOrder } from '../../state/selection.ts';
import { articleName, frameName, keyName } from './names.ts';

const rectText = (r: { x: number; y: number; width: number; height: number } | null): string =>
  r ? [r.x, r.y, r.width, r.height].map((v) => v.toFixed(2)).join(' ') : '';

const ObjectList = memo(function ObjectList({ project, page, selected }: { project: Project; page: Page; selected: readonly string[] }) {
  const { t } = useTranslation();
  const button = (key: string, name: string, rect: string, role: string) => (
    <button
      type="button"
      tabIndex={-1}
      aria-pressed={selected.includes(key)}
      data-key={key}
      data-role={role}
      data-rect={rect}
      onClick={() => setDesk({ selected: [key] })}
    >
      {name}
    </button>
  );
  return (
    <ul className="visually-hidden" aria-label={t('page.objects')}>
      {readingOrder(page).map((key) => {
        const p = picked(key);
        const frames = pickedFrames(page, [key]);
        const name =
          p.kind === 'article' ? t('page.article', { name: articleName(t, project, page, p.id) }) : keyName(t, project, page, key);
        return (
          <li key={key}>
            {p.kind !== 'frame' && button(key, name, rectText(framesRect(page, frames)), p.kind)}
            <ul>
              {frames.map((f) => (
                <li key={f.id}>{button(frameKey(f.id), frameName(t, project, page, f), rectText(frameRect(page, f)), f.shows.kind)}</li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
});

export function Objects() {
  const project = useCalm(projectNow);
  const id = useDesk((s) => s.page);
  const selected = useDesk((s) => s.selected);
  const page = project && id ? findSheet(project, id) : null;
  return project && page ? <ObjectList project={project} page={page} selected={selected} /> : null;
}
