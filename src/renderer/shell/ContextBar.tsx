/**
 * 属性栏: the first row under the toolbar changes with the selection; every value can be reached by Tab, in order.
 * Where the rulers count in millimetres the place does so too.
 */
import { AArrowDown, AArrowUp, Crop, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Frame, findArticle, type Page, type Project } from '../../core/document/index.ts';
import { sizeName } from '../../core/measure/index.ts';
import { FrameFields } from '../panels/inspector/FrameSection.tsx';
import { MeasureField } from '../panels/inspector/MeasureField.tsx';
import { CropFields, FitButtons } from '../panels/inspector/PhotoSection.tsx';
import { GridFields, MillimetreFields } from '../panels/inspector/PlaceSection.tsx';
import { projectNow, selectedNow, useCalm } from '../state/calm.ts';
import { commit } from '../state/change.ts';
import { pageOf, useDesk } from '../state/desk.ts';
import { overrideStyle, styleOf } from '../state/edits.ts';
import { photoOf } from '../state/photo.ts';
import { onlyArticle, picked, pickedFrames } from '../state/selection.ts';
import { Action } from './Action.tsx';
import { AlignButtons, AlignTarget, DistributeButtons } from './Align.tsx';

const POINT = { pt: 1 };

interface BarProps {
  readonly project: Project;
  readonly page: Page;
  readonly selected: readonly string[];
  readonly frames: readonly Frame[];
}

/** The headline's size, with the keys that step it. */
function Headline({ project, page, id }: { readonly project: Project; readonly page: Page; readonly id: string }) {
  const { t } = useTranslation();
  const article = findArticle(page, id);
  if (!article || !project.stories[article.story]?.headline) return null;
  const style = styleOf(project, page, id, 'headline');
  const name = sizeName(style.sizePt);
  return (
    <>
      <MeasureField
        name="bar-headline"
        label={t('role.text.headline')}
        value={style.sizePt}
        unit={POINT}
        suffix={name ? `pt ${name}` : 'pt'}
        step={1}
        onChange={(v) => {
          if (v < 4 || v > 300) return;
          const leadingPt = Number(((v * style.leadingPt) / style.sizePt).toFixed(3));
          commit('headline.size', overrideStyle(project, page, article, 'headline', { sizePt: v, leadingPt }));
        }}
      />
      <Action command="headline.smaller" icon={AArrowDown} />
      <Action command="headline.bigger" icon={AArrowUp} />
    </>
  );
}

/** What suits the selection beyond its place. */
function Own({ project, page, selected, frames }: BarProps) {
  const [only] = frames;
  const single = selected.length === 1 && picked(selected[0] ?? '').kind === 'frame' ? only : undefined;
  const photo = single && photoOf(project, page, single);
  const article = onlyArticle(page, selected);
  if (photo?.picture)
    return (
      <>
        <CropFields page={page} photo={photo} picture={photo.picture} prefix="bar-" />
        <FitButtons />
      </>
    );
  if (photo) return null;
  if (single) return <FrameFields project={project} page={page} frames={[single]} prefix="bar-" />;
  if (article)
    return (
      <>
        <Headline project={project} page={page} id={article} />
        <Action command="object.refit" icon={Crop} />
      </>
    );
  return <FrameFields project={project} page={page} frames={frames} prefix="bar-" />;
}

function Fields(props: BarProps) {
  const millimetres = useDesk((s) => s.aids.rulerUnit === 'mm');
  const Place = millimetres ? MillimetreFields : GridFields;
  return (
    <>
      <Place page={props.page} frames={props.frames} selected={props.selected} prefix="bar-" />
      <span className="bar-gap" />
      {props.selected.length > 1 && (
        <>
          <AlignTarget />
          <AlignButtons />
          <DistributeButtons />
          <span className="bar-gap" />
        </>
      )}
      <Own {...props} />
      <span className="stretch" />
      <Action command="object.lock" icon={Lock} />
    </>
  );
}

export function ContextBar() {
  const { t } = useTranslation();
  const project = useCalm(projectNow, 'figure');
  const page = useCalm(pageOf, 'figure');
  const selected = useCalm(selectedNow, 'figure');
  const frames = page ? pickedFrames(page, selected) : [];
  let inside: ReactNode = <p className="bar-hint">{t(project && page ? 'bar.nothing' : 'bar.empty')}</p>;
  if (project && page && frames.length > 0) inside = <Fields project={project} page={page} selected={selected} frames={frames} />;
  return (
    <section className="context-bar" aria-label={t('bar.name')} data-panel="bar">
      {inside}
    </section>
  );
}
