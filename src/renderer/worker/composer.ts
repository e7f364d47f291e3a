/**
 * The composing worker. It holds its own copy of the project, follows it edit by edit, and composes what an edit
 * touched: the page that is looked at first, the others when nothing more urgent waits.
 */
import { checkSteps } from '../../core/check/index.ts';
import { ComposeMemory, composePage } from '../../core/compose/index.ts';
import { apply, type Edit, type Frame, findSheet, type Project, templatesOf } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import { Alike } from './alike.ts';
import { answer, heldPage } from './answers.ts';
import { FetchedFaces, facesOf } from './faces.ts';
import type { Ahead } from './hold.ts';
import type { FromWorker, SceneNews, SoonNews, ToWorker } from './messages.ts';
import { OutlinesSent, partNews } from './news.ts';
import { touchedPages } from './touched.ts';

const faces = new FetchedFaces();
const outlines = new OutlinesSent();
let project: Project | null = null;
let looked: string | null = null;
let turn = 0;
/** Edits followed since the project was opened, and pages composed in all. */
let edits = 0;
let made = 0;
let painter: MessagePort | null = null;
const stale = new Set<string>();
let sent = new Map<string, Scene>();
let memories = new Map<string, ComposeMemory>();
const alike = new Alike();
let working = false;

const post = (message: FromWorker): void => self.postMessage(message);
const sentence = (e: unknown): string => (e instanceof Error ? e.message : String(e));

/** A task behind everything that has already arrived: edits that queue up are composed together. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();
const afterMessages = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

function open(next: Project, page: string | null, nextTurn: number): void {
  turn = nextTurn;
  edits = 0;
  looked = page;
  sent = new Map();
  memories = new Map();
  alike.clear();
  project = next.pages.reduce((p, { id }) => alike.project(p, id), next);
  stale.clear();
  for (const p of [...next.pages, ...templatesOf(next)]) stale.add(p.id);
  void run();
}

function follow(edit: Edit): void {
  if (!project) return;
  edits++;
  const before = project;
  const r = apply(project, edit);
  if (!r.ok) {
    post({ kind: 'failed', why: r.why });
    return;
  }
  const touched = touchedPages(before, r.project, edit);
  project = touched.reduce((p, id) => alike.project(p, id), r.project);
  for (const id of touched) stale.add(id);
  void run();
}

/** The next page to compose; pages that are gone are forgotten. */
function nextPage(now: Project): string | null {
  for (const id of stale) if (!findSheet(now, id)) stale.delete(id);
  if (looked && stale.has(looked)) return looked;
  return [...now.pages, ...templatesOf(now)].find((p) => stale.has(p.id))?.id ?? null;
}

/** Checking waits until nothing has been composed for this long. */
const CHECK_AFTER_MS = 250;
/** And lets others go first after so many milliseconds. */
const CHECK_SLICE_MS = 4;
let amiss: ReadonlyMap<string, 'missing' | 'changed'> = new Map();
let checking: ReturnType<typeof setTimeout> | undefined;

function checkSoon(): void {
  clearTimeout(checking);
  checking = setTimeout(() => {
    check().catch((e: unknown) => post({ kind: 'failed', why: sentence(e) }));
  }, CHECK_AFTER_MS);
}

/** Check between what is more urgent; what changes meanwhile ends it, and it is begun again when all is composed. */
async function check(): Promise<void> {
  const now = project;
  // What is being composed is checked when it stands: this may be the clock of a project that another one has replaced.
  if (!now || working) return;
  const looked = amiss;
  const scenes = now.pages.flatMap((p) => sent.get(p.id) ?? []);
  const steps = checkSteps(now, scenes, { pictures: looked });
  for (let from = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) {
      post({ kind: 'findings', turn, findings: step.value });
      return rehearse(now);
    }
    if (performance.now() - from < CHECK_SLICE_MS) continue;
    await afterMessages();
    if (project !== now || amiss !== looked) return;
    from = performance.now();
  }
}

/** A body's depth in one step of practice: every other one is poured again, and its legs levelled. */
const linesOf = ({ at, shows }: Frame, step: number): number =>
  shows.kind === 'body' && step % 4 > 1 ? Math.max(1, at.lines - 2) : at.lines;

/** Times that four articles are moved to and fro for practice. */
const REHEARSALS = 24;
let rehearsed = false;

