/** What frames of one kind can have set about themselves, one or several at once. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_STYLES } from '../../../core/compose/index.ts';
import { type Frame, type Page, type Project, styleFor, type TextRole, type TextStyle } from '../../../core/document/index.ts';
import { sizeName } from '../../../core/measure/index.ts';
import { commit } from '../../state/change.ts';
import { putFrame, together } from '../../state/edits.ts';
import { Choice } from './Choice.tsx';
import { ColourField } from './ColourField.tsx';
import { MeasureField } from './MeasureField.tsx';
import { commonOf } from './mixed.ts';

type Shows = Frame['shows'];
type Of<K extends Shows['kind']> = Extract<Shows, { kind: K }>;

const FORMS = ['over', 'beside', 'vertical'] as const;
const SHARES = ['absolute', 'relative', 'free', 'auto'] as const;
const FLOWS = ['level', 'upright'] as const;
const COUNT = { pt: 1 };
const TEXT_ROLES = ['headline', 'kicker', 'deck', 'label', 'byline', 'body', 'note', 'caption'] as const;
const ALIGN = ['left', 'centre', 'right', 'justify', 'spread'] as const;

interface FrameSectionProps {
  readonly project: Project;
  readonly page: Page;
  readonly frames: readonly Frame[];
  /** Put before the fields' names for programs, where the same fields stand twice in the window. */
  readonly prefix?: string;
}

/** The contents of all frames where they are of these kinds; null where one is not. */
function all<K extends Shows['kind']>(frames: readonly Frame[], ...kinds: readonly K[]): Of<K>[] | null {
  const shows = frames.map((f) => f.shows);
  return shows.length > 0 && shows.every((s): s is Of<K> => (kinds as readonly string[]).includes(s.kind)) ? shows : null;
}

/** The fields that suit every frame given. */
export function FrameFields({ project, page, frames, prefix = '' }: FrameSectionProps) {
  const { t } = useTranslation();
  /** Change every frame's contents. A value set by hand no longer follows the object style. */
  const set = (change: (s: Shows) => Shows): void => {
    const edit = together(
      frames.map((f) => {
        const { look: _look, ...rest } = f;
        return putFrame(page, { ...rest, shows: change(f.shows) });
      }),
    );
    if (edit) commit('frame.set', edit);
  };
  const heads = all(frames, 'head');
  const bodies = all(frames, 'body');
  const lined = all(frames, 'rule', 'box');
  const coloured = all(frames, 'rule', 'box', 'tint');
  const texts = all(frames, 'text');
  return (
    <>
      {heads && (
        <Choice
          label={t('inspector.form')}
          value={commonOf(heads, (s) => s.form)}
          options={FORMS}
          words={(f) => t(`form.${f}`)}
          onChange={(form) => set((s) => ({ ...s, form }) as Shows)}
        />
      )}
      {bodies && <BodyFields bodies={bodies} set={set} prefix={prefix} />}
      {lined && (
        <>
          <Choice
            name={`${prefix}line-style`}
            label={t('inspector.lineStyle')}
            value={commonOf(lined, (s) => s.style)}
            options={LINE_STYLES}
            words={(f) => t(`line.${f}`, f)}
            onChange={(style) => set((s) => ({ ...s, style }) as Shows)}
          />
          <MeasureField
            name={`${prefix}weight`}
            label={t('inspector.weight')}
            value={commonOf(lined, (s) => s.weightPt)}
            unit={COUNT}
            suffix="pt"
            step={0.25}
            onChange={(v) => v > 0 && v <= 36 && set((s) => ({ ...s, weightPt: v }) as Shows)}
            onEach={(next) =>
              set((s) => {
                const v = next((s as Of<'rule'>).weightPt);
                return v !== null && v > 0 && v <= 36 ? ({ ...s, weightPt: v } as Shows) : s;
              })
            }
          />
        </>
      )}
      {coloured && (
        <ColourField
          name={`${prefix}colour`}
          project={project}
          label={t('inspector.colour')}
          value={commonOf(coloured, (s) => s.colour)}
          onChange={(colour) => set((s) => ({ ...s, colour }) as Shows)}
        />
      )}
      {texts && (
        <>
          <Choice
            label={t('inspector.role')}
            value={commonOf(texts, (s) => s.role) as (typeof TEXT_ROLES)[number] | null}
            options={TEXT_ROLES}
            words={(r) => t(`role.text.${r}`)}
            onChange={(role) => set((s) => ({ ...s, role }) as Shows)}
          />
          <TextLook project={project} texts={texts} set={set} prefix={prefix} />
        </>
      )}
    </>
  );
}

