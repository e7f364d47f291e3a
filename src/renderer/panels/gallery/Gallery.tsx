/** 组版方案: proposals in a row below the page. Arrows try each on the page itself, Enter takes it, Esc leaves the page as it was. */
import { Check, RefreshCw, X } from 'lucide-react';
import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useRef } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  anotherKind,
  chooseManner,
  closeGallery,
  type Gallery as Open,
  takeProposal,
  tryProposal,
  useGallery,
} from '../../state/gallery.ts';
import { mannerNames, type Proposal } from '../../worker/proposals.ts';
import { Choice } from '../inspector/Choice.tsx';
import { Faults } from './Faults.tsx';
import { SceneThumbnail } from './SceneThumbnail.tsx';

const WIDTH = 92;

function Closing({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  if (proposal.over) return <span className="bad">{t('gallery.over', proposal.over)}</span>;
  if (proposal.short) return <span className="short">{t('gallery.short', { count: proposal.short.lines })}</span>;
  return <span className="good">{t('gallery.closed')}</span>;
}

function Row({ open }: { readonly open: Open }) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const some = open.found.length > 0;
  // The first page that is found takes the keyboard, so that arrows and Enter work at once.
  useEffect(() => {
    if (some) list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
  }, [some]);
  if (!some) return <p className="gallery-waiting">{t(open.done < 1 ? 'gallery.searching' : 'gallery.nothing')}</p>;
  return (
    <ListBox
      ref={list}
      aria-label={t('gallery.title')}
      className="gallery-row"
      orientation="horizontal"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      items={open.found.map((p, i) => ({ ...p, n: i + 1 }))}
      dependencies={[t, open.tried]}
      selectedKeys={open.tried === null ? [] : [open.tried]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : [...keys];
        if (id !== undefined) tryProposal(String(id));
      }}
      onAction={() => takeProposal()}
    >
      {(p) => (
        <ListBoxItem id={p.id} textValue={t('gallery.proposal', { n: p.n })} className="gallery-item" data-proposal={p.n}>
          <SceneThumbnail scene={p.scene} width={WIDTH} />
          <span className="gallery-figures">
            <b>{p.score.toFixed(0)}</b>
            <Closing proposal={p} />
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}

function keyDown(e: ReactKeyboardEvent): void {
  if (e.key === 'Escape') closeGallery();
  else if (e.key === 'Enter' && e.target instanceof HTMLElement && e.target.closest('[role="option"]')) takeProposal();
  else return;
  e.preventDefault();
  e.stopPropagation();
}

export function Gallery() {
  const { t } = useTranslation();
  const open = useGallery((s) => s.open);
  if (!open) return null;
  const tried = open.found.find((p) => p.id === open.tried) ?? open.found[0];
  return (
    <section className="gallery" aria-label={t('gallery.title')} onKeyDownCapture={keyDown}>
      <header className="gallery-head">
        <h2>{t('gallery.title')}</h2>
        <span className="gallery-progress" role="status">
          {open.done < 1
            ? t('gallery.progress', { percent: Math.round(open.done * 100) })
            : t('gallery.found', { count: open.found.length })}
        </span>
        <Choice
          label={t('gallery.manner')}
          value={open.manner}
          options={mannerNames}
          words={(m) => t(`gallery.manner-${m}`)}
          onChange={chooseManner}
        />
        <Button className="chip" onPress={anotherKind}>
          <RefreshCw size={13} aria-hidden /> {t('gallery.another')}
        </Button>
        <div className="stretch" />
        <Button className="action action-plain" onPress={closeGallery}>
          <X size={14} aria-hidden /> {t('gallery.leave')} <kbd>Esc</kbd>
        </Button>
        <Button className="action action-primary" isDisabled={!tried} onPress={() => takeProposal()}>
          <Check size={14} aria-hidden /> {t('gallery.take')} <kbd>Enter</kbd>
        </Button>
      </header>
      <div className="gallery-body">
        <Row open={open} />
        {tried && <Faults proposal={tried} />}
      </div>
    </section>
  );
}
