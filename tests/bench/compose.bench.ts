/** A full broadsheet page of some 13,000 characters: composed from nothing, and after each of 400 keystrokes anywhere in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComposeMemory, composePage } from '../../src/core/compose/index.ts';
import { apply, type Page } from '../../src/core/document/index.ts';
import { type Face, type Faces, loadFace } from '../../src/core/font/index.ts';
import { chance, fullPage, han, PARAGRAPHS, STORIES } from './full-page.ts';

const root = process.cwd();
const loaded = new Map<string, Face>();
const load = (id: string): Face => {
  const face = loaded.get(id) ?? loadFace(id, readFileSync(join(root, 'out/fonts', `${id}.ttf`)));
  loaded.set(id, face);
  return face;
};
/** A fresh world each time, over the same loaded files: nothing shaped is remembered. */
const freshFaces = (): Faces => ({ face: load });

const percentile = (xs: number[], p: number): number =>
  [...xs].sort((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * p))] as number;
const timed = (work: () => void): number => {
  const t = performance.now();
  work();
  return performance.now() - t;
};

let project = fullPage(1);
const page = (): Page => project.pages[0] as Page;
for (const id of ['serif-400', 'serif-900', 'latin-400', 'latin-900', 'sans-400', 'sans-700', 'kai-400']) load(id);
const characters = Object.values(project.stories).reduce((n, s) => n + s.body.reduce((m, b) => m + b.text.length, 0), 0);
const cold = timed(() => composePage(project, page(), freshFaces()));
const fromNothing = Array.from({ length: 15 }, () => timed(() => composePage(project, page(), freshFaces(), new ComposeMemory())));

const faces = freshFaces();
const memory = new ComposeMemory();
const scene = composePage(project, page(), faces, memory);
const keys: number[] = [];
for (let k = 0; k < 400; k++) {
  const place = { field: 'body', block: Math.floor(chance() * PARAGRAPHS) } as const;
  const story = `s1-${Math.floor(chance() * STORIES)}`;
  const done = apply(project, {
    kind: 'text',
    story,
    place,
    at: Math.floor(chance() * 150),
    removed: '',
    inserted: han[Math.floor(chance() * 900)] as string,
  });
  if (!done.ok) throw new Error(done.why);
  project = done.project;
  keys.push(timed(() => composePage(project, page(), faces, memory)));
}

const bytes = scene.parts.reduce(
  (n, p) => n + p.glyphs.ids.byteLength + p.glyphs.x.byteLength + p.glyphs.y.byteLength + p.glyphs.cluster.byteLength,
  0,
);
const many = fullPage(16);
const sixteen = timed(() => {
  const world = freshFaces();
  const kept = new ComposeMemory();
  for (const p of many.pages) composePage(many, p, world, kept);
});
console.log(
  JSON.stringify({
    rows: [
      {
        budget: 'compose-page',
        value: percentile(fromNothing, 0.5),
        note: `${characters} characters; median of 15; the very first ${cold.toFixed(0)} ms`,
      },
      {
        budget: 'keystroke-scene',
        value: percentile(keys, 0.95),
        note: `median ${percentile(keys, 0.5).toFixed(2)}, worst ${percentile(keys, 1).toFixed(1)} ms`,
      },
      { what: '16 such pages composed from nothing', value: sixteen, unit: 'ms' },
      { what: 'glyph arrays of the composed page', value: bytes / 1e6, unit: 'MB' },
    ],
  }),
);
