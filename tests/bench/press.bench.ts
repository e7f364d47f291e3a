/**
 * The press: a composed text page of 10,000 characters warm and cold, sixteen of them, and six photographs of 24 million
 * pixels. Cold is a whole process from its start to the file on the disk, by the built command line.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { composePage } from '../../src/core/compose/index.ts';
import { newPage, newProject, type Page, type Project, parsePreset } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import { emptyStory, typed } from '../../src/core/story/index.ts';
import { fontBytes, fontFaces } from '../../src/node/faces.ts';
import { saveProjectFile } from '../../src/node/projects.ts';
import { NO_MARKS, type PressOptions, pressPages } from '../../src/press/index.ts';

const root = process.cwd();
const rows: Record<string, unknown>[] = [];
const median = (xs: number[]): number => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] as number;
const round = (x: number): number => Math.round(x * 10) / 10;

let state = 11;
const chance = (): number => {
  state = (state * 1103515245 + 12345) & 0x7fffffff;
  return state / 0x7fffffff;
};
/** 2,400 different characters, frequent ones often: what a page of news has. */
const han = Array.from({ length: 2400 }, (_, i) => String.fromCharCode(0x4e00 + i * 3));
const text = (length: number): string => {
  let s = '';
  while (s.length < length) {
    for (let k = 5 + Math.floor(chance() * 12); k > 0; k--) s += han[Math.floor(chance() ** 2 * han.length)];
    s += chance() < 0.7 ? '，' : '。';
  }
  return s;
};

const STORIES = 6;
const PARAGRAPHS = 9;
const LENGTH = 186;

function issue(pages: number): Project {
  const preset = parsePreset('broadsheet-8', readFileSync(join(root, 'resources/presets/broadsheet-8.json'), 'utf8'));
  const project: Project = { ...newProject(preset, { name: '版心日报' }), pages: [] };
  for (let p = 1; p <= pages; p++) {
    const page: Page = { ...newPage(preset, p), articles: [], frames: [] };
    for (let i = 0; i < STORIES; i++) {
      const id = `s${p}-${i}`;
      const body = Array.from({ length: PARAGRAPHS }, () => ({ type: 'paragraph' as const, ...typed(text(LENGTH)) }));
      project.stories[id] = { ...emptyStory(id), headline: typed('一条灰河养回碧水'), body };
      project.storyOrder.push(id);
      page.articles.push({ id: `a${id}`, story: id, overrides: {} });
      const [column, line] = [(i % 2) * 4, Math.floor(i / 2) * 40];
      const frame = { article: `a${id}`, dxPt: 0, dyPt: 0, locked: false };
      page.frames.push({ ...frame, id: `h${id}`, shows: { kind: 'head', form: 'over' }, at: { column, line, columns: 4, lines: 6 } });
      page.frames.push({
        ...frame,
        id: `b${id}`,
        shows: { kind: 'body', legs: 0, share: 'absolute' },
        at: { column, line: line + 6, columns: 4, lines: 34 },
      });
    }
    project.pages.push(page);
  }
  return project;
}

const icc = readFileSync(join(root, 'resources/icc/WAN-IFRAnewspaper26v5.icc'));
const options: PressOptions = {
  profile: 'x4',
  condition: { icc, identifier: 'IFRA26', name: 'WAN-IFRA newspaper 26 %', registered: true },
  bleedPt: 0,
  marks: NO_MARKS,
  title: 'bench',
  creationDate: new Date(0),
};
const glyphs = (scene: Scene): number => scene.parts.reduce((n, part) => n + part.glyphs.ids.length, 0);
const folder = mkdtempSync(join(tmpdir(), 'banxin-bench-'));

async function warmPage(): Promise<void> {
  const project = issue(1);
  const scene = composePage(project, project.pages[0] as Page, fontFaces);
  const world = { project, fontBytes, pictureBytes: () => Promise.reject(new Error()) };
  const times: number[] = [];
  let bytes = new Uint8Array();
  for (let i = 0; i < 12; i++) {
    const from = performance.now();
    bytes = await pressPages([scene], world, options);
    times.push(performance.now() - from);
  }
  const warm = times.slice(2);
  rows.push({ budget: 'export-warm', value: round(median(warm)), note: `${glyphs(scene)} glyphs, first ${round(times[0] as number)} ms` });
  const proof = await pressPages([scene], world, { ...options, profile: 'proof', condition: null });
  rows.push({ what: 'the same page, bytes beside the profile (most 1,000 kB)', value: round(proof.length / 1000), unit: 'kB' });
  rows.push({ what: 'the same page, bytes with the profile', value: round(bytes.length / 1000), unit: 'kB' });
}

/** Milliseconds from the start of a process to its end. */
function cold(project: string, out: string): number {
  const from = performance.now();
  const done = spawnSync(process.execPath, [join(root, 'bin/banxin.mjs'), 'export', project, '--out', out], {
    cwd: root,
    encoding: 'utf8',
  });
  if (statSync(out).size === 0) throw new Error(done.stderr);
  return performance.now() - from;
}

async function coldPages(pages: number, budget: string): Promise<void> {
  const path = join(folder, `${pages}.banxin`);
  await saveProjectFile(path, { project: issue(pages), pictures: new Map() });
  const times = Array.from({ length: 7 }, () => cold(path, join(folder, `${pages}.pdf`)));
  const size = statSync(join(folder, `${pages}.pdf`)).size;
  rows.push({ budget, value: round(median(times)), note: `median of ${times.length}, composing included; ${round(size / 1e6)} MB` });
}

async function photographs(): Promise<void> {
  const names = Array.from({ length: 6 }, (_, i) => `${i}.jpg`);
  const files = new Map<string, Uint8Array>();
  for (const name of names) {
    const noise = { type: 'gaussian' as const, mean: 120, sigma: 60 };
    const small = await sharp({ create: { width: 750, height: 500, channels: 3, background: '#888', noise } })
      .blur(3)
      .png()
      .toBuffer();
    files.set(name, await sharp(small).resize(6000, 4000).jpeg({ quality: 92 }).toBuffer());
  }
  const items = names.map((picture, i) => ({
    kind: 'picture' as const,
    picture,
    x: 40 + (i % 2) * 520,
    y: 40 + Math.floor(i / 2) * 500,
    width: 500,
    height: 333,
    crop: { x: 0, y: 0, width: 1, height: 1 },
    rotate: 0,
  }));
  const pool = { ids: new Uint16Array(), x: new Float32Array(), y: new Float32Array(), cluster: new Uint16Array() };
  const part = {
    frame: 'f',
    article: null,
    story: null,
    role: 'photo' as const,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    items,
    glyphs: pool,
    slots: 0,
    used: 0,
  };
  const scene: Scene = { page: 'p', widthPt: 1105, heightPt: 1559, parts: [part], overset: [], missing: [] };
  const project = issue(0);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 5);
  const from = performance.now();
  const bytes = await pressPages([scene], { project, fontBytes, pictureBytes: async (id) => files.get(id) as Uint8Array }, options);
  const took = performance.now() - from;
  clearInterval(watch);
  rows.push({
    what: `six photographs of 24 million pixels → ${round(bytes.length / 1e6)} MB (most 6,000 ms)`,
    value: round(took),
    unit: 'ms',
  });
  rows.push({ what: 'highest memory meanwhile, this whole bench in it (most 500 MB)', value: round(peak / 1e6), unit: 'MB' });
}

try {
  await photographs();
  await warmPage();
  await coldPages(1, 'export-cold');
  await coldPages(16, 'export-16');
} finally {
  rmSync(folder, { recursive: true });
}
console.log(JSON.stringify({ rows }));
