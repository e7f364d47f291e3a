/** A photo in its frame: which file, how sharp it will print, which part of it shows, and the words that belong to it. */
import { Image, ImagePlus, Maximize2, RotateCcw, RotateCw, Shrink, SquareArrowOutUpRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit, Frame, Page, Picture, Project } from '../../../core/document/index.ts';
import { passageAt, type Story, type TextPlace, typed } from '../../../core/story/index.ts';
import { Action } from '../../shell/Action.tsx';
import { commit, textDiff } from '../../state/change.ts';
import { putStory } from '../../state/edits.ts';
import { cropAt, cropOf, type Photo, photoOf, ppiOf, ppiTone, setCrop, shapeOf, wholeZoom, zoomOf } from '../../state/photo.ts';
import { frameRect } from '../../state/place.ts';
import { Choice } from './Choice.tsx';
import { MeasureField } from './MeasureField.tsx';

const PERCENT = { pt: 1 };

interface PhotoProps {
  readonly page: Page;
  readonly photo: Photo;
  readonly picture: Picture;
  readonly prefix?: string;
}

/** Zoom, middle and turn of what shows. 100 % fills the frame. */
export function CropFields({ page, photo, picture, prefix = '' }: PhotoProps) {
  const { t } = useTranslation();
  const rect = frameRect(page, photo.frame);
  const shape = shapeOf(rect, photo.shows.rotate);
  const crop = cropOf(photo, picture, rect);
  const zoom = zoomOf(picture, shape, crop);
  const [cx, cy] = [crop.x + crop.width / 2, crop.y + crop.height / 2];
  const least = wholeZoom(picture, shape);
  const set = (z: number, x: number, y: number): void =>
    void commit('photo.crop', setCrop(page, photo, cropAt(picture, shape, Math.min(20, Math.max(least, z)), x, y)));
  return (
    <>
      <MeasureField
        name={`${prefix}photo-zoom`}
        label={t('inspector.photoZoom')}
        value={zoom * 100}
        unit={PERCENT}
        suffix="%"
        step={5}
        onChange={(v) => set(v / 100, cx, cy)}
      />
      <MeasureField
        name={`${prefix}photo-rotate`}
        label={t('inspector.photoRotate')}
        value={photo.shows.rotate}
        unit={PERCENT}
        suffix="°"
        step={1}
        onChange={(v) =>
          commit(
            'photo.turn',
            setCrop(
              page,
              photo,
              Math.round(v / 90) === Math.round(photo.shows.rotate / 90) ? photo.shows.crop : null,
              ((v % 360) + 360) % 360,
            ),
          )
        }
      />
      <MeasureField
        name={`${prefix}photo-x`}
        label={t('inspector.photoX')}
        value={cx * 100}
        unit={PERCENT}
        suffix="%"
        step={1}
        onChange={(v) => set(zoom, v / 100, cy)}
      />
      <MeasureField
        name={`${prefix}photo-y`}
        label={t('inspector.photoY')}
        value={cy * 100}
        unit={PERCENT}
        suffix="%"
        step={1}
        onChange={(v) => set(zoom, cx, v / 100)}
      />
    </>
  );
}

export function FitButtons() {
  return (
    <div className="align-buttons">
      <Action command="photo.fill" icon={Maximize2} />
      <Action command="photo.fit" icon={Shrink} />
      <Action command="photo.centre" icon={Image} />
      <Action command="photo.frameToContent" icon={SquareArrowOutUpRight} />
      <Action command="photo.turnLeft" icon={RotateCcw} />
      <Action command="photo.turnRight" icon={RotateCw} />
    </div>
  );
}

/** The focus: what must stay in sight whenever a frame crops the picture by itself. */
function FocusFields({ picture }: { readonly picture: Picture }) {
  const { t } = useTranslation();
  const set = (focus: Partial<Picture['focus']>): void => {
    const clamp = (v: number): number => Math.min(1, Math.max(0, v));
    const all = { ...picture.focus, ...focus };
    commit('photo.focus', { kind: 'picture', id: picture.id, after: { ...picture, focus: { x: clamp(all.x), y: clamp(all.y) } } });
  };
  return (
    <>
      <MeasureField
        name="focus-x"
        label={t('inspector.focusX')}
        value={picture.focus.x * 100}
        unit={PERCENT}
        suffix="%"
        step={1}
        onChange={(v) => set({ x: v / 100 })}
      />
      <MeasureField
        name="focus-y"
        label={t('inspector.focusY')}
        value={picture.focus.y * 100}
        unit={PERCENT}
        suffix="%"
        step={1}
        onChange={(v) => set({ y: v / 100 })}
      />
    </>
  );
}

