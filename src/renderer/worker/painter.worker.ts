/**
 * The painting worker: it draws the large page, and what lies over it, on canvases that the window has handed it. Composed
 * pages come to it straight from the composer, so that a keystroke is on the page while the window's panels still hear of it,
 * and a wheel turned over the page waits for nothing.
 */
import type { Part, Scene } from '../../core/scene/index.ts';
import { dirtyRects } from '../canvas/diff.ts';
import { Glyphs } from '../canvas/glyphs.ts';
import { drawOverlay, overlayOn } from '../canvas/overlay.ts';
import { Pictures } from '../canvas/pictures.ts';
import { Sheet } from '../canvas/sheet.ts';
import { type Context, contextOf } from '../canvas/surface.ts';
import type { SceneNews, SoonNews } from './messages.ts';
import { applyScene } from './news.ts';
import { type FromPainter, LONGEST_WAIT_MS, type Look, type ToPainter } from './painting.ts';

/** Milliseconds of a frame that repainting may take. */
const SLICE_MS = 8;
/** What a change touched is painted at once up to this: the rest of it a frame later would be seen later still. */
const CHANGE_MS = 24;
/** What comes is painted when it comes, not at the next frame, unless one was within these milliseconds. */
const FRAME_MS = 14;

const post = (message: FromPainter): void => self.postMessage(message);
const told = (picture: string, there: boolean): void => post({ kind: 'picture', picture, there });

let shas: Readonly<Record<string, string>> = {};
const glyphs = new Glyphs();
const pictures = new Pictures(
  (id) => shas[id] ?? null,
  (id) => {
    told(id, true);
    repaint(id);
  },
  (id) => told(id, false),
);

interface Composed {
  readonly scene: Scene;
  /** Edits that it follows. */
  readonly edits: number;
}

/** Composed pages of the project of `turn`, and the number of the last that came. */
let composed = { turn: 0, newest: 0, pages: new Map<string, Composed>() };
const pageOf = (look: Look): Composed | null =>
  (look.page !== null && look.turn === composed.turn && composed.pages.get(look.page)) || null;

let sheet: Sheet | null = null;
let over: { readonly ctx: Context; shown: string } | null = null;
let canvases = 0;
/** How the page is looked at, and how it will be when it has come. */
let look: Look | null = null;
let held: Look | null = null;
let late: ReturnType<typeof setTimeout> | undefined;
/** What stands on the canvases. */
let shown: { readonly page: string | null; readonly scene: Scene | null } | null = null;
let drawnAt = 0;
let asked = 0;

function takeCanvases(m: Extract<ToPainter, { kind: 'canvases' }>): void {
  sheet ??= new Sheet({ glyphs, pictures }, look?.pasteboard ?? '#888');
  sheet.take(m.bands);
  over = { ctx: contextOf(m.over), shown: '' };
  canvases = m.number;
  draw();
}

function takeScene(m: SceneNews): void {
  for (const f of m.fonts) glyphs.learn(f.font, f.unitsPerEm, f.glyphs);
  if (m.turn !== composed.turn) composed = { turn: m.turn, newest: 0, pages: new Map() };
  const { page } = m;
  composed.pages.set(page, { scene: applyScene(composed.pages.get(page)?.scene, m), edits: m.edits });
  composed.newest = m.number;
  coming = [];
  if (held && pageOf(held) && held.page === page && m.edits >= held.edits) release();
  else if (look?.page === page || look?.scene === m.number) soon();
}

/** Parts that may soon be on the page that is looked at: they are painted where nobody sees them, which inks their glyphs. */
let coming: Part[] = [];
let idle: ReturnType<typeof setTimeout> | undefined;
/** Their glyphs wait until nothing has been drawn for so long, in milliseconds. */
const IDLE_MS = 15;

function takeSoon(m: SoonNews): void {
  for (const f of m.fonts) glyphs.learn(f.font, f.unitsPerEm, f.glyphs);
  if (m.turn !== composed.turn || m.page !== look?.page) return;
  coming.push(...m.parts);
  inkSoon(0);
}

function inkSoon(after: number): void {
  clearTimeout(idle);
  if (coming.length === 0) return;
  idle = setTimeout(() => {
    const busy = performance.now() - drawnAt < IDLE_MS;
    const part = busy ? null : coming.shift();
    if (part) sheet?.prepare(part);
    if (!busy && coming.length === 0) sheet?.rehearsed();
    inkSoon(busy ? IDLE_MS : 0);
  }, after);
}

