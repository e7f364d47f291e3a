/** 首字下沉 of an article: over how many lines, how many characters, in which face. */
import { useTranslation } from 'react-i18next';
import type { Article, Page, Project, TextStyle } from '../../../core/document/index.ts';
import { commit } from '../../state/change.ts';
import { overrideStyle, styleOf } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { MeasureField } from './MeasureField.tsx';

const COUNT = { pt: 1 };
const MOST_LINES = 6;
const MOST_CHARACTERS = 4;
/** Faces of a cap, with the Latin that goes with each; the body's own is the first. */
const FACES = { own: null, 'serif-900': 'latin-900', 'sans-700': 'sans-700', 'kai-400': 'latin-400' } as const;
type FaceName = keyof typeof FACES;
const faceNames = Object.keys(FACES) as FaceName[];

interface DropCapProps {
  readonly project: Project;
  readonly page: Page;
  readonly article: Article;
}

export function DropCapSection({ project, page, article }: DropCapProps) {
  const { t } = useTranslation();
  const { dropCap } = styleOf(project, page, article.id, 'body');
  const set = (next: TextStyle['dropCap']): void =>
    void commit('style.set', overrideStyle(project, page, article, 'body', { dropCap: next } as Partial<TextStyle>));
  const lines = (v: number): void => {
    const whole = Math.round(v);
    if (whole < 2) set(undefined);
    else if (whole <= MOST_LINES) set({ characters: 1, ...dropCap, lines: whole });
  };
  const face = (name: FaceName): void => {
    if (!dropCap) return;
    const { font: _font, latin: _latin, ...rest } = dropCap;
    const latin = FACES[name];
    set(latin ? { ...rest, font: name, latin } : rest);
  };
  return (
    <section className="inspector-section" data-section="drop-cap">
      <h3>{t('dropCap.title')}</h3>
      <div className="measure-grid">
        <MeasureField
          name="drop-cap-lines"
          label={t('dropCap.lines')}
          value={dropCap?.lines ?? 0}
          unit={COUNT}
          suffix={dropCap ? t('unit.line') : t('dropCap.none')}
          step={dropCap ? 1 : 2}
          onChange={lines}
        />
        {dropCap && (
          <MeasureField
            name="drop-cap-characters"
            label={t('dropCap.characters')}
            value={dropCap.characters}
            unit={COUNT}
            suffix={t('dropCap.unit')}
            step={1}
            onChange={(v) => v >= 1 && v <= MOST_CHARACTERS && set({ ...dropCap, characters: Math.round(v) })}
          />
        )}
      </div>
      {dropCap && (
        <Choice
          name="drop-cap-face"
          label={t('inspector.face')}
          value={(faceNames.find((f) => f === dropCap.font) ?? 'own') as FaceName}
          options={faceNames}
          words={(f) => (f === 'own' ? t('dropCap.own') : t(`face.${f}`))}
          onChange={face}
        />
      )}
    </section>
  );
}
