/** Ports of the body frames that are selected, the threads between them, and what is over or open at a thread's end. */
import { useTranslation } from 'react-i18next';
import type { Frame, Page } from '../../../core/document/index.ts';
import { continuationOf } from '../../../core/document/index.ts';
import { rectToView } from '../../canvas/camera.ts';
import { type Desk, setDesk, useDesk } from '../../state/desk.ts';
import { frameRect } from '../../state/place.ts';
import { pickedFrames } from '../../state/selection.ts';
import { loadThread, openLines, threadOf } from '../../tools/text/thread.ts';

/** CSS pixels of a port. */
const PORT = 13;

interface PortProps {
  readonly x: number;
  readonly y: number;
  readonly sign: string;
  readonly name: string;
  readonly bad?: boolean;
  readonly port: 'in' | 'out';
  readonly press: () => void;
}

function PortMark({ x, y, sign, name, bad, port, press }: PortProps) {
  return (
    <button
      type="button"
      className={bad ? 'port port-bad' : 'port'}
      style={{ transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)` }}
      aria-label={name}
      title={name}
      data-port={port}
      onPointerDown={(e) => e.stopPropagation()}
      onClick={press}
    >
      <span aria-hidden>{sign}</span>
    </button>
  );
}

/** The articles whose ports are shown: those that are selected, whole or through a frame. */
function shownArticles(s: Desk, page: Page): string[] {
  return [...new Set(pickedFrames(page, s.selected).flatMap((f) => (f.article ? [f.article] : [])))];
}

function ArticlePorts({ page, article }: { readonly page: Page; readonly article: string }) {
  const { t } = useTranslation();
  const camera = useDesk((s) => s.camera);
  const over = useDesk((s) => (s.page ? s.scenes[s.page]?.overset.find((o) => o.article === article && o.cut) : undefined));
  const short = useDesk((s) => openLines(s, article));
  const goesOn = useDesk((s) => s.project !== null && continuationOf(s.project, article) !== null);
  const comes = page.articles.find((a) => a.id === article)?.continues !== undefined;
  const frames = threadOf(page, article);
  return frames.map((frame, i) => {
    const r = rectToView(camera, frameRect(page, frame));
    const last = i === frames.length - 1;
    const full = last && over !== undefined;
    const linked = !last || goesOn;
    return (
      <span key={frame.id}>
        <PortMark
          x={r.x - PORT / 2}
          y={r.y + 3}
          port="in"
          sign={i > 0 || comes ? '▶' : ''}
          name={t(i > 0 || comes ? 'thread.inLinked' : 'thread.in')}
          press={() => setDesk({ selected: [`frame:${frame.id}`] })}
        />
        <PortMark
          x={r.x + r.width - PORT / 2}
          y={r.y + r.height - PORT - 3}
          port="out"
          bad={full}
          sign={full ? '+' : linked ? '▶' : ''}
          name={
            full ? t('thread.over', { characters: over?.characters, lines: over?.lines }) : t(linked ? 'thread.outLinked' : 'thread.out')
          }
          press={() => loadThread({ page: page.id, article, after: frame.id })}
        />
        {last && short > 0 && (
          <span
            className="short-badge"
            role="status"
            data-short={short}
            style={{ transform: `translate(${Math.round(r.x + r.width)}px, ${Math.round(r.y + r.height)}px) translate(-100%, 2px)` }}
          >
            {t('thread.short', { count: short })}
          </span>
        )}
      </span>
    );
  });
}

const middle = (page: Page, frame: Frame, end: boolean): { x: number; y: number } => {
  const r = frameRect(page, frame);
  return end ? { x: r.x + r.width, y: r.y + r.height } : { x: r.x, y: r.y };
};

/** Lines from each out-port to the next in-port. */
function Threads({ page, articles }: { readonly page: Page; readonly articles: readonly string[] }) {
  const camera = useDesk((s) => s.camera);
  const paths = articles.flatMap((a) =>
    threadOf(page, a).flatMap((frame, i, all) => {
      const next = all[i + 1];
      if (!next) return [];
      const [from, to] = [middle(page, frame, true), middle(page, next, false)];
      return [`M${from.x} ${from.y}L${to.x} ${to.y}`];
    }),
  );
  return (
    <svg className="threads" aria-hidden>
      <path d={paths.join('')} transform={`scale(${camera.scale}) translate(${-camera.x} ${-camera.y})`} />
    </svg>
  );
}

/** Nothing of it is shown while a hand moves what it belongs to. */
export function Ports() {
  const moving = useDesk((s) => s.show.at !== null);
  return moving ? null : <StillPorts />;
}

function StillPorts() {
  const page = useDesk((s) => s.project?.pages.find((p) => p.id === s.page));
  const selected = useDesk((s) => s.selected);
  const preview = useDesk((s) => s.aids.preview);
  const all = useDesk((s) => s.aids.threads);
  const still = useDesk((s) => s.show.box === null && !s.threading && !s.loaded);
  if (!page || preview) return null;
  const mine = selected.length > 0 && selected.length < 4 ? shownArticles({ selected } as Desk, page) : [];
  const threads = all ? page.articles.map((a) => a.id) : mine;
  return (
    <>
      {threads.length > 0 && <Threads page={page} articles={threads} />}
      {still && mine.map((a) => <ArticlePorts key={a} page={page} article={a} />)}
    </>
  );
}
