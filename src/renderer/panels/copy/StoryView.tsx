/** The story view: the whole story large over the side of the page, its lines marked as they end there. */
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { countCharacters } from '../../../core/story/index.ts';
import { Panel } from '../../shell/Panel.tsx';
import { useWriting } from '../../state/caret.ts';
import { useDesk } from '../../state/desk.ts';
import { closeStoryView, focusPassage } from '../../tools/text/story-view.ts';
import { composing } from '../../typing.ts';
import { PageLinesProvider, useEnds } from './PageLines.tsx';
import { StoryText, StoryTexts } from './StoryText.tsx';

function Open({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const story = useDesk((s) => s.project?.stories[id]);
  const over = useDesk((s) =>
    Object.values(s.scenes).reduce((n, x) => n + x.overset.reduce((m, o) => m + (o.story === id ? o.characters : 0), 0), 0),
  );
  const ends = useEnds(id, story?.pictures.length ?? 0);
  useEffect(() => focusPassage(), []);
  if (!story) return null;
  return (
    <section
      className="story-view"
      aria-label={t('text.view')}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || composing(e.nativeEvent)) return;
        e.stopPropagation();
        closeStoryView();
      }}
    >
      <header className="panel-head">
        <h2>{t('text.view')}</h2>
        <span className="panel-note">
          {t('text.viewCount', { characters: countCharacters(story) })}
          {over > 0 && <b className="story-over"> {t('text.viewOver', { characters: over })}</b>}
        </span>
        <div className="panel-actions">
          <Button className="action action-icon" aria-label={t('dialog.close')} onPress={closeStoryView}>
            <X size={15} strokeWidth={1.6} aria-hidden />
          </Button>
        </div>
      </header>
      <PageLinesProvider value={ends}>
        <StoryTexts story={story} />
      </PageLinesProvider>
    </section>
  );
}

export function StoryView() {
  const open = useWriting((w) => w.storyView);
  const story = useDesk((s) => (s.story && s.project?.stories[s.story] ? s.story : null));
  return open && story ? <Open id={story} key={story} /> : null;
}

/** Beside the page: the story's text, or where it is now. */
export function StoryDock() {
  const { t } = useTranslation();
  const open = useWriting((w) => w.storyView);
  if (!open) return <StoryText />;
  return (
    <Panel title={t('panel.text')} name="text">
      <p className="empty">{t('text.inView')}</p>
    </Panel>
  );
}
