/** Caret and selection over the page, and the field under the caret that hears keyboard and input methods. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Camera, panBy, rectToView } from '../../canvas/camera.ts';
import { caretNow, followHistory, leaveText, rangeOf, selects, setWriting, textsNow, useWriting, writing } from '../../state/caret.ts';
import { desk, setDesk, useDesk } from '../../state/desk.ts';
import { boxesOf, type CaretPlace, caretAt } from '../../tools/text/caret.ts';
import { linesNow } from '../../tools/text/place.ts';
import { writeAt } from '../../tools/text/tool.ts';
import { lookFrom } from '../../tools/view/tool.ts';
import { onWakeText } from '../../tools/wake.ts';
import { Ear } from './ear.ts';

/** CSS pixels kept free around the caret when it is brought into view. */
const MARGIN = 36;

/** Where the caret stands on the page that is shown; null where it stands elsewhere or nowhere. */
function caretPlace(): CaretPlace | null {
  const caret = caretNow();
  return caret ? caretAt(linesNow(), textsNow(), caret.focus) : null;
}

/** Bring the caret into view: its page first, then as little panning as will do. */
function seekCaret(): void {
  const place = caretPlace();
  if (!place) return;
  if (place.page !== desk().page) setDesk({ page: place.page, selected: [] });
  const { camera, view } = desk();
  const r = rectToView(camera, place.rect);
  const over = (from: number, to: number, length: number): number =>
    from < MARGIN ? MARGIN - from : to > length - MARGIN ? length - MARGIN - to : 0;
  const [dx, dy] = [over(r.x, r.x + r.width, view.width), over(r.y, r.y + r.height, view.height)];
  if (dx !== 0 || dy !== 0) lookFrom(panBy(camera, dx, dy));
}

const num = (v: number): string => v.toFixed(2);
const boxPath = (r: { x: number; y: number; width: number; height: number }): string =>
  `M${num(r.x)} ${num(r.y)}h${num(r.width)}v${num(r.height)}h${num(-r.width)}z`;

interface Shown {
  readonly place: CaretPlace | null;
  readonly selection: string;
  readonly composed: string;
}
const NOTHING: Shown = { place: null, selection: '', composed: '' };

/** What is drawn: of the page that is shown only. */
function shownNow(): Shown {
  const caret = caretNow();
  const { page } = desk();
  if (!caret || !page) return NOTHING;
  const [lines, texts] = [linesNow(), textsNow()];
  const here = caretAt(lines, texts, caret.focus);
  const path = (from: typeof caret.anchor, to: typeof caret.anchor, shape: (r: ReturnType<typeof boxesOf>[number]) => string): string =>
    boxesOf(lines, texts, { from, to })
      .filter((b) => b.page === page)
      .map(shape)
      .join('');
  const { from, to } = rangeOf(caret);
  const { composed } = writing();
  const under = (b: ReturnType<typeof boxesOf>[number]): string =>
    b.vertical ? `M${num(b.x + b.width + 0.4)} ${num(b.y)}v${num(b.height)}` : `M${num(b.x)} ${num(b.y + b.height + 0.4)}h${num(b.width)}`;
  return {
    place: here?.page === page ? here : null,
    selection: selects(caret) ? path(from, to, boxPath) : '',
    composed: composed ? path({ ...caret.focus, at: caret.focus.at - composed }, caret.focus, under) : '',
  };
}

/** Name of the passage the caret is in. */
function useFieldName(): string {
  const { t } = useTranslation();
  const key = useWriting((w) => (w.caret ? (textsNow()[w.caret.focus.passage]?.key ?? '') : ''));
  const [field = '', n] = key.split('-');
  if (field === 'body') return t('write.paragraph', { n: Number(n) + 1 });
  if (field === 'free') return t('write.free');
  return field ? t('write.field', { field: t(`text.field.${field === 'pictureCredit' ? 'credit' : field}`) }) : t('write.nothing');
}

/** Draws by hand, so that a keystroke and a pan wait for no rendering. */
class Painter {
  private held: Shown = NOTHING;

