import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { steady } from '../../shell/steady.tsx';

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
export function Choice<T extends string>({ words, ...shown }: ChoiceProps<T>) {
  const { value, options, onChange } = shown;
  const other = value !== null && !options.includes(value) ? words(value) : null;
  return <DropDown {...shown} onChange={onChange as (value: string) => void} other={other} said={options.map(words)} />;
}

interface DropDownProps extends Omit<ChoiceProps<string>, 'words'> {
  /** The words of each option. */
  readonly said: readonly string[];
  /** Words of a value that is none of the options. */
  readonly other: string | null;
}

const DropDown = steady(function DropDown({ label, value, options, said, other, onChange, disabled, name }: DropDownProps) {
  const { t } = useTranslation();
  const items = options.map((id, i) => ({ id, words: said[i] ?? id }));
  return (
    <Select
      className="select"
      value={value}
      isDisabled={disabled ?? false}
      onChange={(v) => v !== null && v !== value && onChange(String(v))}
    >
      <Label>{label}</Label>
      <Button className="select-button" data-field={name}>
        <SelectValue className="select-value">
          {() => (value === null ? t('inspector.mixed') : (items.find((o) => o.id === value)?.words ?? other))}
        </SelectValue>
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={items}>
          {({ id, words }) => (
            <ListBoxItem id={id} className="menu-item" textValue={words}>
              {words}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
});