/** What a hand does first is not to be the first that this code does: in a quiet moment articles are composed that nobody sees. */
async function rehearse(now: Project): Promise<void> {
  const page = now.pages.find((p) => p.id === looked);
  if (rehearsed || !page) return;
  const own = new Set(page.articles.slice(0, 4).map((a) => a.id));
  const frames = page.frames.filter((f) => f.article && own.has(f.article));
  const memory = new ComposeMemory();
  for (let n = 0; n < REHEARSALS; n++) {
    await afterMessages();
    if (project !== now) return;
    const moved = frames.map((f) => ({ ...f, at: { ...f.at, line: f.at.line + (n % 2), lines: linesOf(f, n) } }));
    composePage(now, { ...page, articles: page.articles.filter((a) => own.has(a.id)), frames: moved }, faces, memory);
  }
  rehearsed = true;
}

async function run(): Promise<void> {
  if (working) return;
  working = true;
  try {
    for (;;) {
      await afterMessages();
      const now = project;
      const page = now && nextPage(now);
      if (!now || !page) {
        checkSoon();
        return;
      }
      await faces.load(facesOf(now));
      if (project !== now) continue;
      stale.delete(page);
      compose(now, page);
    }
  } catch (e) {
    post({ kind: 'failed', why: sentence(e) });
  } finally {
    working = false;
  }
}

function memoryOf(page: string): ComposeMemory {
  const memory = memories.get(page) ?? new ComposeMemory();
  memories.set(page, memory);
  return memory;
}

const tellAhead: Ahead['tell'] = (change, reclosed) => post({ kind: 'ahead', change, reclosed });

/** The page that is looked at as it may soon be. When it is so, it is remembered, and its glyphs are inked. */
function composeSoon(soon: Project): void {
  const page = soon.pages.find((p) => p.id === looked);
  const before = page && sent.get(page.id);
  if (!page || !before) return;
  const scene = composePage(soon, alike.page(page), faces, memoryOf(page.id));
  const parts = partNews(before.parts, scene.parts).flatMap((n) => ('part' in n ? n.part : []));
  const news: SoonNews = { kind: 'soon', turn, page: page.id, parts, fonts: outlines.news(scene, faces) };
  painter?.postMessage(news);
  if (news.fonts.length > 0) post({ ...news, parts: [] });
}

function compose(now: Project, id: string): void {
  const page = findSheet(now, id);
  if (!page) return;
  const start = performance.now();
  const scene = composePage(now, page, faces, memoryOf(id));
  const before = sent.get(id);
  sent.set(id, scene);
  const parts = partNews(before?.parts ?? [], scene.parts);
  const fonts = outlines.news(scene, faces);
  const { widthPt, heightPt, overset, missing } = scene;
  const milliseconds = performance.now() - start;
  const number = ++made;
  const news = { kind: 'scene', turn, number, edits, page: id, widthPt, heightPt, parts, overset, missing, fonts, milliseconds } as const;
  painter?.postMessage(news satisfies SceneNews);
  post(news);
}

/** A painter that comes later has none of the pages: it gets them whole. */
function takePainter(port: MessagePort): void {
  painter = port;
  const all = new OutlinesSent();
  for (const [page, { parts, ...sheet }] of sent) {
    const fonts = all.news({ parts, ...sheet }, faces);
    const whole = parts.map((part) => ({ part }));
    port.postMessage({
      kind: 'scene',
      turn,
      number: made,
      edits,
      milliseconds: 0,
      ...sheet,
      page,
      parts: whole,
      fonts,
    } satisfies SceneNews);
  }
}

async function reply(id: number, name: Parameters<typeof answer>[0], ask: unknown): Promise<void> {
  try {
    if (project) await faces.load(facesOf(project));
    post({ kind: 'answer', id, ok: true, give: await answer(name, ask, project, faces, { compose: composeSoon, tell: tellAhead }) });
  } catch (e) {
    post({ kind: 'answer', id, ok: false, why: sentence(e) });
  }
}

export function hear(data: ToWorker): void {
  if (data.kind === 'edit') heldPage.changed();
  else heldPage.rest();
  if (data.kind === 'open') open(data.project, data.page, data.turn);
  else if (data.kind === 'edit') follow(data.edit);
  else if (data.kind === 'reached') heldPage.reached(data.change);
  else if (data.kind === 'look') looked = data.page;
  else if (data.kind === 'painter') takePainter(data.port);
  else if (data.kind === 'amiss') {
    amiss = new Map(Object.entries(data.pictures));
    checkSoon();
  }
  // A face that cannot be had is said when a page needs it.
  else if (data.kind === 'warm') void faces.load(data.faces).catch(() => undefined);
  else void reply(data.id, data.name, data.ask);
}
