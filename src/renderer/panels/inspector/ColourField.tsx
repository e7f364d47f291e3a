/** A colour: its patch and name; pressed, the project's swatches and the inks by number. */
import { Button, Dialog, DialogTrigger, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../../core/document/index.ts';
import { type Colour, screenHex } from '../../../core/scene/index.ts';
import { steady } from '../../shell/steady.tsx';
import { colourName, paletteOf, sameColour, swatchOf } from '../../state/colours.ts';
import { MeasureField } from './MeasureField.tsx';

const PERCENT = { pt: 1 };
const INKS = ['c', 'm', 'y', 'k'] as const;

export function Patch({ colour }: { readonly colour: Colour | null }) {
  return (
    <span
      className="patch"
      aria-hidden="true"
      style={colour ? { background: screenHex(colour) } : undefined}
      data-mixed={colour ? undefined : ''}
    />
  );
}

/** The inks of a colour, and of a spot colour its tint. */
export function InkFields({
  colour,
  onChange,
  name,
}: {
  readonly colour: Colour;
  readonly onChange: (c: Colour) => void;
  readonly name: string;
}) {
  const { t } = useTranslation();
  const within = (v: number): number => Math.min(100, Math.max(0, v)) / 100;
  return (
    <div className="ink-grid">
      {colour.kind === 'spot' && (
        <MeasureField
          name={`${name}-tint`}
          label={t('colour.tint')}
          value={colour.tint * 100}
          unit={PERCENT}
          suffix="%"
          step={5}
          onChange={(v) => onChange({ ...colour, tint: within(v) })}
        />
      )}
      {INKS.map((ink) => (
        <MeasureField
          key={ink}
          name={`${name}-${ink}`}
          label={t(`colour.${ink}`)}
          value={colour[ink] * 100}
          unit={PERCENT}
          suffix="%"
          step={5}
          onChange={(v) => onChange({ ...colour, [ink]: within(v) })}
        />
      ))}
    </div>
  );
}

interface ColourFieldProps {
  readonly project: Project;
  readonly label: string;
  /** Null where the things selected have different colours. */
  readonly value: Colour | null;
  readonly onChange: (colour: Colour) => void;
  readonly name: string;
}

export function ColourField({ project, value, ...shown }: ColourFieldProps) {
  const { t } = useTranslation();
  const words = value ? (swatchOf(project, value)?.name ?? colourName(value)) : t('inspector.mixed');
  return <Field {...shown} value={value} words={words} swatches={paletteOf(project).swatches} />;
}

interface FieldProps extends Omit<ColourFieldProps, 'project'> {
  readonly words: string;
  readonly swatches: ReturnType<typeof paletteOf>['swatches'];
}

const Field = steady(function Field({ label, value, words, swatches, onChange, name }: FieldProps) {
  const { t } = useTranslation();
  const chosen = value ? swatches.findIndex((s) => sameColour(s.colour, value)) : -1;
  return (
    <div className="select colour-field">
      <Label>{label}</Label>
      <DialogTrigger>
        <Button className="select-button" aria-label={`${label}: ${words}`} data-field={name}>
          <Patch colour={value} />
          <span className="select-value">{words}</span>
        </Button>
        <Popover className="popover colour-popover">
          <Dialog aria-label={label} className="colour-dialog">
            <ListBox
              aria-label={t('colour.swatches')}
              className="swatch-list"
              layout="grid"
              selectionMode="single"
              selectedKeys={chosen >= 0 ? [String(chosen)] : []}
              onSelectionChange={(keys) => {
                const [index] = keys === 'all' ? [] : [...keys];
                const swatch = swatches[Number(index)];
                if (index !== undefined && swatch) onChange(swatch.colour);
              }}
              items={swatches.map((s, i) => ({ id: String(i), ...s }))}
            >
              {(s) => (
                <ListBoxItem id={s.id} textValue={s.name} className="swatch">
                  <Patch colour={s.colour} />
                  <span>{s.name}</span>
                </ListBoxItem>
              )}
            </ListBox>
            {value && <InkFields colour={value} onChange={onChange} name={name} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
});
