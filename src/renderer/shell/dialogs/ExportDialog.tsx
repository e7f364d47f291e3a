/** How the pages go out: to whom, which of them, in which files, and what the plant wants round them. */
import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Checkbox, FieldError, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../core/check/index.ts';
import { bridge } from '../../bridge.ts';
import { MeasureField } from '../../panels/inspector/MeasureField.tsx';
import { useDesk } from '../../state/desk.ts';
import { exportPdf, take } from '../../state/files.ts';
import { saveChoices, savedChoices } from '../settings.ts';
import { ExportErrors } from './ExportErrors.tsx';
import { type Choices, choicesFrom, FILES, MARKS, orderOf, PROFILES, pagesMeant } from './exportOrder.ts';
import { DialogFrame } from './Frame.tsx';

const COUNT = { pt: 1 };
const LEAST_INK = 200;
const MOST_INK = 400;
const MOST_BLEED_MM = 20;
const within = (v: number, least: number, most: number): number => Math.min(most, Math.max(least, v));

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: (option: T) => { readonly name: string; readonly note?: string };
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, words, onChange }: ChoiceProps<T>) {
  return (
    <RadioGroup className="choice" value={value} onChange={(v) => onChange(v as T)}>
      <Label>{label}</Label>
      {options.map((o) => (
        <Radio key={o} value={o} className="radio" data-option={o}>
          <span className="radio-mark" aria-hidden="true" />
          <span className="radio-words">
            <strong>{words(o).name}</strong>
            {words(o).note && <span>{words(o).note}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function Tick({
  on,
  onChange,
  children,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Checkbox className="tick" isSelected={on} onChange={onChange}>
      <span className="tick-box" aria-hidden="true">
        <Check size={11} strokeWidth={3} />
      </span>
      {children}
    </Checkbox>
  );
}

type Change = (change: Partial<Choices>) => void;
interface PartProps {
  readonly choices: Choices;
  readonly change: Change;
}

/** Which pages, in which files. */
function Files({ choices, change, count, bad }: PartProps & { readonly count: number; readonly bad: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="export-part">
      {count > 1 && (
        <Choice
          label={t('export.pages')}
          value={choices.which}
          options={['all', 'this', 'some']}
          words={(w) => ({ name: w === 'all' ? t('export.allPagesCount', { count }) : t(`export.${w}Pages`) })}
          onChange={(which) => change({ which })}
        />
      )}
      {count > 1 && choices.which === 'some' && (
        <TextField
          className="export-field"
          value={choices.range}
          isInvalid={bad}
          aria-label={t('export.somePages')}
          onChange={(range) => change({ range })}
        >
          <Input placeholder="1-4, 7" data-field="range" autoFocus />
          <FieldError className="export-bad">{t('export.badRange')}</FieldError>
        </TextField>
      )}
      <Choice
        label={t('export.files')}
        value={choices.files}
        options={FILES}
        words={(f) => ({ name: t(`export.file.${f}`) })}
        onChange={(files) => change({ files })}
      />
      {choices.files === 'pages' && (
        <TextField className="export-field" value={choices.name} onChange={(name) => change({ name })}>
          <Label>{t('export.name')}</Label>
          <Input data-field="name" />
          <span className="export-hint">{t('export.nameHint')}</span>
        </TextField>
      )}
      <Tick on={choices.digital || choices.files === 'none'} onChange={(digital) => change({ digital })}>
        {t('export.digital')}
      </Tick>
    </div>
  );
}

/** What the plant wants: its profile, its limit of ink, bleed and marks. */
function Plant({ choices, change }: PartProps) {
  const { t } = useTranslation();
  const { profile, marks, icc } = choices;
  const openProfile = async (): Promise<void> => {
    const found = take(await bridge.call('profile.open', null));
    if (found) change({ icc: found });
  };
  return (
    <div className="export-part">
      {profile !== 'proof' && (
        <div className="export-profile">
          <span className="export-head">{t('export.icc')}</span>
          <span className="file-name" data-field="icc">
            {icc?.name ?? t('export.newsprint')}
          </span>
          <span className="export-buttons">
            <Button className="action action-plain" onPress={() => void openProfile()}>
              {t('export.loadIcc')}
            </Button>
            {icc && (
              <Button className="action action-plain" onPress={() => change({ icc: null })}>
                {t('export.newsprintAgain')}
              </Button>
            )}
          </span>
        </div>
      )}
      <div className="measure-grid">
        {profile !== 'proof' && (
          <MeasureField
            name="ink"
            label={t('export.ink')}
            value={choices.inkPercent}
            unit={COUNT}
            suffix="%"
            step={5}
            onChange={(v) => change({ inkPercent: Math.round(within(v, LEAST_INK, MOST_INK)) })}
          />
        )}
        <MeasureField
          name="bleed"
          label={t('export.bleed')}
          value={choices.bleedMm}
          unit={COUNT}
          suffix="mm"
          step={1}
          onChange={(v) => change({ bleedMm: within(v, 0, MOST_BLEED_MM) })}
        />
      </div>
      <fieldset className="export-marks">
        <legend className="export-head">{t('export.marks')}</legend>
        {MARKS.map((m) => (
          <Tick key={m} on={marks[m]} onChange={(on) => change({ marks: { ...marks, [m]: on } })}>
            {t(`export.mark.${m}`)}
          </Tick>
        ))}
      </fieldset>
    </div>
  );
}

/** The errors of these pages, and those that are no page's. */
const errorsOf = (findings: readonly Finding[], ids: readonly string[]): readonly Finding[] =>
  findings.filter((f) => f.severity === 'error' && (f.page === null || ids.includes(f.page)));

/** `proof`: asked for as one, of the page that is shown; what is usually exported stays what it was. */
function ExportForm({ close, proof = false }: { readonly close: () => void; readonly proof?: boolean }) {
  const { t } = useTranslation();
  const [choices, setChoices] = useState(() => {
    const usual = choicesFrom(savedChoices('export'));
    return proof ? { ...usual, profile: 'proof' as const, which: 'this' as const, file: 'one' as const } : usual;
  });
  const [asking, setAsking] = useState(false);
  const shown = useDesk((s) => s.page);
  const pages = useDesk((s) => s.project?.pages) ?? [];
  const findings = useDesk((s) => s.findings);
  const meant = pagesMeant(pages.length > 1 ? choices : { ...choices, which: 'all' }, pages, shown);
  const errors = errorsOf(findings, meant ?? []);
  const change: Change = (some) => setChoices((c) => ({ ...c, ...some }));
  const go = (): void => {
    if (!meant) return;
    const { icc: _file, ...kept } = choices;
    if (!proof) saveChoices('export', { ...kept, marks: { ...kept.marks } });
    close();
    void exportPdf(choices.profile, meant.length === pages.length ? null : meant, orderOf(choices));
  };
  if (asking) return <ExportErrors errors={errors} onBack={() => setAsking(false)} onClose={close} onGo={go} />;
  return (
    <>
      <div className="export-parts">
        <Choice
          label={t('export.profile')}
          value={choices.profile}
          options={PROFILES}
          words={(p) => ({ name: t(`export.${p}.name`), note: t(`export.${p}.note`) })}
          onChange={(profile) => change({ profile })}
        />
        <Files choices={choices} change={change} count={pages.length} bad={meant === null && choices.range.trim() !== ''} />
        <Plant choices={choices} change={change} />
      </div>
      <div className="dialog-actions">
        {errors.length > 0 && <span className="export-count">{t('export.errorCount', { count: errors.length })}</span>}
        <Button className="action action-plain" onPress={close}>
          {t('dialog.cancel')}
        </Button>
        <Button className="action action-primary" isDisabled={meant === null} onPress={() => (errors.length > 0 ? setAsking(true) : go())}>
          {t('export.go')}
        </Button>
      </div>
    </>
  );
}

export function ExportDialog() {
  const { t } = useTranslation();
  return (
    <>
      <DialogFrame name="export" title={t('export.title')} className="modal-wide">
        {(close) => <ExportForm close={close} />}
      </DialogFrame>
      <DialogFrame name="proof" title={t('export.proofTitle')} className="modal-wide">
        {(close) => <ExportForm close={close} proof />}
      </DialogFrame>
    </>
  );
}
