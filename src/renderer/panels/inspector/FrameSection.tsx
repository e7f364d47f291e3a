/** What one frame can have set about itself. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RULE_STYLES } from '../../../core/compose/index.ts';
import type { Frame, Page } from '../../../core/document/index.ts';
import { grey } from '../../../core/scene/index.ts';
import { commit } from '../../state/change.ts';
import { putFrame } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { MeasureField } from './MeasureField.tsx';

const FORMS = ['over', 'beside', 'vertical'] as const;
const SHARES = ['absolute', 'relative', 'free', 'auto'] as const;
const COUNT = { pt: 1 };
const TEXT_ROLES = ['headline', 'kicker', 'deck', 'label', 'byline', 'body', 'note', 'caption'] as const;

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
          <Choice
            label={t('inspector.lineStyle')}
            value={shows.style}
            options={Object.keys(RULE_STYLES)}
            words={(f) => t(`line.${f}`)}
            onChange={(style) => set({ ...shows, style })}
          />
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
  if (shows.kind === 'tint')
    return (
      <section className="inspector-section">
        <div className="measure-grid">
          <MeasureField
            name="tint"
            label={t('inspector.tint')}
            value={shows.colour.k * 100}
            unit={COUNT}
            suffix="% K"
            step={1}
            onChange={(v) => v >= 0 && v <= 100 && set({ ...shows, colour: grey(v / 100) })}
          />
        </div>
      </section>
    );
  if (shows.kind === 'text')
    return (
      <section className="inspector-section">
        <FreeText text={shows.text} onChange={(text) => set({ ...shows, text })} />
        <div className="measure-grid">
          <Choice
            label={t('inspector.role')}
            value={shows.role}
            options={TEXT_ROLES}
            words={(r) => t(`role.text.${r}`)}
            onChange={(role) => set({ ...shows, role })}
          />
        </div>
      </section>
    );
  return null;
}

/** Text that belongs to no story: put on the page when the field is left, or with Ctrl+Enter. */
function FreeText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const put = (): void => {
    if (draft !== null && draft !== text) onChange(draft);
    setDraft(null);
  };
  return (
    <textarea
      className="free-text"
      aria-label={t('inspector.words')}
      placeholder={t('inspector.words')}
      rows={3}
      data-field="words"
      value={draft ?? text}
      onChange={(e) => setDraft(e.target.value)}
      onBlur={put}
      onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && put()}
    />
  );
}
