/** 版面: the page under the hand. Canvases below, words and rulers around, the pointer led to the tool in hand. */
import { type DragEvent as ReactDragEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera, panBy, toPage, zoomAbout } from '../../canvas/camera.ts';
import { popUpMenu } from '../../shell/menu.ts';
import { desk, isDark, NO_SHOW, setDesk, useDesk } from '../../state/desk.ts';
import { dropFiles } from '../../state/files.ts';
import { closeGallery } from '../../state/gallery.ts';
import { Hands } from '../../tools/hands.ts';
import { dropStory, showFall } from '../../tools/place.ts';
import { zoomContent } from '../../tools/select/cropping.ts';
import { fitPage, lookFrom } from '../../tools/view/tool.ts';
import { editing } from '../../typing.ts';
import { StoryView } from '../copy/StoryView.tsx';
import { FindPanel } from '../find/FindPanel.tsx';
import { Gallery } from '../gallery/Gallery.tsx';
import { OversetBadges, Readout } from './Badges.tsx';
import { EmptyPage } from './EmptyPage.tsx';
import { HiddenMarks } from './HiddenMarks.tsx';
import { Objects } from './Objects.tsx';
import { PhotoBadges } from './PhotoBadges.tsx';
import { Ports } from './Ports.tsx';
import { Ruler } from './Rulers.tsx';
import { TemplateBanner } from './TemplateBanner.tsx';
import { touchAgain, touchOf } from './touch.ts';
import { PageView } from './view.ts';
import { WritingLayer } from './WritingLayer.tsx';

/** What a story dragged from the copy desk is called on its way. */
export const STORY_DRAG = 'application/x-banxin-story';

/** A notch of a mouse wheel is about 100 pixels; a pinch sends small steps. Either way e-fold after 400. */
const ZOOM_PER_PX = 1 / 400;
const LINE_PX = 32;
/** Moves of a gesture nearer to each other than this, in milliseconds, wait for the frame: a fast mouse sends a thousand a second. */
const RAW_MS = 6;

function wheel(e: WheelEvent, view: Element): void {
  e.preventDefault();
  const unit = e.deltaMode === 1 ? LINE_PX : 1;
  const { camera } = desk();
  if (e.altKey) {
    const r = view.getBoundingClientRect();
    const about = toPage(camera, { x: e.clientX - r.left, y: e.clientY - r.top });
    if (zoomContent(Math.exp(-e.deltaY * unit * ZOOM_PER_PX * 0.5), about)) return;
  }
  if (e.ctrlKey || e.metaKey) {
    const r = view.getBoundingClientRect();
    const at = { x: e.clientX - r.left, y: e.clientY - r.top };
    lookFrom(zoomAbout(camera, at, Math.exp(-e.deltaY * unit * ZOOM_PER_PX)));
  } else if (e.shiftKey && e.deltaX === 0) lookFrom(panBy(camera, -e.deltaY * unit, 0));
  else lookFrom(panBy(camera, -e.deltaX * unit, -e.deltaY * unit));
}

/** Lead the pointer and the keys that tools need to the hand. */
function listen(el: HTMLElement, hands: Hands, point: (x: number, y: number) => void): () => void {
  const stop = new AbortController();
  const on = <K extends keyof HTMLElementEventMap>(name: K, heard: (e: HTMLElementEventMap[K]) => void, passive = true): void =>
    el.addEventListener(name, heard, { signal: stop.signal, passive });
  on('pointerdown', (e) => {
    // Ports and badges lie over the page and are buttons of their own.
    if (e.target instanceof Element && e.target.closest('button')) return;
    el.setPointerCapture(e.pointerId);
    el.focus({ preventScroll: true });
    hands.down(touchOf(e, el));
  });
  let moved = '';
  const move = (e: PointerEvent): void => {
    const t = touchOf(e, el);
    const now = `${t.view.x} ${t.view.y} ${t.shift} ${t.alt} ${t.ctrl}`;
    if (now === moved && hands.busy) return;
    moved = now;
    point(t.view.x, t.view.y);
    hands.move(t);
  };
  on('pointermove', move);
  // A browser keeps moves back until the next frame. A gesture takes them when they come: the page is composed while the frame waits.
  let handled = 0;
  el.addEventListener(
    'pointerrawupdate',
    (e) => {
      if (!hands.busy || e.timeStamp - handled < RAW_MS) return;
      handled = e.timeStamp;
      move(e as PointerEvent);
    },
    { signal: stop.signal, passive: true },
  );
  on('pointerup', (e) => hands.up(touchOf(e, el)));
  on('pointercancel', () => void hands.cancel());
  on('pointerleave', () => {
    if (!hands.busy) setDesk({ hover: null });
  });
  on('wheel', (e) => wheel(e, el), false);
  const keys = (e: KeyboardEvent): void => {
    if (editing(e)) return;
    if (e.code === 'Space' && !(e.target instanceof HTMLButtonElement)) {
      e.preventDefault();
      if (!e.repeat) hands.space(e.type === 'keydown');
    } else if (e.type === 'keydown' && e.code === 'Escape') void (hands.cancel() || closeGallery());
    else if (e.key === 'Control' || e.key === 'Shift' || e.key === 'Alt' || e.key === 'Meta') hands.modifier(touchAgain(e));
  };
  window.addEventListener('keydown', keys, { signal: stop.signal });
  window.addEventListener('keyup', keys, { signal: stop.signal });
  window.addEventListener('blur', () => hands.space(false), { signal: stop.signal });
  return () => stop.abort();
}