function takeLook(next: Look): void {
  held = next;
  const page = pageOf(next);
  if (next.wait && look?.page === next.page && page !== null && page.edits < next.edits) late ??= setTimeout(release, LONGEST_WAIT_MS);
  else release();
}

/** What was held back is looked at now. */
function release(): void {
  clearTimeout(late);
  late = undefined;
  look = held ?? look;
  held = null;
  soon();
}

function soon(): void {
  if (performance.now() - drawnAt > FRAME_MS) draw();
  else ask();
}

function ask(): void {
  if (asked === 0) asked = requestAnimationFrame(draw);
}

/** What a hand does first is not to be the first that this code does: in a quiet moment pieces are painted that nobody sees. */
const QUIET_MS = 400;
const REHEARSALS = 16;
let rehearsals = 0;
let quiet: ReturnType<typeof setTimeout> | undefined;

/** A page as if it had been composed anew, its parts where they stood or moved a point down. */
const again = (scene: Scene, by: number): Scene => ({
  ...scene,
  parts: scene.parts.map((p) => ({ ...p, y: p.y + by, items: [...p.items] })),
});

function rehearseSoon(after: number): void {
  clearTimeout(quiet);
  if (rehearsals < REHEARSALS)
    quiet = setTimeout(() => {
      rehearsals++;
      sheet?.rehearse();
      if (shown?.scene) dirtyRects(shown.scene, again(shown.scene, rehearsals % 2));
      rehearseSoon(0);
    }, after);
  else sheet?.rehearsed();
}

function repaint(picture: string): void {
  for (const part of shown?.scene?.parts ?? [])
    if (part.items.some((i) => i.kind === 'picture' && i.picture === picture)) sheet?.addPage(part);
  ask();
}

/** A composed page may be here before the pictures that it shows are known: what was painted without them is painted again. */
function takePictures(next: Readonly<Record<string, string>>): void {
  const before = shas;
  shas = next;
  for (const id of Object.keys(next)) if (next[id] !== before[id]) repaint(id);
}

function draw(): void {
  cancelAnimationFrame(asked);
  asked = 0;
  if (!sheet || !over || !look) return;
  const start = performance.now();
  const scene = pageOf(look)?.scene ?? null;
  const changed = shown === null || shown.scene !== scene || shown.page !== look.page;
  sheet.surround(look.pasteboard);
  if (changed) sheet.show(scene, scene && shown?.scene ? dirtyRects(shown.scene, scene) : 'all');
  shown = { page: look.page, scene };
  sheet.look(look.camera, look.ratio, look.pointer);
  const repainted = sheet.pending;
  if (repainted) drawnAt = start;
  sheet.work(changed ? CHANGE_MS : SLICE_MS);
  const at = repainted ? performance.timeOrigin + performance.now() : null;
  drawOver(scene, look, over);
  const settled = !sheet.pending && composed.newest >= look.scene;
  post({ kind: 'drawn', canvases, look: look.number, settled, at });
  if (sheet.pending) ask();
  else if (scene) rehearseSoon(QUIET_MS);
}

/** What lies over the page is left alone where nothing of it has changed. */
function drawOver(scene: Scene | null, { over: asked, ratio }: Look, on: { readonly ctx: Context; shown: string }): void {
  const picture = asked && overlayOn(scene, asked);
  const now = JSON.stringify([picture, ratio]);
  if (now === on.shown) return;
  on.shown = now;
  if (picture) drawOverlay(on.ctx, picture, ratio);
  else {
    on.ctx.setTransform(1, 0, 0, 1, 0, 0);
    on.ctx.clearRect(0, 0, on.ctx.canvas.width, on.ctx.canvas.height);
  }
}

self.onmessage = ({ data }: MessageEvent<ToPainter>): void => {
  if (data.kind === 'look') takeLook(data.look);
  else if (data.kind === 'canvases') takeCanvases(data);
  else if (data.kind === 'pictures') takePictures(data.shas);
  else data.port.onmessage = (e: MessageEvent<SceneNews | SoonNews>) => (e.data.kind === 'soon' ? takeSoon(e.data) : takeScene(e.data));
};
