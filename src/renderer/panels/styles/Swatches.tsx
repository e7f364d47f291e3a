/** 色板: the colours of the issue. Changing one changes everything that has it. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Project, Swatch } from '../../../core/document/index.ts';
import { projectNow, useCalm } from '../../state/calm.ts';
import { commit, commitRun } from '../../state/change.ts';
import { colourName, paletteOf, swatchEdit } from '../../state/colours.ts';
import { InkFields, Patch } from '../inspector/ColourField.tsx';
import { NameField } from './ObjectStyles.tsx';

function Fields({ project, index, swatch }: { readonly project: Project; readonly index: number; readonly swatch: Swatch }) {
  const { t } = useTranslation();
  const set = (after: Swatch): void => {
    const edit = swatchEdit(project, index, after);
    if (edit) commitRun('style.swatch', `swatch ${index}`, edit, performance.now());
  };
  const { colour } = swatch;
  return (
    <section className="inspector-section">
      <NameField
        name="swatch-name"
        label={t('swatch.name')}
        value={swatch.name}
        onChange={(name) => set({ name, colour: colour.kind === 'spot' ? { ...colour, name } : colour })}
      />
      <InkFields
        name="swatch"
        colour={colour}
        // A process swatch that was named by its inks goes on being so.
        onChange={(c) => set({ name: swatch.name === colourName(colour) ? colourName(c) : swatch.name, colour: c })}
      />
    </section>
  );
}

export function Swatches() {
  const { t } = useTranslation();
  const project = useCalm(projectNow, 'figure');
  const [chosen, setChosen] = useState(0);
  if (!project) return null;
  const { swatches } = paletteOf(project);
  const index = Math.min(chosen, swatches.length - 1);
  const swatch = swatches[index];
  const add = (after: Swatch): void => {
    const edit = swatchEdit(project, swatches.length, after);
    if (edit && commit('style.swatch', edit)) setChosen(swatches.length);
  };
  const spots = swatches.filter((s) => s.colour.kind === 'spot').length;
  return (
    <div className="inspector">
      <div className="style-tools">
        <Button className="action action-both" onPress={() => add({ name: 'M100', colour: { kind: 'cmyk', c: 0, m: 1, y: 0, k: 0 } })}>
          <Plus size={14} aria-hidden />
          <span>{t('swatch.new')}</span>
        </Button>
        <Button
          className="action action-both"
          onPress={() => {
            const name = t('swatch.spotName', { n: spots + 1 });
            add({ name, colour: { kind: 'spot', name, tint: 1, c: 0, m: 1, y: 1, k: 0 } });
          }}
        >
          <Plus size={14} aria-hidden />
          <span>{t('swatch.newSpot')}</span>
        </Button>
        <Button
          className="action action-icon"
          aria-label={t('swatch.remove')}
          isDisabled={swatches.length < 2}
          onPress={() => {
            const edit = swatchEdit(project, index, null);
            if (edit) commit('style.swatch', edit);
          }}
        >
          <Trash2 size={15} aria-hidden />
        </Button>
      </div>
      <ListBox
        aria-label={t('panel.swatches')}
        className="style-list"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(index)]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined) setChosen(Number(id));
        }}
        items={swatches.map((s, i) => ({ id: String(i), ...s }))}
        dependencies={[t]}
      >
        {(s) => (
          <ListBoxItem id={s.id} textValue={s.name} className="style-item">
            <Patch colour={s.colour} />
            <span>{s.name}</span>
            {s.colour.kind === 'spot' && <em>{t('swatch.spot')}</em>}
          </ListBoxItem>
        )}
      </ListBox>
      {swatch && <Fields key={index} project={project} index={index} swatch={swatch} />}
      <p className="inspector-note">{t('swatch.note')}</p>
    </div>
  );
}
