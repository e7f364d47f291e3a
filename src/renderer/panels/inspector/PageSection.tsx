/** Nothing is selected: the page itself. */

import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type Page, type Project, pageStates, type Template, templateOf, templatesOf } from '../../../core/document/index.ts';
import { longChars, toMm, typeAreaHeightPt, typeAreaWidthPt } from '../../../core/measure/index.ts';
import { setState } from '../../shell/commands/page.ts';
import { giveTemplate } from '../../shell/commands/template.ts';
import { commit } from '../../state/change.ts';
import { Choice } from './Choice.tsx';

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

/** What a page says of itself, the template it shows and how far it has come. */
function PageFields({ project, page }: { readonly project: Project; readonly page: Page }) {
  const { t } = useTranslation();
  const put = (change: Partial<Page>): boolean => commit('page.set', { kind: 'page', id: page.id, after: { ...page, ...change } });
  const templates = templatesOf(project);
  return (
    <section className="inspector-section">
      <h3>{t('inspector.pageFields')}</h3>
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
      <Choice
        name="page-template"
        label={t('template.label')}
        value={templateOf(project, page)?.id ?? ''}
        options={['', ...templates.map((x) => x.id)]}
        words={(id) => templates.find((x) => x.id === id)?.name ?? t('template.none')}
        onChange={(id) => giveTemplate(page, id === '' ? null : id)}
      />
      <Choice
        label={t('pages.state.label')}
        value={page.state ?? 'working'}
        options={pageStates}
        words={(state) => t(`pages.state.${state}`)}
        onChange={(state) => setState(page, state)}
      />
    </section>
  );
}

function TemplateFields({ project, template }: { readonly project: Project; readonly template: Template }) {
  const { t } = useTranslation();
  const used = project.pages.filter((p) => p.template === template.id).map((p) => p.number);
  return (
    <section className="inspector-section">
      <h3>{t('template.title')}</h3>
      <WordField
        name="template-name"
        label={t('template.nameLabel')}
        value={template.name}
        onChange={(name) => name !== '' && commit('template.set', { kind: 'template', id: template.id, after: { ...template, name } })}
      />
      <p className="inspector-note">
        {used.length > 0 ? t('template.used', { pages: used.join('、') }) : t('template.unused')} {t('template.fields')}
      </p>
    </section>
  );
}

interface FolioFieldsProps {
  readonly folio: Page['folio'];
  /** The template it comes from, where a page shows one's: it is changed there. */
  readonly from: string | null;
  readonly onChange: (folio: Page['folio']) => boolean;
}

function FolioFields({ folio, from, onChange }: FolioFieldsProps) {
  const { t } = useTranslation();
  if (from !== null)
    return (
      <section className="inspector-section">
        <h3>{t('inspector.folio')}</h3>
        <p className="inspector-note">{t('template.folioFrom', { name: from })}</p>
      </section>
    );
  return (
    <section className="inspector-section">
      <h3>{t('inspector.folio')}</h3>
      <Choice
        label={t('inspector.folioShow')}
        value={folio.show ? 'yes' : 'no'}
        options={['yes', 'no']}
        words={(v) => t(`inspector.folioShow-${v}`)}
        onChange={(v) => onChange({ ...folio, show: v === 'yes' })}
      />
      {folio.show &&
        (['left', 'centre', 'right'] as const).map((at) => (
          <WordField
            key={at}
            name={`folio-${at}`}
            label={t(`inspector.folio-${at}`)}
            value={folio[at]}
            onChange={(text) => onChange({ ...folio, [at]: text })}
          />
        ))}
    </section>
  );
}

/** What the whole issue says of itself. */
function PaperFields({ project }: { readonly project: Project }) {
  const { t } = useTranslation();
  const paper = (change: Partial<Project['paper']>): boolean =>
    commit('paper.set', { kind: 'paper', after: { ...project.paper, ...change } });
  const optional = (key: 'issue' | 'cn', value: string): boolean => {
    const { [key]: _old, ...bare } = project.paper;
    return commit('paper.set', { kind: 'paper', after: value === '' ? bare : { ...bare, [key]: value } });
  };
  return (
    <section className="inspector-section">
      <h3>{t('inspector.paperFields')}</h3>
      <WordField name="paper" label={t('inspector.paper')} value={project.paper.name} onChange={(name) => paper({ name })} />
      <WordField
        name="date"
        label={t('inspector.date')}
        value={project.paper.date ?? ''}
        hint="2026-01-05"
        onChange={(v) => (v === '' ? paper({ date: null }) : DATE.test(v) && paper({ date: v }))}
      />
      <WordField
        name="issue"
        label={t('inspector.issue')}
        value={project.paper.issue ?? ''}
        hint="8236"
        onChange={(v) => optional('issue', v)}
      />
      <WordField name="cn" label={t('inspector.cn')} value={project.paper.cn ?? ''} hint="00-0000" onChange={(v) => optional('cn', v)} />
    </section>
  );
}

export function PageSection({ project, page }: { readonly project: Project; readonly page: Page }) {
  const { t } = useTranslation();
  const template = templatesOf(project).find((x) => x.id === page.id) ?? null;
  const shared = templateOf(project, page);
  const put = (change: Partial<Page>): boolean =>
    template
      ? commit('template.set', { kind: 'template', id: template.id, after: { ...template, ...change } })
      : commit('page.set', { kind: 'page', id: page.id, after: { ...page, ...change } });
  const { grid, format } = page;
  return (
    <>
      <section className="inspector-section">
        <h3>{template ? t('template.name', { name: template.name }) : t('inspector.page', { number: page.number })}</h3>
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
      {template ? <TemplateFields project={project} template={template} /> : <PageFields project={project} page={page} />}
      <FolioFields
        folio={template?.folio ?? shared?.folio ?? page.folio}
        from={shared ? shared.name : null}
        onChange={(folio) => put({ folio })}
      />
      <PaperFields project={project} />
    </>
  );
}