type Field = 'caption' | 'credit';

/** Where a photo's words stand: a photo story's own are its body and its credit, any other's are its picture's. */
function placeOf(story: Story, picture: number, field: Field): TextPlace {
  if (story.kind === 'photo') return field === 'caption' ? { field: 'body', block: 0 } : { field: 'credit' };
  return { field: field === 'caption' ? 'caption' : 'pictureCredit', picture };
}

/** A story with words where it had none. */
function begun(story: Story, picture: number, field: Field, text: string): Story {
  if (story.kind !== 'photo')
    return { ...story, pictures: story.pictures.map((p, i) => (i === picture ? { ...p, [field]: typed(text) } : p)) };
  return field === 'caption' ? { ...story, body: [{ ...typed(text), type: 'paragraph' }] } : { ...story, credit: typed(text) };
}

/** Caption and credit: they belong to the picture's place in the story and go where it goes. */
function Words({ project, page, photo }: { readonly project: Project; readonly page: Page; readonly photo: Photo }) {
  const { t } = useTranslation();
  const story = project.stories[page.articles.find((a) => a.id === photo.frame.article)?.story ?? ''];
  if (!story?.pictures[photo.shows.picture]) return null;
  const put = (field: Field, text: string): void => {
    const place = placeOf(story, photo.shows.picture, field);
    const known = passageAt(story, place);
    const change = known && textDiff(known.text, text);
    if (change) commit(`photo.${field}`, { kind: 'text', story: story.id, place, ...change });
    else if (!known && text.trim()) commit(`photo.${field}`, putStory(begun(story, photo.shows.picture, field, text.trim())));
  };
  return (['caption', 'credit'] as const).map((field) => (
    <WordsField
      key={`${photo.frame.id} ${field}`}
      name={field}
      label={t(`inspector.${field}`)}
      text={passageAt(story, placeOf(story, photo.shows.picture, field))?.text ?? ''}
      onChange={(text) => put(field, text.replace(/\s*\n\s*/gu, ' '))}
    />
  ));
}

function WordsField({
  name,
  label,
  text,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const put = (): void => {
    if (draft !== null && draft !== text) onChange(draft);
    setDraft(null);
  };
  return (
    <label className="words-field">
      <span>{label}</span>
      <textarea
        rows={name === 'caption' ? 2 : 1}
        data-field={`photo-${name}`}
        value={draft ?? text}
        onChange={(e) => setDraft(e.target.value)}
        onBlur={put}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && !e.nativeEvent.isComposing && (name === 'credit' || e.ctrlKey || e.metaKey)) {
            e.preventDefault();
            put();
          }
        }}
      />
    </label>
  );
}

const FACINGS = ['unknown', 'left', 'right'] as const;

/** Which way the picture looks, for the check that it does not look off the page. */
function facingEdit(picture: Picture, facing: (typeof FACINGS)[number]): Edit {
  const { facing: _before, ...rest } = picture;
  return { kind: 'picture', id: picture.id, after: facing === 'unknown' ? rest : { ...rest, facing } };
}

export function PhotoSection({ project, page, frame }: { readonly project: Project; readonly page: Page; readonly frame: Frame }) {
  const { t } = useTranslation();
  const photo = photoOf(project, page, frame);
  if (!photo) return null;
  const { picture } = photo;
  const replace = (
    <Action command="file.photo" look="both" icon={ImagePlus} label={picture ? t('inspector.replacePhoto') : t('inspector.placePhoto')} />
  );
  if (!picture)
    return (
      <section className="inspector-section">
        <p className="inspector-note">{t('inspector.noPhoto')}</p>
        {replace}
        <Words project={project} page={page} photo={photo} />
      </section>
    );
  const ppi = ppiOf(photo, picture, frameRect(page, frame));
  return (
    <section className="inspector-section">
      <p className="inspector-figures">
        <span className="file-name">{picture.name}</span>
        <span className={ppiTone(ppi, picture)}>{t('inspector.ppi', { ppi, width: picture.width, height: picture.height })}</span>
      </p>
      <FitButtons />
      <div className="measure-grid">
        <CropFields page={page} photo={photo} picture={picture} />
        <FocusFields picture={picture} />
        <Choice
          label={t('facing.label')}
          value={picture.facing ?? 'unknown'}
          options={FACINGS}
          words={(f) => t(`facing.${f}`)}
          onChange={(f) => commit('photo.facing', facingEdit(picture, f))}
        />
      </div>
      <Words project={project} page={page} photo={photo} />
      {replace}
    </section>
  );
}
