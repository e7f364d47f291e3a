/** What one frame can have set about itself. */
import { useTranslation } from 'react-i18next';
import type { Frame, Page } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { putFrame } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { MeasureField } from './MeasureField.tsx';

const FORMS = ['over', 'beside', 'vertical'] as const;
const SHARES = ['absolute', 'relative', 'free', 'auto'] as const;
const COUNT = { pt: 1 };

export function FrameSection({ page, frame }: { readonly page: Page; readonly frame: Frame }) {
  const { t } = useTranslation();
  const { shows } = frame;
  const set = (after: Frame['shows']): void => void commit('frame.set', putFrame(page, { ...frame, shows: after }));
  if (shows.kind === 'head')
    return (
      <section className="inspector-section">
        <div className="measure-grid">
          <Choice
            label={t('inspector.form')}
            value={shows.form}
            options={FORMS}
            words={(f) => t(`form.${f}`)}
            onChange={(form) => set({ ...shows, form })}
          />
        </div>
      </section>
    );
  if (shows.kind === 'body')
    return (
      <section className="inspector-section">
        <div className="measure-grid">
          <MeasureField
            name="legs"
            label={t('inspector.legs')}
            value={shows.legs}
            unit={COUNT}
            suffix={shows.legs === 0 ? t('unit.byGrid') : t('unit.column')}
            step={1}
            onChange={(v) => v >= 0 && v <= 24 && set({ ...shows, legs: Math.round(v) })}
          />
          <Choice
            label={t('inspector.share')}
            value={shows.share}
            options={SHARES}
            words={(f) => t(`share.${f}`)}
            onChange={(share) => set({ ...shows, share })}
          />
        </div>
      </section>
    );
  if (shows.kind === 'rule' || shows.kind === 'box')
    return (
      <section className="inspector-section">
        <div className="measure-grid">
          <MeasureField
            name="weight"
            label={t('inspector.weight')}
            value={shows.weightPt}
            unit={COUNT}
            suffix="pt"
            step={0.25}
            onChange={(v) => v > 0 && v <= 36 && set({ ...shows, weightPt: v })}
          />
        </div>
      </section>
    );
  return null;
}
