/** A story's figures: its characters, its lines at the page's measure as composed, and where it stands. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCharacters, type Story } from '../../../core/story/index.ts';
import { desk, useDesk } from '../../state/desk.ts';
import { ask } from '../../worker/client.ts';
import { type StoryState, storyState } from './state.ts';

/** Lines as last composed, by the story as it was and the page's measure. */
const known = new WeakMap<Story, { readonly measure: string; readonly lines: number }>();
const AFTER_MS = 300;

/** Lines of the body over one basic column of the page that is looked at; null while they are composed. */
function useLines(story: Story | undefined): number | null {
  const page = useDesk((s) => s.page);
  const measure = useDesk((s) => JSON.stringify(s.project?.pages.find((p) => p.id === s.page)?.grid ?? null));
  const [, again] = useState(0);
  useEffect(() => {
    if (!story || !page || known.get(story)?.measure === measure) return;
    const timer = setTimeout(() => {
      ask('lines', { page, story: story.id })
        .then((lines) => {
          if (desk().project?.stories[story.id] !== story) return;
          known.set(story, { measure, lines });
          again((n) => n + 1);
        })
        .catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [story, page, measure]);
  const found = story && known.get(story);
  return found?.measure === measure ? found.lines : null;
}

export function Badge({ state }: { readonly state: StoryState }) {
  const { t } = useTranslation();
  const text =
    state.kind === 'new'
      ? t('story.new')
      : state.kind === 'over'
        ? t('story.over', { characters: state.over })
        : state.kind === 'under'
          ? t('story.under', { count: state.under })
          : t('story.onPage', { pages: state.pages.join('、') });
  return (
    <span className={`story-state story-${state.kind}`} data-state={state.kind}>
      {text}
    </span>
  );
}

/** “1200 字 · 98 行”. */
export function Counts({ story }: { readonly story: Story }) {
  const { t } = useTranslation();
  const lines = useLines(story);
  return (
    <span>
      {t('story.characters', { count: countCharacters(story) })}
      {lines !== null && lines > 0 && <span title={t('story.linesLong')}> · {t('story.lines', { count: lines })}</span>}
    </span>
  );
}

export function StoryFigures({ id }: { readonly id: string }) {
  const project = useDesk((s) => s.project);
  const scenes = useDesk((s) => s.scenes);
  const story = project?.stories[id];
  if (!project || !story) return null;
  return (
    <span className="desk-story-figures">
      <Counts story={story} />
      <Badge state={storyState(project, scenes, id)} />
    </span>
  );
}
