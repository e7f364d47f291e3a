/** The page under the hand, as the painting worker is told to draw it: each change of the desk is a look at the page. */
import { framesOf } from '../../../core/document/index.ts';
import { type BandPlace, bandsOf } from '../../canvas/bands.ts';
import { type Point, rectToView, type Size } from '../../canvas/camera.ts';
import type { OverlayAsked, OverlayColours } from '../../canvas/overlay.ts';
import { pageAwaited } from '../../state/awaited.ts';
import { type Desk, desk, pageOf, useDesk } from '../../state/desk.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { picked, pickedFrames } from '../../state/selection.ts';
import { focusOnPage, selectedPhoto } from '../../tools/select/cropping.ts';
import { handlePoints } from '../../tools/select/handles.ts';
import { composed } from '../../worker/client.ts';
import { type Drawn, onDrawn, onOtherPainter, paint } from '../../worker/painter.ts';

/** Colours of the overlay, and of what lies beside the sheet, from the style sheet. */
interface Colours extends OverlayColours {
  readonly pasteboard: string;
}

function coloursOf(el: Element): Colours {
  const css = getComputedStyle(el);
  const get = (name: string): string => css.getPropertyValue(name).trim();
  return {
    accent: get('--page-accent'),
    grid: get('--page-grid'),
    edge: get('--page-edge'),
    guide: get('--page-guide'),
    bad: get('--page-bad'),
    locked: get('--page-locked'),
    shadow: get('--page-shadow'),
    pasteboard: get('--pasteboard') || '#888',
  };
}

/** The focus of the photo whose content is in hand. */
function focusMark(s: Desk): { x: number; y: number } | null {
  const held = s.tool === 'content' ? selectedPhoto() : null;
  return held && focusOnPage(held);
}

/** What of the desk the overlay shows. */
function overlayAsked(s: Desk, colours: OverlayColours): OverlayAsked | null {
  const page = pageOf(s);
  if (!page) return null;
  const selected = s.selected.flatMap((key) => {
    const frames = pickedFrames(page, [key]);
    const rect = framesRect(page, frames);
    const within = picked(key).kind === 'frame' ? [] : frames.map((f) => frameRect(page, f));
    return rect ? [{ rect, locked: frames.some((f) => f.locked), within }] : [];
  });
  const [only] = selected;
  const handles = selected.length === 1 && only && !only.locked ? handlePoints(rectToView(s.camera, only.rect)).map((h) => h.at) : [];
  const hovered = s.hover ? page.frames.find((f) => f.id === s.hover) : undefined;
  const hover =
    hovered && s.show === useDesk.getInitialState().show
      ? framesRect(page, hovered.article && s.tool === 'select' ? framesOf(page, hovered.article) : [hovered])
      : null;
  const { camera, view, aids, show } = s;
  return {
    camera,
    view,
    format: page.format,
    grid: page.grid,
    edges: aids.edges && !aids.preview,
    aids: aids.preview ? { ...aids, columns: false, lines: false, cells: false } : aids,
    selected,
    handles,
    hover,
    box: show.box,
    boxKind: show.boxKind,
    guides: show.guides,
    pageGuides: aids.guides && page.guides ? page.guides : null,
    gaps: show.gaps,
    focus: focusMark(s),
    colours,
  };
}

/** Milliseconds that a view's old canvases stay under the new ones. */
const OLD_STAYS_MS = 250;

/** A mark for whoever measures, at the moment when the page's last pixel was put. */
const DRAWN = 'banxin-page-drawn';
function markDrawn(at: number): void {
  performance.clearMarks(DRAWN);
  performance.mark(DRAWN, { startTime: Math.max(0, at - performance.timeOrigin) });
}

/** Counts looks and sets of canvases in the whole window: a page panel that is made anew goes on with the same painter. */
let looks = 0;
let sets = 0;

