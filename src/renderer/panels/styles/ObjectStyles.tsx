/** 对象样式: how rules, borders and tints are drawn, by name. Changing one changes every frame that follows it. */
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { LINE_STYLES } from '../../../core/compose/index.ts';
import type { Frame, ObjectStyle, Page, Project } from '../../../core/document/index.ts';
import { commit, commitRun } from '../../state/change.ts';
import { drawnAs, drawnShows, freshLook, objectStyleEdit, paletteOf } from '../../state/colours.ts';
import { putFrame, together } from '../../state/edits.ts';
import { Choice } from '../inspector/Choice.tsx';
import { ColourField, Patch } from '../inspector/ColourField.tsx';
import { MeasureField } from '../inspector/MeasureField.tsx';

const POINT = { pt: 1 };

export function NameField({
  label,
  value,
  onChange,
  name,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (v: string) => void;
  readonly name: string;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const set = (): void => {
    const text = draft?.trim();
    if (text && text !== value) onChange(text);
    setDraft(null);
  };
  return (
    <TextField className="measure wide" value={draft ?? value} onChange={setDraft} onBlur={set}>
      <Label>{label}</Label>
      <span className="measure-box">
        <Input data-field={name} onKeyDown={(e) => e.key === 'Enter' && !e.nativeEvent.isComposing && set()} />
      </span>
    </TextField>
  );
}

const follows = (project: Project, id: string): number =>
  project.pages.reduce((n, p) => n + p.frames.filter((f) => f.look === id).length, 0);

function Fields({ project, style }: { readonly project: Project; readonly style: ObjectStyle }) {
  const { t } = useTranslation();
  const set = (change: Partial<ObjectStyle>): void => {
    const edit = objectStyleEdit(project, style.id, { ...style, ...change });
    if (edit) commitRun('style.object', `object ${style.id} ${Object.keys(change).join()}`, edit, performance.now());
  };
  return (
    <section className="inspector-section">
      <NameField name="object-name" label={t('styles.name')} value={style.name} onChange={(name) => set({ name })} />
      <div className="measure-grid">
        {style.kind !== 'tint' && (
          <>
            <Choice
              label={t('inspector.lineStyle')}
              value={style.style ?? null}
              options={LINE_STYLES}
              words={(f) => t(`line.${f}`, f)}
              onChange={(line) => set({ style: line })}
            />
            <MeasureField
              name="object-weight"
              label={t('inspector.weight')}
              value={style.weightPt ?? 0.5}
              unit={POINT}
              suffix="pt"
              step={0.25}
              onChange={(v) => v > 0 && v <= 36 && set({ weightPt: v })}
            />
          </>
        )}
        <ColourField
          name="object-colour"
          project={project}
          label={t('inspector.colour')}
          value={style.colour}
          onChange={(colour) => set({ colour })}
        />
      </div>
      <p className="inspector-figures">{t('styles.follows', { count: follows(project, style.id) })}</p>
    </section>
  );
}

export function ObjectStyles({
  project,
  page,
  frames,
}: {
  readonly project: Project;
  readonly page: Page;
  readonly frames: readonly Frame[];
}) {
  const { t } = useTranslation();
  const { objects } = paletteOf(project);
  const drawn = frames.filter((f) => drawnShows(f));
  const [chosen, setChosen] = useState<string | null>(null);
  const style = objects.find((o) => o.id === (chosen ?? drawn[0]?.look)) ?? null;
  const make = (): void => {
    const [first] = drawn;
    const shows = first && drawnShows(first);
    if (!first || !shows) return;
    const id = freshLook(project);
    const made: ObjectStyle = {
      id,
      name: t('styles.objectName', { kind: t(`frame.role.${shows.kind}`), n: objects.length + 1 }),
      kind: shows.kind,
      colour: shows.colour,
      ...(shows.kind === 'tint' ? {} : { style: shows.style, weightPt: shows.weightPt }),
    };
    const edit = objectStyleEdit(project, id, made);
    const both = edit && together([edit, putFrame(page, { ...first, look: id })]);
    if (both && commit('style.object', both)) setChosen(id);
  };
  const apply = (o: ObjectStyle): void => {
    const edit = together(drawn.flatMap((f) => drawnAs(f, o) ?? []).map((f) => putFrame(page, f)));
    if (edit) commit('style.apply', edit);
  };
  return (
    <>
      <div className="style-tools">
        <Button className="action action-both" isDisabled={drawn.length === 0} onPress={make}>
          <Plus size={14} aria-hidden />
          <span>{t('styles.newObject')}</span>
        </Button>
        <Button className="action action-plain" isDisabled={!style || drawn.length === 0} onPress={() => style && apply(style)}>
          {t('styles.apply')}
        </Button>
        <Button
          className="action action-icon"
          aria-label={t('styles.remove')}
          isDisabled={!style}
          onPress={() => {
            const edit = style && objectStyleEdit(project, style.id, null);
            if (edit && commit('style.object', edit)) setChosen(null);
          }}
        >
          <Trash2 size={15} aria-hidden />
        </Button>
      </div>
      {objects.length === 0 ? (
        <p className="inspector-note style-empty">{t('styles.noObjects')}</p>
      ) : (
        <ListBox
          aria-label={t('styles.objects')}
          className="style-list"
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={style ? [style.id] : []}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined) setChosen(String(id));
          }}
          onAction={(id) => {
            const o = objects.find((x) => x.id === id);
            if (o) apply(o);
          }}
          items={objects}
        >
          {(o) => (
            <ListBoxItem id={o.id} textValue={o.name} className="style-item">
              <Patch colour={o.colour} />
              <span>{o.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {style && <Fields key={style.id} project={project} style={style} />}
    </>
  );
}
