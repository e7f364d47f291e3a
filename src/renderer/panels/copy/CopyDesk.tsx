/** 稿库: every story of the issue, where it stands, and the way to the page. */
import { Camera, FilePlus, GripVertical, Megaphone, MessageSquareText, Newspaper, Plus, StickyNote, TextSearch } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button, GridList, GridListItem, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { emptyStory, type Story, typed } from '../../../core/story/index.ts';
import { Action } from '../../shell/Action.tsx';
import { Panel } from '../../shell/Panel.tsx';
import { projectNow, scenesNow, useCalm } from '../../state/calm.ts';
import { commit } from '../../state/change.ts';
import { desk, setDesk, useDesk } from '../../state/desk.ts';
import { freshId, putStory } from '../../state/edits.ts';
import { articleKey, placesOf } from '../../state/selection.ts';
import { storyName } from '../page/names.ts';
import { STORY_DRAG } from '../page/PagePanel.tsx';
import { Badge, Counts } from './Figures.tsx';
import { type StoryState, sameState, storyState } from './state.ts';

const KIND_ICONS = { article: Newspaper, photo: Camera, commentary: MessageSquareText, brief: StickyNote, notice: Megaphone };

/** Show a story; where it is placed, go to its place. */
export function showStory(id: string): void {
  const s = desk();
  const [place] = placesOf(s.project?.pages ?? [], id);
  if (!place) {
    setDesk({ story: id });
    return;
  }
  const here = placesOf(s.project?.pages ?? [], id).find((p) => p.page.id === s.page) ?? place;
  setDesk({ story: id, page: here.page.id, selected: [articleKey(here.article)] });
}

function addStory(): void {
  const { project } = desk();
  if (!project) return;
  const id = freshId(project, 's');
  const story: Story = {
    ...emptyStory(id, project.paper.language),
    headline: typed(''),
    body: [{ type: 'paragraph', ...typed('') }],
    rank: project.storyOrder.length + 1,
  };
  if (commit('story.add', putStory(story))) setDesk({ story: id });
}

function Empty() {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{t('copy.empty')}</p>
      <Action command="file.import" look="both" icon={FilePlus} />
    </div>
  );
}

/** Height of a row in CSS pixels: an issue has hundreds, and only those that are seen are made. */
const ROW = 49;
const ROWS = { rowHeight: ROW };

interface Row {
  readonly id: string;
  readonly story: Story;
  readonly state: StoryState;
}

/** A row stays the same object while nothing of it changes: the list draws a row again only for another object. */
function useRows(): readonly Row[] {
  const project = useCalm(projectNow);
  const scenes = useCalm(scenesNow);
  const kept = useRef<readonly Row[]>([]);
  return useMemo(() => {
    const old = new Map(kept.current.map((row) => [row.id, row]));
    const rows =
      project?.storyOrder.flatMap((id) => {
        const story = project.stories[id];
        if (!story) return [];
        const was = old.get(id);
        const state = storyState(project, scenes, id);
        return [was && was.story === story && sameState(was.state, state) ? was : { id, story, state }];
      }) ?? [];
    if (rows.length !== kept.current.length || rows.some((row, i) => row !== kept.current[i])) kept.current = rows;
    return kept.current;
  }, [project, scenes]);
}

export function CopyDesk() {
  const { t } = useTranslation();
  const rows = useRows();
  const current = useDesk((s) => s.story);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((k) => ({ [STORY_DRAG]: String(k), 'text/plain': String(k) })),
    onDragStart: (e) => setDesk({ dragged: String([...e.keys][0] ?? '') }),
    onDragEnd: () => setDesk({ dragged: null }),
    getAllowedDropOperations: () => ['copy'],
  });
  const list = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((r) => r.id === current);
  useEffect(() => {
    const el = list.current;
    if (!el || at < 0) return;
    if (at * ROW < el.scrollTop) el.scrollTop = at * ROW;
    else if ((at + 1) * ROW > el.scrollTop + el.clientHeight) el.scrollTop = (at + 1) * ROW - el.clientHeight;
  }, [at]);
  const waiting = rows.filter((r) => r.state.kind === 'new').length;
  return (
    <Panel
      title={t('panel.copy')}
      name="copy"
      note={rows.length > 0 ? t('copy.count', { count: rows.length, waiting }) : ''}
      actions={
        <>
          <Action command="copy.desk" icon={TextSearch} />
          <Action command="file.import" icon={FilePlus} />
          <button type="button" className="action action-icon" aria-label={t('copy.add')} title={t('copy.add')} onClick={addStory}>
            <Plus size={16} strokeWidth={1.6} aria-hidden />
          </button>
        </>
      }
    >
      <Virtualizer layout={ListLayout} layoutOptions={ROWS}>
        <GridList
          ref={list}
          aria-label={t('panel.copy')}
          className="story-list"
          items={rows}
          dependencies={[t]}
          selectionMode="single"
          selectionBehavior="replace"
          selectedKeys={current ? [current] : []}
          onSelectionChange={(keys) => {
            const [id] = keys === 'all' ? [] : [...keys];
            if (id !== undefined) showStory(String(id));
          }}
          // A list says nothing of a click on the row that is chosen already; it leads to the story's place like any other.
          onClickCapture={(e) => {
            const row = e.target instanceof Element ? e.target.closest<HTMLElement>('[data-story]') : null;
            if (row?.dataset.story === current && current !== null && e.detail === 1) showStory(current);
          }}
          onAction={(id) => {
            const places = placesOf(desk().project?.pages ?? [], String(id));
            setDesk(places.length > 0 ? { story: String(id) } : { story: String(id), loaded: String(id) });
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <Empty />}
        >
          {(row) => {
            const Icon = KIND_ICONS[row.story.kind];
            return (
              <GridListItem id={row.id} textValue={storyName(t, row.story)} className="story-row" data-story={row.id}>
                <Button slot="drag" className="story-grip">
                  <GripVertical size={12} aria-hidden />
                </Button>
                <Icon size={14} strokeWidth={1.6} className="story-kind" aria-label={t(`story.kind.${row.story.kind}`)} />
                <span className="story-head">
                  {row.story.importance && (
                    <b className="story-rank" title={t(`command.story.importance.${row.story.importance}`)}>
                      {t(`story.importanceMark.${row.story.importance}`)}
                    </b>
                  )}
                  {storyName(t, row.story)}
                </span>
                <span className="story-figures">
                  <Counts story={row.story} />
                  <Badge state={row.state} />
                </span>
              </GridListItem>
            );
          }}
        </GridList>
      </Virtualizer>
    </Panel>
  );
}
