/** How sharp a photo will print, at its corner where it will not: amber under 200 pixels an inch, red under 150 or without a picture. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { rectToView } from '../../canvas/camera.ts';
import { pageOf, setDesk, useDesk } from '../../state/desk.ts';
import { photoOf, ppiOf, ppiTone } from '../../state/photo.ts';
import { frameRect } from '../../state/place.ts';
import { frameKey } from '../../state/selection.ts';

/** A frame narrower than this on the screen has no room for a badge. CSS pixels. */
const ROOM_PX = 70;

/** None is shown while a hand moves what it belongs to. */
export function PhotoBadges() {
  const moving = useDesk((s) => s.show.at !== null);
  return moving ? null : <StillBadges />;
}

const StillBadges = memo(function StillBadges() {
  const { t } = useTranslation();
  const camera = useDesk((s) => s.camera);
  const project = useDesk((s) => s.project);
  const page = useDesk(pageOf);
  const preview = useDesk((s) => s.aids.preview);
  const amiss = useDesk((s) => s.amiss);
  if (!project || !page || preview) return null;
  return page.frames.flatMap((frame) => {
    const photo = photoOf(project, page, frame);
    if (!photo) return [];
    const rect = frameRect(page, frame);
    const r = rectToView(camera, rect);
    const ppi = photo.picture ? ppiOf(photo, photo.picture, rect) : 0;
    const state = photo.picture ? amiss[photo.picture.id] : undefined;
    const tone = state ? 'bad' : ppiTone(ppi, photo.picture);
    if (tone === 'good' || r.width < ROOM_PX) return [];
    return [
      <button
        key={frame.id}
        type="button"
        tabIndex={-1}
        className={`photo-badge photo-badge-${tone}`}
        style={{ transform: `translate(${Math.round(r.x + 4)}px, ${Math.round(r.y + 4)}px)` }}
        data-ppi={ppi}
        onPointerDown={(e) => e.stopPropagation()}
        onClick={() => setDesk({ selected: [frameKey(frame.id)] })}
      >
        {state ? t(`photo.${state === 'missing' ? 'gone' : 'changed'}`) : photo.picture ? t('photo.ppi', { ppi }) : t('photo.missing')}
      </button>,
    ];
  });
});
