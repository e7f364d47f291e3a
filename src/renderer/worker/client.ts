/** The window's side of the composing worker: sends what changed, takes composed pages in, asks questions. */
import type { Reclosed } from '../../core/arrange/index.ts';
import type { Finding } from '../../core/check/index.ts';
import type { StyleSheet } from '../../core/document/index.ts';
import type { Glyphs } from '../canvas/glyphs.ts';
import { listenToChanges } from '../state/change.ts';
import { desk, setDesk, useDesk } from '../state/desk.ts';
import { type Begun, begin } from './begin.ts';
import { composing } from './composing.ts';
import { facesOfSheet } from './faces.ts';
import type { Change, FontNews, FromWorker, QuestionName, Questions, SceneNews, ToWorker } from './messages.ts';
import { applyScene } from './news.ts';

let worker: Begun<ToWorker> | null = null;
let asked = 0;
let turn = 0;
/** Edits sent since the project was opened, and the last composed page taken in, by its number. */
let edits = 0;
let taken = 0;

/** What the window has told the composer and heard of it. */
export const composed = (): { readonly turn: number; readonly edits: number; readonly scene: number } => ({ turn, edits, scene: taken });

type TellAhead = (change: Change, reclosed: Reclosed) => void;
const ahead = new Set<TellAhead>();

const waiting = new Map<number, { resolve(give: unknown): void; reject(why: Error): void }>();

const send = (message: ToWorker, hand?: readonly Transferable[]): void => worker?.send(message, hand);

/** Composed pages go to this port too, and first. */
export const leadPages = (port: MessagePort): void => send({ kind: 'painter', port }, [port]);

/** Ask the worker; rejects with one sentence. */
export function ask<K extends QuestionName>(name: K, question: Questions[K]['ask']): Promise<Questions[K]['give']> {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (give: unknown) => void, reject });
    send({ kind: 'ask', id, name, ask: question });
  });
}

/** Be told what changes of the held page would be answered, before they are asked; the function given back stops it. */
export function onAhead(tell: TellAhead): () => void {
  ahead.add(tell);
  return () => void ahead.delete(tell);
}

const tellAhead: TellAhead = (change, reclosed) => {
  for (const tell of ahead) tell(change, reclosed);
};

/** The hand has changed the page by an answer that it was told ahead. */
export const reached = (change: Change): void => send({ kind: 'reached', change });

function learn(fonts: readonly FontNews[], glyphs: Glyphs): void {
  for (const f of fonts) glyphs.learn(f.font, f.unitsPerEm, f.glyphs);
}

function takeScene(m: SceneNews, glyphs: Glyphs): void {
  learn(m.fonts, glyphs);
  if (m.turn !== turn) return;
  taken = m.number;
  const { scenes } = desk();
  setDesk({ scenes: { ...scenes, [m.page]: applyScene(scenes[m.page], m) }, composing: false });
}

/** A finding that says what it said stays the same object, and the list the same list where all of it does: panels then rest. */
function takeFindings(findings: readonly Finding[]): void {
  const before = desk().findings;
  const said = new Map(before.map((f) => [JSON.stringify(f), f]));
  const next = findings.map((f) => said.get(JSON.stringify(f)) ?? f);
  const same = next.length === before.length && next.every((f, i) => f === before[i]);
  if (!same || !desk().checked) setDesk({ findings: same ? before : next, checked: true });
}

/** Let the faces of a style sheet come while the window is made. */
export const warmFaces = (sheet: StyleSheet): void => send({ kind: 'warm', faces: [...facesOfSheet(sheet)] });

/** Start the worker and keep it in step with the project. */
export function startComposer(glyphs: Glyphs, failed: (why: string) => void): void {
  const hear = (data: FromWorker): void => {
    if (data.kind === 'scene') takeScene(data, glyphs);
    else if (data.kind === 'ahead') tellAhead(data.change, data.reclosed);
    else if (data.kind === 'soon') learn(data.fonts, glyphs);
    else if (data.kind === 'findings') {
      if (data.turn === turn) takeFindings(data.findings);
    } else if (data.kind === 'failed') failed(data.why);
    else {
      const who = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) who?.resolve(data.give);
      else who?.reject(new Error(data.why));
    }
  };
  worker = begin<ToWorker, FromWorker>(composing, hear, failed);
  listenToChanges({
    opened: (project) => {
      setDesk({ composing: true });
      edits = 0;
      send({ kind: 'open', turn: ++turn, project, page: desk().page });
    },
    step: (edit) => {
      edits++;
      send({ kind: 'edit', edit });
    },
    lasting: () => {},
  });
  useDesk.subscribe((s, before) => {
    if (s.amiss !== before.amiss) send({ kind: 'amiss', pictures: s.amiss });
    if (s.page !== before.page && s.page) send({ kind: 'look', page: s.page });
  });
}
