/** One role of the style sheet: its characters and its paragraphs. What is set here is set on every page at once. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Edit, Project, TextRole, TextStyle } from '../../../core/document/index.ts';
import { sizeName } from '../../../core/measure/index.ts';
import { commit, commitRun } from '../../state/change.ts';
import { together } from '../../state/edits.ts';
import { Choice } from '../inspector/Choice.tsx';
import { ColourField } from '../inspector/ColourField.tsx';
import { FitFields } from '../inspector/HeadSection.tsx';
import { MeasureField } from '../inspector/MeasureField.tsx';
import { JustificationFields } from './JustificationFields.tsx';

const HAN = ['serif-900', 'serif-700', 'serif-400', 'sans-900', 'sans-700', 'sans-400', 'kai-400'] as const;
const LATIN = [...HAN, 'latin-400', 'latin-700', 'latin-900'] as const;
const ALIGN = ['left', 'centre', 'right', 'justify', 'spread'] as const;
const MARKS = ['full', 'kaiming', 'half'] as const;
const PROHIBITION = ['none', 'basic', 'gb', 'strict'] as const;
const COMPOSER = ['greedy', 'total'] as const;
const POINT = { pt: 1 };

/** Articles that set the role otherwise, and the edit that makes them follow. */
function differing(project: Project, role: TextRole): Edit[] {
  return project.pages.flatMap((page) =>
    page.articles.flatMap((a): Edit[] => {
      if (!a.overrides[role]) return [];
      const { [role]: _own, ...overrides } = a.overrides;
      return [{ kind: 'article', page: page.id, id: a.id, after: { ...a, overrides } }];
    }),
  );
}

type Set = (change: Partial<TextStyle>) => void;

/** A figure of the style: `change` is null for one that cannot be. */
function NumberField({
  name,
  label,
  value,
  suffix,
  step,
  change,
  set,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly suffix: string;
  readonly step: number;
  readonly change: (v: number) => Partial<TextStyle> | null;
  readonly set: Set;
}) {
  const put = (v: number): void => {
    const next = change(v);
    if (next) set(next);
  };
  return <MeasureField name={`style-${name}`} label={label} value={value} unit={POINT} suffix={suffix} step={step} onChange={put} />;
}

function ParagraphFields({ style, set }: { readonly style: TextStyle; readonly set: Set }) {
  const { t } = useTranslation();
  return (
    <section className="inspector-section">
      <h3>{t('styles.paragraph')}</h3>
      <div className="measure-grid">
        <Choice
          label={t('inspector.align')}
          value={style.align}
          options={ALIGN}
          words={(a) => t(`align.${a}`)}
          onChange={(align) => set({ align })}
        />
        <NumberField
          set={set}
          name="indent"
          label={t('styles.indent')}
          value={style.indentEm}
          suffix={t('unit.character')}
          step={1}
          change={(v) => (v >= 0 && v <= 20 ? { indentEm: v } : null)}
        />
        <NumberField
          set={set}
          name="above"
          label={t('inspector.above')}
          value={style.aboveLines}
          suffix={t('unit.line')}
          step={0.5}
          change={(v) => (v >= 0 && v <= 20 ? { aboveLines: v } : null)}
        />
        <NumberField
          set={set}
          name="below"
          label={t('inspector.below')}
          value={style.belowLines}
          suffix={t('unit.line')}
          step={0.5}
          change={(v) => (v >= 0 && v <= 20 ? { belowLines: v } : null)}
        />
        <Choice
          label={t('styles.marks')}
          value={style.marks}
          options={MARKS}
          words={(m) => t(`styles.marksOf.${m}`)}
          onChange={(marks) => set({ marks })}
        />
        <Choice
          label={t('styles.prohibition')}
          value={style.prohibition}
          options={PROHIBITION}
          words={(m) => t(`styles.prohibitionOf.${m}`)}
          onChange={(prohibition) => set({ prohibition })}
        />
        <Choice
          label={t('styles.composer')}
          value={style.composer}
          options={COMPOSER}
          words={(m) => t(`styles.composerOf.${m}`)}
          onChange={(composer) => set({ composer })}
        />
      </div>
    </section>
  );
}

export function RoleStyle({ project, role }: { readonly project: Project; readonly role: TextRole }) {
  const { t } = useTranslation();
  const style = project.styles[role];
  const set = (change: Partial<TextStyle>): void => {
    const after = { ...project.styles, [role]: { ...style, ...change } };
    commitRun('style.sheet', `style ${role} ${Object.keys(change).join()}`, { kind: 'styles', after }, performance.now());
  };
  const own = differing(project, role);
  const name = sizeName(style.sizePt);
  return (
    <>
      <section className="inspector-section">
        <h3>{t('styles.character')}</h3>
        <div className="measure-grid">
          <Choice
            label={t('inspector.face')}
            value={style.font}
            options={HAN}
            words={(f) => t(`face.${f}`, f)}
            onChange={(font) => set({ font })}
          />
          <Choice
            label={t('styles.latin')}
            value={style.latin}
            options={LATIN}
            words={(f) => t(`face.${f}`, f)}
            onChange={(latin) => set({ latin })}
          />
          <NumberField
            set={set}
            name="size"
            label={t('inspector.size')}
            value={style.sizePt}
            suffix={name ? `pt ${name}` : 'pt'}
            step={0.5}
            change={(v) =>
              v >= 4 && v <= 300 ? { sizePt: v, leadingPt: Number(((v * style.leadingPt) / style.sizePt).toFixed(3)) } : null
            }
          />
          <NumberField
            set={set}
            name="leading"
            label={t('inspector.leading')}
            value={style.leadingPt}
            suffix={'pt'}
            step={0.5}
            change={(v) => (v > 0 && v <= 400 ? { leadingPt: v } : null)}
          />
          <NumberField
            set={set}
            name="tracking"
            label={t('inspector.tracking')}
            value={style.trackingEm * 1000}
            suffix={'‰'}
            step={5}
            change={(v) => (Math.abs(v) <= 1000 ? { trackingEm: v / 1000 } : null)}
          />
          <NumberField
            set={set}
            name="gap"
            label={t('styles.gap')}
            value={style.hanLatinGapEm * 1000}
            suffix={'‰'}
            step={25}
            change={(v) => (v >= 0 && v <= 500 ? { hanLatinGapEm: v / 1000 } : null)}
          />
          <ColourField
            name="style-colour"
            project={project}
            label={t('inspector.colour')}
            value={style.colour}
            onChange={(colour) => set({ colour })}
          />
        </div>
      </section>
      <ParagraphFields style={style} set={set} />
      {style.align === 'justify' && <JustificationFields style={style} set={set} />}
      {style.fit && (
        <section className="inspector-section">
          <h3>{t('styles.fit')}</h3>
          <FitFields style={style} set={set} />
        </section>
      )}
      {own.length > 0 && (
        <section className="inspector-section style-own">
          <span>{t('styles.own', { count: own.length })}</span>
          <Button
            className="action action-plain"
            onPress={() => {
              const edit = together(differing(project, role));
              if (edit) commit('style.clear', edit);
            }}
          >
            {t('styles.clear')}
          </Button>
        </section>
      )}
    </>
  );
}
