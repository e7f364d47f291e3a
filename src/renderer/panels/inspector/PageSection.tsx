/** Nothing is selected: the page itself. */

import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Page, Project } from '../../../core/document/index.ts';
import { longChars, toMm, typeAreaHeightPt, typeAreaWidthPt } from '../../../core/measure/index.ts';
import { commit } from '../../state/change.ts';

function WordField({
  label,
  value,
  name,
  hint,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly name: string;
  readonly hint?: string;
  readonly onChange: (v: string) => boolean;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const set = (): void => {
    if (draft !== null && draft !== value) onChange(draft.trim());
    setDraft(null);
  };
  return (
    <TextField className="measure wide" value={draft ?? value} onChange={setDraft} onBlur={set}>
      <Label>{label}</Label>
      <span className="measure-box">
        <Input data-field={name} placeholder={hint ?? ''} onKeyDown={(e) => e.key === 'Enter' && !e.nativeEvent.isComposing && set()} />
      </span>
    </TextField>
  );
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u;

export function PageSection({ project, page }: { readonly project: Project; readonly page: Page }) {
  const { t } = useTranslation();
  const put = (change: Partial<Page>): boolean => commit('page.set', { kind: 'page', id: page.id, after: { ...page, ...change } });
  const paper = (change: Partial<Project['paper']>): boolean =>
    commit('paper.set', { kind: 'paper', after: { ...project.paper, ...change } });
  const { grid, format } = page;
  return (
    <>
      <section className="inspector-section">
        <h3>{t('inspector.page', { number: page.number })}</h3>
        <dl className="facts">
          <dt>{t('inspector.sheet')}</dt>
          <dd>{t('inspector.mm', { width: toMm(format.widthPt).toFixed(0), height: toMm(format.heightPt).toFixed(0) })}</dd>
          <dt>{t('inspector.typeArea')}</dt>
          <dd>{t('inspector.mm', { width: toMm(typeAreaWidthPt(grid)).toFixed(1), height: toMm(typeAreaHeightPt(grid)).toFixed(1) })}</dd>
          <dt>{t('inspector.grid')}</dt>
          <dd>
            {t('inspector.gridOf', {
              columns: grid.columns,
              chars: grid.charsPerColumn,
              lines: grid.lines,
              all: Number(longChars(grid, grid.columns).toFixed(1)),
            })}
          </dd>
          <dt>{t('inspector.body')}</dt>
          <dd>{t('inspector.bodyOf', { size: grid.bodyPt, pitch: grid.linePitchPt })}</dd>
        </dl>
      </section>
      <section className="inspector-section">
        <h3>{t('inspector.folio')}</h3>
        <WordField
          name="section"
          label={t('inspector.section')}
          value={page.section}
          hint={t('inspector.sectionHint')}
          onChange={(section) => put({ section })}
        />
        <WordField
          name="editors"
          label={t('inspector.editors')}
          value={page.editors}
          hint={t('inspector.editorsHint')}
          onChange={(editors) => put({ editors })}
        />
        <WordField name="paper" label={t('inspector.paper')} value={project.paper.name} onChange={(name) => paper({ name })} />
        <WordField
          name="date"
          label={t('inspector.date')}
          value={project.paper.date ?? ''}
          hint="2026-01-05"
          onChange={(v) => (v === '' ? paper({ date: null }) : DATE.test(v) && paper({ date: v }))}
        />
      </section>
    </>
  );
}