/** A page that is seen for the first time is seen whole, and stays so while the view changes and nobody has moved the camera. */
function fitWhenNew(): () => void {
  let seen: string | null = null;
  let fitted: Camera | null = null;
  const check = (): void => {
    const s = desk();
    const key = s.page && s.view.width > 1 ? `${s.document} ${s.page}` : null;
    if (!key || (key === seen && s.camera !== fitted)) return;
    seen = key;
    fitPage();
    fitted = desk().camera;
  };
  check();
  return useDesk.subscribe((s, b) => {
    if (s.page !== b.page || s.document !== b.document || s.view !== b.view) check();
  });
}

function useView(): {
  host: React.RefObject<HTMLDivElement | null>;
  paper: React.RefObject<HTMLDivElement | null>;
} {
  const host = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const view = useRef<PageView | null>(null);
  const dark = useDesk(isDark);
  useEffect(() => {
    if (!host.current || !paper.current) return;
    const el = host.current;
    const made = new PageView(el, paper.current);
    view.current = made;
    const hands = new Hands();
    const sizes = new ResizeObserver(() => setDesk({ view: { width: el.clientWidth, height: el.clientHeight } }));
    sizes.observe(el);
    const stops = [
      listen(el, hands, (x, y) => made.pointAt(x, y)),
      fitWhenNew(),
      () => sizes.disconnect(),
      () => hands.dispose(),
      () => made.dispose(),
    ];
    return () => {
      for (const stop of stops) stop();
      view.current = null;
    };
  }, []);
  useEffect(() => {
    void dark;
    view.current?.restyle();
  }, [dark]);
  return { host, paper };
}

function overPage(e: ReactDragEvent<HTMLElement>): void {
  if (e.dataTransfer.types.includes('Files')) {
    e.preventDefault();
    return;
  }
  const story = desk().dragged;
  if (!story || !e.dataTransfer.types.includes(STORY_DRAG)) return;
  e.preventDefault();
  e.dataTransfer.dropEffect = 'copy';
  const r = e.currentTarget.getBoundingClientRect();
  const view = { x: e.clientX - r.left, y: e.clientY - r.top };
  showFall(story, toPage(desk().camera, view), view);
}

function droppedOnPage(e: ReactDragEvent<HTMLElement>): void {
  e.preventDefault();
  setDesk({ show: NO_SHOW, dragged: null });
  const r = e.currentTarget.getBoundingClientRect();
  const at = toPage(desk().camera, { x: e.clientX - r.left, y: e.clientY - r.top });
  const story = e.dataTransfer.getData(STORY_DRAG);
  if (story) dropStory(story, at);
  else void dropFiles(at);
}

export function PagePanel() {
  const { t } = useTranslation();
  const { host, paper } = useView();
  const cursor = useDesk((s) => s.cursor);
  const rulers = useDesk((s) => s.aids.rulers && !s.aids.preview && s.project !== null);
  const open = useDesk((s) => s.project !== null);
  return (
    <section className={rulers ? 'page-panel with-rulers' : 'page-panel'} aria-label={t('panel.page')}>
      {rulers && (
        <>
          <div className="ruler-corner" />
          <Ruler across />
          <Ruler across={false} />
        </>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what the pointer does here the commands and the list of objects do too */}
      <div
        ref={host}
        className="page-view"
        style={{ cursor }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keyboard, so that single letters choose tools
        tabIndex={0}
        data-page-view=""
        onDragOver={overPage}
        onDragLeave={() => setDesk({ show: NO_SHOW })}
        onDrop={droppedOnPage}
        onContextMenu={(e) => {
          e.preventDefault();
          void popUpMenu();
        }}
      >
        <div ref={paper} className="sheet-canvases" />
        <PhotoBadges />
        <HiddenMarks />
        <Ports />
        <WritingLayer />
        <OversetBadges />
        <Readout />
        <TemplateBanner />
      </div>
      {!open && <EmptyPage />}
      <Gallery />
      <Objects />
      <StoryView />
      <FindPanel />
      <CameraMark />
    </section>
  );
}

/** Where the page stands in the view, for programs that drive the window: `x y scale`, points of the page and CSS pixels a point. */
function CameraMark() {
  const camera = useDesk((s) => s.camera);
  return <span hidden data-camera={`${camera.x} ${camera.y} ${camera.scale}`} />;
}
