import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: (value: T) => string;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

/** One of a few, as a drop-down. */
export function Choice<T extends string>({ label, value, options, words, onChange, disabled }: ChoiceProps<T>) {
  return (
    <Select className="select" value={value} isDisabled={disabled ?? false} onChange={(v) => v !== null && onChange(v as T)}>
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue>{() => words(value)}</SelectValue>
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu-list" items={options.map((id) => ({ id }))}>
          {({ id }) => (
            <ListBoxItem id={id} className="menu-item">
              {words(id)}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