  constructor(
    private readonly group: SVGGElement,
    private readonly caret: HTMLElement,
    private readonly field: HTMLElement,
  ) {}

  /** The text or the caret changed; while a page is being composed with a keystroke the old picture stays. */
  refresh(): void {
    if (writing().waiting && this.held !== NOTHING && caretNow()) return;
    this.held = shownNow();
    const [selection, composed] = this.group.children;
    selection?.setAttribute('d', this.held.selection);
    composed?.setAttribute('d', this.held.composed);
    // A caret that moved begins its blinking anew.
    for (const a of this.caret.getAnimations()) a.currentTime = 0;
    this.place(desk().camera);
  }

  place(c: Camera): void {
    this.group.setAttribute('transform', `scale(${c.scale}) translate(${-c.x} ${-c.y})`);
    const { place } = this.held;
    this.caret.hidden = place === null;
    if (!place) return;
    const r = rectToView(c, place.rect);
    const at = `translate(${Math.round(r.x) - (place.vertical ? 0 : 1)}px, ${Math.round(r.y) - (place.vertical ? 1 : 0)}px)`;
    this.caret.style.transform = at;
    this.caret.style.width = place.vertical ? `${Math.max(4, r.width)}px` : '2px';
    this.caret.style.height = place.vertical ? '2px' : `${Math.max(6, r.height)}px`;
    this.field.style.transform = at;
    this.field.style.height = `${Math.max(12, r.height)}px`;
  }
}

export function WritingLayer() {
  const group = useRef<SVGGElement>(null);
  const caret = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const on = useWriting((w) => w.caret !== null);
  const name = useFieldName();
  useEffect(() => onWakeText(writeAt), []);
  useEffect(() => followHistory(), []);
  useLayoutEffect(() => {
    const [g, c, f] = [group.current, caret.current, field.current];
    if (!on || !g || !c || !f) return;
    const painter = new Painter(g, c, f);
    const ear = new Ear(f);
    painter.refresh();
    ear.follow();
    f.focus({ preventScroll: true });
    const stops = [
      useWriting.subscribe((w, b) => {
        painter.refresh();
        ear.follow();
        if (w.wake !== b.wake) f.focus({ preventScroll: true });
        if (w.seek !== b.seek && !w.waiting) seekCaret();
        if (!b.waiting || w.waiting) return;
        seekCaret();
        ear.resume();
      }),
      useDesk.subscribe((s, b) => {
        if (s.scenes !== b.scenes || s.page !== b.page || s.project !== b.project) painter.refresh();
        if (s.camera !== b.camera) painter.place(s.camera);
        if (s.tool !== b.tool && s.tool !== 'text' && s.tool !== 'hand' && s.tool !== 'zoom') leaveText();
      }),
      () => ear.dispose(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [on]);
  // The page takes the keyboard when it is pressed; while text is written the field under the caret keeps it.
  useEffect(() => {
    const view = field.current?.closest('[data-page-view]') ?? document.querySelector('[data-page-view]');
    const keep = (e: Event): void => {
      if (caretNow()) e.preventDefault();
    };
    view?.addEventListener('mousedown', keep);
    return () => view?.removeEventListener('mousedown', keep);
  }, []);
  useEffect(() => {
    // A keystroke whose page never comes (its text stands on none) must not hold the caret.
    const stop = useWriting.subscribe((w, b) => {
      if (w.waiting && !b.waiting) setTimeout(() => writing().waiting && setWriting({ waiting: false }), 120);
    });
    return stop;
  }, []);
  if (!on) return null;
  return (
    <>
      <svg className="writing" aria-hidden>
        <g ref={group}>
          <path className="writing-selection" />
          <path className="writing-composed" />
        </g>
      </svg>
      <div ref={caret} className="writing-caret" data-caret="" />
      <textarea ref={field} className="writing-field" aria-label={name} data-writing="" spellCheck={false} autoComplete="off" />
    </>
  );
}
