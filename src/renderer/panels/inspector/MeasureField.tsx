import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { steady } from '../../shell/steady.tsx';
import { tell } from '../../state/notices.ts';
import { parseMeasure, showMeasure, type Unit } from './measure.ts';

interface MeasureFieldProps {
  readonly label: string;
  /** Null where the things selected have different values. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Shown after the figure. */
  readonly suffix: string;
  /** One press of an arrow key, in the field's unit; Shift takes ten. */
  readonly step: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
  /** Where values differ: each thing's own value leads to its new one, so that `+2` and `*1.5` mean each. */
  readonly onEach?: (next: (now: number) => number | null) => void;
  /** For programs. */
  readonly name: string;
}

/** A figure that understands units. Enter or leaving the field sets it, Esc leaves it as it was, arrows step it. */
export const MeasureField = steady(function MeasureField({
  label,
  value,
  unit,
  suffix,
  step,
  disabled,
  onChange,
  onEach,
  name,
}: MeasureFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const mixed = value === null;
  const set = (): void => {
    if (draft === null) return;
    setDraft(null);
    if (draft.trim() === '' && mixed) return;
    const next = parseMeasure(draft, value ?? 1, unit);
    if (next === null) tell('info', 'inspector.notUnderstood', { text: draft });
    else if (mixed && onEach) onEach((now) => parseMeasure(draft, now, unit));
    else if (mixed || Math.abs(next - value) > 1e-6) onChange(next);
  };
  const stepBy = (by: number): void => {
    setDraft(null);
    if (!mixed) onChange(value + by);
    else onEach?.((now) => now + by);
  };
  return (
    <TextField
      className="measure"
      isDisabled={disabled ?? false}
      value={draft ?? (mixed ? '' : showMeasure(value))}
      onChange={setDraft}
      onBlur={set}
    >
      <Label>{label}</Label>
      <span className="measure-box" title={t('inspector.units')}>
        <Input
          data-field={name}
          placeholder={mixed ? t('inspector.mixed') : ''}
          onFocus={(e) => e.currentTarget.select()}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) set();
            else if (e.key === 'Escape') setDraft(null);
            else if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
              e.preventDefault();
              stepBy((e.key === 'ArrowUp' ? 1 : -1) * step * (e.shiftKey ? 10 : 1));
            }
          }}
        />
        <span aria-hidden="true">{suffix}</span>
      </span>
    </TextField>
  );
});
