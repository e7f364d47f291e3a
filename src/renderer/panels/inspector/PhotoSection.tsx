/** A photo in its frame: which file, how sharp it will print, and which part of it shows. */
import { ImagePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Edit, Frame, Page, Picture, Project } from '../../../core/document/index.ts';
import { placeRect } from '../../../core/measure/index.ts';
import { Action } from '../../shell/Action.tsx';
import { commit } from '../../state/change.ts';
import { useDesk } from '../../state/desk.ts';
import { putFrame } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { MeasureField } from './MeasureField.tsx';

/** Newsprint: fewer pixels an inch than this show (guide: features §1.4). */
const AMBER_PPI = 200;
const RED_PPI = 150;
const PERCENT = { pt: 1 };

/** What of the picture shows in a frame it fills about its focus, in fractions. */
function fillOf(
  picture: { width: number; height: number; focus: { x: number; y: number } },
  ratio: number,
): { x: number; y: number; width: number; height: number } {
  const own = picture.width / picture.height;
  const width = Math.min(1, ratio / own);
  const height = Math.min(1, own / ratio);
  const clamp = (v: number, most: number): number => Math.min(most, Math.max(0, v));
  return { width, height, x: clamp(picture.focus.x - width / 2, 1 - width), y: clamp(picture.focus.y - height / 2, 1 - height) };
}

const FACINGS = ['unknown', 'left', 'right'] as const;

/** Which way the picture looks, for the check that it does not look off the page. */
function facingEdit(picture: Picture, facing: (typeof FACINGS)[number]): Edit {
  const { facing: _before, ...rest } = picture;
  return { kind: 'picture', id: picture.id, after: facing === 'unknown' ? rest : { ...rest, facing } };
}

export function PhotoSection({ project, page, frame }: { readonly project: Project; readonly page: Page; readonly frame: Frame }) {
  const { t } = useTranslation();
  const scene = useDesk((s) => s.scenes[page.id]);
  if (frame.shows.kind !== 'photo') return null;
  const { shows } = frame;
  const story = project.stories[page.articles.find((a) => a.id === frame.article)?.story ?? ''];
  const picture = project.pictures[story?.pictures[shows.picture]?.picture ?? ''];
  const replace = (
    <Action command="file.photo" look="both" icon={ImagePlus} label={picture ? t('inspector.replacePhoto') : t('inspector.placePhoto')} />
  );
  if (!picture)
    return (
      <section className="inspector-section">
        <p className="inspector-note">{t('inspector.noPhoto')}</p>
        {replace}
      </section>
    );
  const item = scene?.parts.find((p) => p.frame === frame.id)?.items.find((i) => i.kind === 'picture');
  const r = item?.kind === 'picture' ? item : placeRect(page.format, page.grid, frame.at);
  const crop = shows.crop ?? fillOf(picture, r.width / r.height);
  const ppi = Math.round((picture.width * crop.width) / (r.width / 72));
  const tone = ppi < RED_PPI ? 'bad' : ppi < AMBER_PPI ? 'short' : 'good';
  const fill = fillOf(picture, r.width / r.height);
  const zoom = (fill.width / crop.width) * 100;
  const setCrop = (scale: number, x: number, y: number): void => {
    const [width, height] = [fill.width / scale, fill.height / scale];
    const clamp = (v: number, most: number): number => Math.min(most, Math.max(0, v));
    commit(
      'photo.crop',
      putFrame(page, { ...frame, shows: { ...shows, crop: { width, height, x: clamp(x, 1 - width), y: clamp(y, 1 - height) } } }),
    );
  };
  const [cx, cy] = [crop.x + crop.width / 2, crop.y + crop.height / 2];
  const at = (v: number): number => v / (zoom / 100) / 2;
  return (
    <section className="inspector-section">
      <p className="inspector-figures">
        <span className="file-name">{picture.name}</span>
        <span className={tone}>{t('inspector.ppi', { ppi, width: picture.width, height: picture.height })}</span>
      </p>
      <div className="measure-grid">
        <MeasureField
          name="photo-zoom"
          label={t('inspector.photoZoom')}
          value={zoom}
          unit={PERCENT}
          suffix="%"
          step={5}
          onChange={(v) => {
            const k = Math.max(1, v / 100);
            setCrop(k, cx - fill.width / k / 2, cy - fill.height / k / 2);
          }}
        />
        <span />
        <MeasureField
          name="photo-x"
          label={t('inspector.photoX')}
          value={cx * 100}
          unit={PERCENT}
          suffix="%"
          step={1}
          onChange={(v) => setCrop(zoom / 100, v / 100 - at(fill.width), crop.y)}
        />
        <MeasureField
          name="photo-y"
          label={t('inspector.photoY')}
          value={cy * 100}
          unit={PERCENT}
          suffix="%"
          step={1}
          onChange={(v) => setCrop(zoom / 100, crop.x, v / 100 - at(fill.height))}
        />
        <Choice
          label={t('facing.label')}
          value={picture.facing ?? 'unknown'}
          options={FACINGS}
          words={(f) => t(`facing.${f}`)}
          onChange={(f) => commit('photo.facing', facingEdit(picture, f))}
        />
      </div>
      {replace}
    </section>
  );
}
