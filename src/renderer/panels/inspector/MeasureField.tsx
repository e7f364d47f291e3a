import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { tell } from '../../state/notices.ts';
import { parseMeasure, showMeasure, type Unit } from './measure.ts';

interface MeasureFieldProps {
  readonly label: string;
  readonly value: number;
  readonly unit: Unit;
  /** Shown after the figure. */
  readonly suffix: string;
  /** One press of an arrow key, in the field's unit; Shift takes ten. */
  readonly step: number;
  readonly disabled?: boolean;
  readonly onChange: (value: number) => void;
  /** For programs. */
  readonly name: string;
}

/** A figure that understands units. Enter or leaving the field sets it, Esc leaves it as it was, arrows step it. */
export function MeasureField({ label, value, unit, suffix, step, disabled, onChange, name }: MeasureFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const set = (): void => {
    if (draft === null) return;
    setDraft(null);
    const next = parseMeasure(draft, value, unit);
    if (next === null) tell('info', 'inspector.notUnderstood', { text: draft });
    else if (Math.abs(next - value) > 1e-6) onChange(next);
  };
  return (
    <TextField className="measure" isDisabled={disabled ?? false} value={draft ?? showMeasure(value)} onChange={setDraft} onBlur={set}>
      <Label>{label}</Label>
      <span className="measure-box" title={t('inspector.units')}>
        <Input
          data-field={name}
          onFocus={(e) => e.currentTarget.select()}
          onKeyDown={(e) => {
            if (e.key === 'Enter' && !e.nativeEvent.isComposing) set();
            else if (e.key === 'Escape') setDraft(null);
            else if (e.key === 'ArrowUp' || e.key === 'ArrowDown') {
              e.preventDefault();
              setDraft(null);
              onChange(value + (e.key === 'ArrowUp' ? 1 : -1) * step * (e.shiftKey ? 10 : 1));
            }
          }}
        />
        <span aria-hidden="true">{suffix}</span>
      </span>
    </TextField>
  );
}
