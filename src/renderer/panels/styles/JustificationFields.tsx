/** How English lines of a style come to the measure: least, best and most of word space, letter space and letter width; hyphens in a row. */
import { useTranslation } from 'react-i18next';
import { type Justification, justificationSchema, type TextStyle } from '../../../core/document/index.ts';
import { USUAL } from '../../../core/typeset/index.ts';
import { MeasureField } from '../inspector/MeasureField.tsx';

const COUNT = { pt: 1 };
const PERCENT = 100;

interface JustificationFieldsProps {
  readonly style: TextStyle;
  readonly set: (change: Partial<TextStyle>) => void;
}

/** A figure of one of the limits, in per cent. */
interface Limit {
  readonly name: string;
  readonly key: 'word' | 'letterEm' | 'glyph';
  readonly at: number;
  readonly step: number;
}

const LIMITS: readonly Limit[] = [
  { name: 'wordLeast', key: 'word', at: 0, step: 5 },
  { name: 'wordBest', key: 'word', at: 1, step: 5 },
  { name: 'wordMost', key: 'word', at: 2, step: 5 },
  { name: 'letterLeast', key: 'letterEm', at: 0, step: 0.5 },
  { name: 'letterMost', key: 'letterEm', at: 1, step: 0.5 },
  { name: 'glyphLeast', key: 'glyph', at: 0, step: 0.5 },
  { name: 'glyphMost', key: 'glyph', at: 1, step: 0.5 },
];

export function JustificationFields({ style, set }: JustificationFieldsProps) {
  const { t } = useTranslation();
  const now = style.justification ?? USUAL;
  const put = (next: Justification): void => {
    if (justificationSchema.safeParse(next).success) set({ justification: next });
  };
  const limit = ({ key, at }: Limit, percent: number): void =>
    put({ ...now, [key]: now[key].map((v, i) => (i === at ? percent / PERCENT : v)) } as Justification);
  return (
    <section className="inspector-section" data-section="justification">
      <h3>{t('justification.title')}</h3>
      <div className="measure-grid">
        {LIMITS.map((l) => (
          <MeasureField
            key={l.name}
            name={`justification-${l.name}`}
            label={t(`justification.${l.name}`)}
            value={Number(((now[l.key][l.at] as number) * PERCENT).toFixed(3))}
            unit={COUNT}
            suffix="%"
            step={l.step}
            onChange={(v) => limit(l, v)}
          />
        ))}
        <MeasureField
          name="justification-hyphens"
          label={t('justification.hyphens')}
          value={now.hyphens}
          unit={COUNT}
          suffix={t('unit.line')}
          step={1}
          onChange={(v) => put({ ...now, hyphens: Math.round(v) })}
        />
      </div>
    </section>
  );
}