export class PageView {
  private colours: Colours;
  private pointer: Point | null = null;
  /** The last look that was sent, as text, and the number it had. */
  private said = '';
  private look = 0;
  private asked = false;
  /** Canvases that are not shown before they are painted. */
  private coming: { readonly number: number; readonly size: string; readonly all: readonly HTMLCanvasElement[] } | null = null;
  private size = '';
  private settled = false;
  private readonly stops: (() => void)[] = [];

  /** @param paper the element that the canvases are put in */
  constructor(
    private readonly host: HTMLElement,
    private readonly paper: HTMLElement,
  ) {
    this.colours = coloursOf(host);
    this.stops.push(
      useDesk.subscribe(() => this.ask()),
      onDrawn((drawn) => this.drawn(drawn)),
      onOtherPainter(() => this.again()),
    );
    this.ask();
  }

  dispose(): void {
    for (const stop of this.stops) stop();
  }

  /** The theme changed: colours are read from the style sheet again. */
  restyle(): void {
    this.colours = coloursOf(this.host);
    this.ask();
  }

  /** Where the pointer is, CSS pixels of the view: sharpened first after a zoom. */
  pointAt(x: number, y: number): void {
    this.pointer = { x, y };
  }

  /** Another painter is to draw: it is given canvases of its own, and told all. */
  private again(): void {
    this.coming = null;
    this.size = '';
    this.said = '';
    this.ask();
  }

  /** Once for all that one event changes. */
  private ask(): void {
    if (this.asked) return;
    this.asked = true;
    queueMicrotask(() => {
      this.asked = false;
      this.tell();
    });
  }

  private tell(): void {
    const s = desk();
    const ratio = window.devicePixelRatio || 1;
    this.fit(s.view, ratio);
    const { turn, edits, scene } = composed();
    const seen = {
      turn,
      page: s.page,
      camera: s.camera,
      ratio,
      pasteboard: this.colours.pasteboard,
      over: overlayAsked(s, this.colours),
      scene,
    };
    const said = JSON.stringify(seen);
    if (said !== this.said) {
      this.said = said;
      this.look = ++looks;
      this.settled = false;
      paint({ kind: 'look', look: { ...seen, number: this.look, pointer: this.pointer, edits, wait: pageAwaited() } });
    }
    this.showSettled();
  }

  /** Canvases of the view's size are made, and shown when they are painted. */
  private fit({ width, height }: Size, ratio: number): void {
    const size = `${width} ${height} ${ratio}`;
    if (width < 1 || height < 1 || size === (this.coming?.size ?? this.size)) return;
    const whole = { top: 0, height: Math.round(height * ratio) };
    const make = (place: BandPlace, kind: 'paper' | 'overlay'): HTMLCanvasElement => {
      const canvas = document.createElement('canvas');
      canvas.className = kind;
      canvas.width = Math.round(width * ratio);
      canvas.height = place.height;
      canvas.style.cssText = `top: ${place.top / ratio}px; width: ${canvas.width / ratio}px; height: ${place.height / ratio}px`;
      return canvas;
    };
    const all = [...bandsOf(whole.height, ratio).map((place) => make(place, 'paper')), make(whole, 'overlay')];
    this.coming = { number: ++sets, size, all };
    const handed = all.map((canvas) => canvas.transferControlToOffscreen());
    const over = handed.at(-1) as OffscreenCanvas;
    paint({ kind: 'canvases', number: sets, bands: handed.slice(0, -1), over }, handed);
  }

  private drawn({ canvases, look, settled, at }: Drawn): void {
    if (at !== null) markDrawn(at);
    if (this.coming && canvases === this.coming.number) {
      const old = [...this.paper.children];
      this.paper.append(...this.coming.all);
      // They are painted, but not yet on the screen: until they are, the old ones show through.
      setTimeout(() => {
        for (const canvas of old) canvas.remove();
      }, OLD_STAYS_MS);
      this.size = this.coming.size;
      this.coming = null;
    }
    this.settled = settled && look === this.look && this.coming === null;
    this.showSettled();
  }

  private showSettled(): void {
    const settled = String(this.settled && !desk().composing);
    if (this.host.dataset.settled !== settled) this.host.dataset.settled = settled;
  }
}
