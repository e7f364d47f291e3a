import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Null where the things selected have different values. */
  readonly value: T | null;
  readonly options: readonly T[];
  readonly words: (value: T) => string;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
  /** For programs. */
  readonly name?: string;
}

/** One of a few, as a drop-down. */
export function Choice<T extends string>({ label, value, options, words, onChange, disabled, name }: ChoiceProps<T>) {
  const { t } = useTranslation();
  return (
    <Select className="select" value={value} isDisabled={disabled ?? false} onChange={(v) => v !== null && v !== value && onChange(v as T)}>
      <Label>{label}</Label>
      <Button className="select-button" data-field={name}>
        <SelectValue className="select-value">{() => (value === null ? t('inspector.mixed') : words(value))}</SelectValue>
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={options.map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item" textValue={words(id)}>
              {words(id)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
