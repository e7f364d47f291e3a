/** 属性: the selection by number; the page where nothing is selected. */
import { ArrowDownToLine, ArrowUpToLine, Crop, Group as GroupIcon, Lock, Trash2, Ungroup as UngroupIcon } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { findArticle, type Page, type Project } from '../../../core/document/index.ts';
import { Action } from '../../shell/Action.tsx';
import { AlignButtons, AlignTarget, DistributeButtons } from '../../shell/Align.tsx';
import { projectNow, selectedNow, useCalm } from '../../state/calm.ts';
import { pageOf } from '../../state/desk.ts';
import { onlyArticle, picked, pickedFrames } from '../../state/selection.ts';
import { keyName } from '../page/names.ts';
import { CopyfitSection } from './CopyfitSection.tsx';
import { DropCapSection } from './DropCapSection.tsx';
import { FrameSection } from './FrameSection.tsx';
import { HeadSection } from './HeadSection.tsx';
import { PageSection } from './PageSection.tsx';
import { PhotoSection } from './PhotoSection.tsx';
import { PlaceSection } from './PlaceSection.tsx';

/** The figures follow the hand when there is time for them; the page comes first. */
export function Inspector() {
  const project = useCalm(projectNow, 'figure');
  const page = useCalm(pageOf, 'figure');
  const selected = useCalm(selectedNow, 'figure');
  return <Figures project={project} page={page} selected={selected} />;
}

interface FiguresProps {
  readonly project: Project | null;
  readonly page: Page | null;
  readonly selected: readonly string[];
}

function AlignSection() {
  const { t } = useTranslation();
  return (
    <section className="inspector-section">
      <h3>
        {t('group.align')}
        <span className="section-actions">
          <AlignTarget />
        </span>
      </h3>
      <div className="align-lines">
        <AlignButtons />
        <DistributeButtons />
      </div>
    </section>
  );
}

const Figures = memo(function Figures({ project, page, selected }: FiguresProps) {
  const { t } = useTranslation();
  const frames = page ? pickedFrames(page, selected) : [];
  const [only] = frames;
  const id = page ? onlyArticle(page, selected) : null;
  const article = page && id ? findArticle(page, id) : null;
  const single = selected.length === 1 && only && picked(selected[0] ?? '').kind === 'frame' ? only : null;
  const sameKind =
    single !== null || (frames.length > 0 && !article && new Set(frames.map((f) => f.shows.kind.replace('box', 'rule'))).size === 1);
  const headed = article && (!single || single.shows.kind === 'head');
  return (
    <section className="inspector-panel" aria-label={t('panel.inspector')} data-panel="inspector">
      {selected.length > 0 && (
        <div className="inspector-actions">
          <Action command="object.refit" icon={Crop} />
          <Action command="object.group" icon={GroupIcon} />
          <Action command="object.ungroup" icon={UngroupIcon} />
          <Action command="object.front" icon={ArrowUpToLine} />
          <Action command="object.back" icon={ArrowDownToLine} />
          <Action command="object.lock" icon={Lock} />
          <Action command="edit.delete" icon={Trash2} />
        </div>
      )}
      {project && page && (
        <div className="inspector">
          {frames.length === 0 ? (
            <PageSection project={project} page={page} />
          ) : (
            <>
              <p className="inspector-name">
                {selected.length > 1 ? t('status.selected', { count: selected.length }) : keyName(t, project, page, selected[0] ?? '')}
              </p>
              <PlaceSection page={page} frames={frames} selected={selected} />
              {selected.length > 1 && <AlignSection />}
              {article && <CopyfitSection page={page.id} article={article.id} />}
              {sameKind && <FrameSection project={project} page={page} frames={frames} />}
              {single && <PhotoSection project={project} page={page} frame={single} />}
              {headed && <HeadSection project={project} page={page} article={article} />}
              {article && (!single || single.shows.kind === 'body') && <DropCapSection project={project} page={page} article={article} />}
            </>
          )}
        </div>
      )}
    </section>
  );
});
