/** How an article's headline, kicker and deck are set, apart from the sheet. */
import { AArrowDown, AArrowUp, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Article, Page, Project, TextRole, TextStyle } from '../../../core/document/index.ts';
import { sizeName } from '../../../core/measure/index.ts';
import { Action } from '../../shell/Action.tsx';
import { commit } from '../../state/change.ts';
import { overrideStyle, styleOf } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { ColourField } from './ColourField.tsx';
import { MeasureField } from './MeasureField.tsx';

const FACES = ['serif-900', 'serif-700', 'serif-400', 'sans-900', 'sans-700', 'sans-400', 'kai-400'] as const;
const LATIN: Readonly<Record<string, string>> = { 'serif-900': 'latin-900', 'serif-700': 'latin-700', 'serif-400': 'latin-400' };
const ALIGN = ['left', 'centre', 'right', 'spread'] as const;
const POINT = { pt: 1 };

interface RoleProps {
  readonly project: Project;
  readonly page: Page;
  readonly article: Article;
  readonly role: TextRole;
}

function RoleStyle({ project, page, article, role }: RoleProps) {
  const { t } = useTranslation();
  const style = styleOf(project, page, article.id, role);
  const set = (change: Partial<TextStyle>): void => void commit('style.set', overrideStyle(project, page, article, role, change));
  const name = sizeName(style.sizePt);
  const own = article.overrides[role] !== undefined;
  return (
    <section className="inspector-section">
      <h3>
        {t(`role.text.${role}`)}
        {own && (
          <button
            type="button"
            className="action action-icon small"
            aria-label={t('inspector.reset')}
            title={t('inspector.reset')}
            onClick={() => set(project.styles[role])}
          >
            <RotateCcw size={12} aria-hidden />
          </button>
        )}
        {role === 'headline' && (
          <span className="section-actions">
            <Action command="headline.smaller" icon={AArrowDown} />
            <Action command="headline.bigger" icon={AArrowUp} />
          </span>
        )}
      </h3>
      <div className="measure-grid">
        <MeasureField
          name={`${role}-size`}
          label={t('inspector.size')}
          value={style.sizePt}
          unit={POINT}
          suffix={name ? `pt ${name}` : 'pt'}
          step={1}
          onChange={(v) => v >= 4 && v <= 300 && set({ sizePt: v, leadingPt: Number(((v * style.leadingPt) / style.sizePt).toFixed(3)) })}
        />
        <MeasureField
          name={`${role}-tracking`}
          label={t('inspector.tracking')}
          value={style.trackingEm * 1000}
          unit={POINT}
          suffix="‰"
          step={5}
          onChange={(v) => Math.abs(v) <= 1000 && set({ trackingEm: v / 1000 })}
        />
        <MeasureField
          name={`${role}-above`}
          label={t('inspector.above')}
          value={style.aboveLines}
          unit={POINT}
          suffix={t('unit.line')}
          step={0.5}
          onChange={(v) => v >= 0 && set({ aboveLines: v })}
        />
        <MeasureField
          name={`${role}-below`}
          label={t('inspector.below')}
          value={style.belowLines}
          unit={POINT}
          suffix={t('unit.line')}
          step={0.5}
          onChange={(v) => v >= 0 && set({ belowLines: v })}
        />
      </div>
      <div className="measure-grid">
        <Choice
          label={t('inspector.face')}
          value={style.font}
          options={FACES}
          words={(f) => t(`face.${f}`)}
          onChange={(font) => set({ font, latin: LATIN[font] ?? font })}
        />
        <ColourField
          name={`${role}-colour`}
          project={project}
          label={t('inspector.colour')}
          value={style.colour}
          onChange={(colour) => set({ colour })}
        />
        <MeasureField
          name={`${role}-leading`}
          label={t('inspector.leading')}
          value={style.leadingPt}
          unit={POINT}
          suffix="pt"
          step={1}
          onChange={(v) => v > 0 && v <= 400 && set({ leadingPt: v })}
        />
        <Choice
          label={t('inspector.align')}
          value={style.align === 'justify' ? 'left' : style.align}
          options={ALIGN}
          words={(a) => t(`align.${a}`)}
          onChange={(align) => set({ align })}
        />
      </div>
      {role === 'headline' && <FitFields style={style} set={set} />}
    </section>
  );
}

/** What setting may do to make a headline fit its measure. */
export function FitFields({ style, set }: { readonly style: TextStyle; readonly set: (change: Partial<TextStyle>) => void }) {
  const { t } = useTranslation();
  const fit = style.fit ?? { trackingEm: 0, minPt: style.sizePt, maxLines: 3 };
  return (
    <div className="measure-grid">
      <MeasureField
        name="fit-tracking"
        label={t('inspector.fitTracking')}
        value={fit.trackingEm * 1000}
        unit={POINT}
        suffix="‰"
        step={5}
        onChange={(v) => v <= 0 && v >= -200 && set({ fit: { ...fit, trackingEm: v / 1000 } })}
      />
      <MeasureField
        name="fit-min"
        label={t('inspector.fitMin')}
        value={fit.minPt}
        unit={POINT}
        suffix="pt"
        step={1}
        onChange={(v) => v >= 4 && v <= 300 && set({ fit: { ...fit, minPt: v } })}
      />
      <MeasureField
        name="fit-lines"
        label={t('inspector.fitLines')}
        value={fit.maxLines}
        unit={POINT}
        suffix={t('unit.line')}
        step={1}
        onChange={(v) => v >= 1 && v <= 9 && set({ fit: { ...fit, maxLines: Math.round(v) } })}
      />
    </div>
  );
}

/** The head's roles that the story has. */
export function HeadSection({ project, page, article }: Omit<RoleProps, 'role'>) {
  const story = project.stories[article.story];
  const roles = (['headline', 'kicker', 'deck'] as const).filter((r) => story?.[r]);
  return roles.map((role) => <RoleStyle key={role} project={project} page={page} article={article} role={role} />);
}
