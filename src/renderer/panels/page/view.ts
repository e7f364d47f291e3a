/** The page on its two canvases, drawn when something changed and at most once a frame. */
import { framesOf } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/measure/index.ts';
import type { Part, Scene } from '../../../core/scene/index.ts';
import { rectToView } from '../../canvas/camera.ts';
import { dirtyRects } from '../../canvas/diff.ts';
import { drawOverlay, type OverlayColours, type OverlayPicture } from '../../canvas/overlay.ts';
import { Sheet } from '../../canvas/sheet.ts';
import { onPicture, painter } from '../../painter.ts';
import { LONGEST_WAIT_MS, pageAwaited } from '../../state/awaited.ts';
import { type Desk, desk, pageOf, sceneOf, useDesk } from '../../state/desk.ts';
import { frameRect, framesRect } from '../../state/place.ts';
import { picked, pickedFrames } from '../../state/selection.ts';
import { focusOnPage, selectedPhoto } from '../../tools/select/cropping.ts';
import { handlePoints } from '../../tools/select/handles.ts';

/** Milliseconds of a frame that repainting may take. */
const SLICE_MS = 8;
/** What a change touched is painted at once up to this: the rest of it a frame later would be seen later still. */
const CHANGE_MS = 24;
/** A page composed anew is painted when it comes, not at the next frame, unless one was within these milliseconds. */
const FRAME_MS = 14;

function overlayColours(el: Element): OverlayColours {
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
  };
}

/** The places of parts alone: their glyphs are none of the overlay's business. */
const placesOf = (scene: Scene | null, wanted: (part: Part) => boolean): Rect[] =>
  scene?.parts.flatMap((part) => (wanted(part) ? [{ x: part.x, y: part.y, width: part.width, height: part.height }] : [])) ?? [];

/** The focus of the photo whose content is in hand. */
function focusMark(s: Desk): { x: number; y: number } | null {
  const held = s.tool === 'content' ? selectedPhoto() : null;
  return held && focusOnPage(held);
}

/** What of the desk the overlay shows. */
function overlayPicture(s: Desk, colours: OverlayColours): OverlayPicture | null {
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
  const scene = sceneOf(s);
  return {
    camera,
    view,
    format: page.format,
    grid: page.grid,
    edges: aids.edges && !aids.preview ? placesOf(scene, (part) => part.role !== 'folio') : [],
    overset: placesOf(scene, (part) => scene?.overset.some((o) => o.frame === part.frame) === true),
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

/** A mark for whoever measures: a page composed anew has reached the canvas. */
const DRAWN = 'banxin-page-drawn';
function markDrawn(): void {
  performance.clearMarks(DRAWN);
  performance.mark(DRAWN);
}

export class PageView {
  private readonly sheet: Sheet;
  private readonly over: CanvasRenderingContext2D;
  private asked = 0;
  /** For a page that does not come. */
  private late: ReturnType<typeof setTimeout> | undefined;
  private drawn: Desk | null = null;
  /** When the page was last painted, and the overlay as it stands: it is left alone where nothing of it changed. */
  private drawnAt = 0;
  private overlaid = '';
  private colours: OverlayColours;
  private pointer: { x: number; y: number } | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(
    private readonly host: HTMLElement,
    paper: HTMLElement,
    private readonly overlay: HTMLCanvasElement,
  ) {
    this.sheet = new Sheet(paper, painter, this.pasteboard());
    const over = overlay.getContext('2d');
    if (!over) throw new Error('The canvas has no 2D context.');
    this.over = over;
    this.colours = overlayColours(host);
    this.stops.push(
      useDesk.subscribe((s, before) => {
        if (sceneOf(s) !== sceneOf(before) && performance.now() - this.drawnAt > FRAME_MS) this.draw();
        else if (pageAwaited()) this.late ??= setTimeout(() => this.ask(), LONGEST_WAIT_MS);
        else this.ask();
      }),
      onPicture((id) => this.pictureCame(id)),
    );
    this.ask();
  }

  dispose(): void {
    for (const stop of this.stops) stop();
    cancelAnimationFrame(this.asked);
    clearTimeout(this.late);
  }

  /** The theme changed: colours are read from the style sheet again. */
  restyle(): void {
    this.colours = overlayColours(this.host);
    this.sheet.surround(this.pasteboard());
    this.drawn = null;
    this.ask();
  }

  /** Where the pointer is, CSS pixels of the view: sharpened first after a zoom. */
  pointAt(x: number, y: number): void {
    this.pointer = { x, y };
  }

  private pasteboard(): string {
    return getComputedStyle(this.host).getPropertyValue('--pasteboard').trim() || '#888';
  }

  private ask(): void {
    if (this.asked === 0) this.asked = requestAnimationFrame(() => this.frame());
  }

  private pictureCame(id: string): void {
    const scene = sceneOf(desk());
    for (const part of scene?.parts ?? []) if (part.items.some((i) => i.kind === 'picture' && i.picture === id)) this.sheet.addPage(part);
    this.ask();
  }

  private frame(): void {
    this.asked = 0;
    this.draw();
  }

  private draw(): void {
    clearTimeout(this.late);
    this.late = undefined;
    const s = desk();
    const was = this.drawn;
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(s.view.width * ratio), Math.round(s.view.height * ratio)];
    this.sheet.resize(width, height, ratio);
    const [scene, before] = [sceneOf(s), was && sceneOf(was)];
    if (scene !== before || !was) this.sheet.show(scene, scene && before && was ? dirtyRects(before, scene) : 'all');
    this.sheet.look(s.camera, ratio, this.pointer);
    if (this.sheet.pending) this.drawnAt = performance.now();
    this.sheet.work(scene !== before ? CHANGE_MS : SLICE_MS);
    if (scene !== before) markDrawn();
    if (s !== was) this.drawOver(s, width, height, ratio);
    this.drawn = s;
    this.host.dataset.settled = String(!this.sheet.pending && !s.composing);
    if (this.sheet.pending) this.ask();
  }
  private drawOver(s: Desk, width: number, height: number, ratio: number): void {
    const picture = overlayPicture(s, this.colours);
    const overlaid = JSON.stringify([picture, width, height, ratio]);
    if (overlaid === this.overlaid) return;
    this.overlaid = overlaid;
    if (this.overlay.width !== width || this.overlay.height !== height) [this.overlay.width, this.overlay.height] = [width, height];
    if (picture) drawOverlay(this.over, picture, ratio);
    else this.over.clearRect(0, 0, width, height);
  }
}