/** How a body's legs are cut, and which way its lines run. */
function BodyFields({
  bodies,
  set,
  prefix,
}: {
  readonly bodies: readonly Of<'body'>[];
  readonly set: (change: (s: Shows) => Shows) => void;
  readonly prefix: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <MeasureField
        name={`${prefix}legs`}
        label={t('inspector.legs')}
        value={commonOf(bodies, (s) => s.legs)}
        unit={COUNT}
        suffix={bodies.every((s) => s.legs === 0) ? t('unit.byGrid') : t('unit.column')}
        step={1}
        onChange={(v) => v >= 0 && v <= 24 && set((s) => ({ ...s, legs: Math.round(v) }) as Shows)}
      />
      <Choice
        label={t('inspector.share')}
        value={commonOf(bodies, (s) => s.share)}
        options={SHARES}
        words={(f) => t(`share.${f}`)}
        onChange={(share) => set((s) => ({ ...s, share }) as Shows)}
      />
      <Choice
        label={t('inspector.flow')}
        value={commonOf(bodies, (s) => (s.vertical ? 'upright' : 'level'))}
        options={FLOWS}
        words={(f) => t(`flow.${f}`)}
        onChange={(flow) =>
          set((s) => {
            const { vertical: _was, ...rest } = s as Of<'body'>;
            return flow === 'upright' ? { ...rest, vertical: true } : rest;
          })
        }
      />
    </>
  );
}

/** Size, alignment and colour of free text, apart from its role's style. */
function TextLook({
  project,
  texts,
  set,
  prefix,
}: {
  readonly project: Project;
  readonly texts: readonly Of<'text'>[];
  readonly set: (change: (s: Shows) => Shows) => void;
  readonly prefix: string;
}) {
  const { t } = useTranslation();
  const styleOf = (s: Of<'text'>): TextStyle => styleFor(project.styles, s.overrides ?? {}, s.role as TextRole);
  const own = (change: Partial<TextStyle>): void =>
    set((s) => {
      const x = s as Of<'text'>;
      return { ...x, overrides: { ...x.overrides, [x.role]: { ...x.overrides?.[x.role], ...change } } } as Shows;
    });
  const size = commonOf(texts, (s) => styleOf(s).sizePt);
  const name = size === null ? null : sizeName(size);
  return (
    <>
      <MeasureField
        name={`${prefix}text-size`}
        label={t('inspector.size')}
        value={size}
        unit={COUNT}
        suffix={name ? `pt ${name}` : 'pt'}
        step={1}
        onChange={(v) => v >= 4 && v <= 300 && own({ sizePt: v, leadingPt: Number((v * 1.25).toFixed(2)) })}
      />
      <Choice
        label={t('inspector.align')}
        value={commonOf(texts, (s) => styleOf(s).align)}
        options={ALIGN}
        words={(a) => t(`align.${a}`)}
        onChange={(align) => own({ align })}
      />
      <ColourField
        name={`${prefix}text-colour`}
        project={project}
        label={t('inspector.colour')}
        value={commonOf(texts, (s) => styleOf(s).colour)}
        onChange={(colour) => own({ colour })}
      />
    </>
  );
}

export function FrameSection({ project, page, frames }: FrameSectionProps) {
  const [only, more] = frames;
  const text = only && !more && only.shows.kind === 'text' ? only.shows : null;
  if (!['head', 'body', 'rule', 'box', 'tint', 'text'].includes(only?.shows.kind ?? '')) return null;
  return (
    <section className="inspector-section">
      {text && only && (
        <FreeText
          key={only.id}
          text={text.text}
          onChange={(words) => commit('frame.set', putFrame(page, { ...only, shows: { ...text, text: words } }))}
        />
      )}
      <div className="measure-grid">
        <FrameFields project={project} page={page} frames={frames} />
      </div>
    </section>
  );
}

/** Text that belongs to no story: put on the page when the field is left, or with Ctrl+Enter. */
function FreeText({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const put = (): void => {
    if (draft !== null && draft !== text) onChange(draft);
    setDraft(null);
  };
  return (
    <textarea
      className="free-text"
      aria-label={t('inspector.words')}
      placeholder={t('inspector.words')}
      rows={3}
      data-field="words"
      value={draft ?? text}
      onChange={(e) => setDraft(e.target.value)}
      onBlur={put}
      onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && put()}
    />
  );
}
