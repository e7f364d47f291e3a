/** One column of text as the composer sets it, as a picture and in figures: for the side-by-side with other programs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composePage } from '../../src/core/compose/index.ts';
import { newPage, newProject, parsePreset } from '../../src/core/document/index.ts';
import { type Face, type Faces, loadFace } from '../../src/core/font/index.ts';
import type { GlyphRun } from '../../src/core/scene/index.ts';
import { emptyStory, typed } from '../../src/core/story/index.ts';
import { svgOf } from '../../src/press/index.ts';

interface Block {
  readonly type: 'paragraph' | 'subhead';
  readonly text: string;
}

const PITCH = 11.25;
const fullWidth = (s: string): string =>
  s.replace(/,/gu, '，').replace(/:/gu, '：').replace(/\?/gu, '？').replace(/!/gu, '！').replace(/;/gu, '；');

export async function setColumn(root: string, raw: readonly Block[], scale: number): Promise<unknown> {
  const loaded = new Map<string, Face>();
  const faces: Faces = {
    face: (id) => {
      const face = loaded.get(id) ?? loadFace(id, readFileSync(join(root, 'out/fonts', `${id}.ttf`)));
      loaded.set(id, face);
      return face;
    },
  };
  const blocks = raw.map((b) => ({ type: b.type, text: fullWidth(b.text) }));
  const preset = parsePreset('broadsheet-8', readFileSync(join(root, 'resources/presets/broadsheet-8.json'), 'utf8'));
  const lines = 110;
  const page = {
    ...newPage(preset, 1),
    folio: { ...preset.folio, show: false },
    format: { widthPt: 144, heightPt: lines * PITCH, leftPt: 13.5, topPt: 12 },
    articles: [{ id: 'a', story: 's', overrides: {} }],
    frames: [
      {
        id: 'b',
        article: 'a',
        shows: { kind: 'body' as const, legs: 0, share: 'absolute' as const },
        at: { column: 0, line: 0, columns: 1, lines },
        dxPt: 0,
        dyPt: 0,
        locked: false,
      },
    ],
  };
  const story = { ...emptyStory('s'), body: blocks.map((b) => ({ type: b.type, ...typed(b.text) })) };
  const project = { ...newProject(preset), stories: { s: story }, storyOrder: ['s'], pages: [page] };
  const scene = composePage(project, page, faces);
  const part = scene.parts[0];
  if (!part) throw new Error('The column has no part.');
  const rows = new Map<number, { text: string; xs: number[]; block: number }>();
  for (const run of part.items.filter((i): i is GlyphRun => i.kind === 'glyphs')) {
    if (run.source?.place.field !== 'body' || blocks[run.source.place.block]?.type !== 'paragraph') continue;
    const y = Math.round((part.glyphs.y[run.start] as number) * 4);
    const row = rows.get(y) ?? { text: '', xs: [], block: run.source.place.block };
    for (let g = run.start; g < run.end; g++) row.xs.push(part.glyphs.x[g] as number);
    rows.set(y, { ...row, text: row.text + run.text });
  }
  const gaps = [...rows.values()].map(({ text, xs }) => {
    let widest = 0;
    for (let i = 0; i + 1 < xs.length; i++) {
      const han = /^\p{Script=Han}{2}$/u.test(text.slice(i, i + 2));
      if (han && text.length === xs.length) widest = Math.max(widest, ((xs[i + 1] as number) - (xs[i] as number)) / 9 - 1);
    }
    return widest;
  });
  gaps.sort((a, b) => a - b);
  const used = Math.ceil(part.used) + 3;
  const lastOf = new Map([...rows.values()].map((r) => [r.block, r.text]));
  const lonely = [...lastOf.values()].filter((t) => (t.match(/\p{Script=Han}/gu) ?? []).length <= 1).length;
  const cut = { ...scene, heightPt: used * PITCH };
  const { default: sharp } = await import('sharp');
  const svg = svgOf(cut, faces, () => null, 96 * scale);
  return {
    blocks,
    png: await sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png().toBuffer(),
    figures: { lines: rows.size, p95: gaps[Math.floor(gaps.length * 0.95)], max: gaps.at(-1), lonely },
  };
}
