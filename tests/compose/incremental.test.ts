import { describe, expect, it } from 'vitest';
import { ComposeMemory, composePage } from '../../src/core/compose/index.ts';
import { apply, type Edit, type Page, type Project } from '../../src/core/document/index.ts';
import { dumpScene } from '../../src/core/scene/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const TEXT = '清晨六点，城北渡口的第一班船准时离岸。船工老周说：“水清了，鱼也多了。”三年来，沿河十二个村庄共清运淤泥3.6万吨。';
const photo = { kind: 'photo', picture: 0, crop: null, rotate: 0 } as const;

/** A small generator with a printed seed, so that a failing run can be repeated. */
function random(seed: number): (n: number) => number {
  let s = seed >>> 0;
  return (n) => {
    s = (Math.imul(s, 1664525) + 1013904223) >>> 0;
    return Math.floor((s / 2 ** 32) * n);
  };
}

function start(): { project: Project; page: Page } {
  const stories = [1, 2, 3].map((i) =>
    story(`s${i}`, `渡口往事之${i}`, [TEXT, '# 网箱上岸', TEXT + TEXT, TEXT], {
      pictures: [{ picture: null, caption: null, credit: null }],
    }),
  );
  const frames = stories.flatMap((s, i) => [
    frame(`h${i}`, `a-${s.id}`, head, i * 2, 0, 2, 6),
    frame(`p${i}`, `a-${s.id}`, photo, i * 2, 6, 1, 10),
    frame(`b${i}`, `a-${s.id}`, body(), i * 2, 6, 2, 24),
  ]);
  return projectOf(stories, frames);
}

function anEdit(project: Project, n: (k: number) => number): Edit {
  const page = project.pages[0] as Page;
  const s = project.stories[`s${n(3) + 1}`] as NonNullable<Project['stories'][string]>;
  const f = page.frames[n(page.frames.length)] as Page['frames'][number];
  const block = n(s.body.length);
  const text = s.body[block]?.text ?? '';
  const at = n(text.length + 1);
  const edits: Edit[] = [
    { kind: 'text', story: s.id, place: { field: 'body', block }, at, removed: '', inserted: ['水', '，', '2025', '“好”'][n(4)] as string },
    { kind: 'text', story: s.id, place: { field: 'body', block }, at, removed: text.slice(at, at + n(4)), inserted: '' },
    { kind: 'text', story: s.id, place: { field: 'headline' }, at: 0, removed: '', inserted: '新' },
    { kind: 'frame', page: page.id, id: f.id, after: { ...f, at: { ...f.at, line: n(40), lines: 4 + n(30) } } },
    { kind: 'frame', page: page.id, id: f.id, after: { ...f, at: { ...f.at, column: n(5), columns: 1 + n(3) } } },
    {
      kind: 'article',
      page: page.id,
      id: `a-${s.id}`,
      after: { id: `a-${s.id}`, story: s.id, overrides: { headline: { sizePt: 18 + n(30) } } },
    },
    { kind: 'styles', after: { ...project.styles, body: { ...project.styles.body, marks: n(2) ? 'full' : 'kaiming' } } },
    { kind: 'paper', after: { ...project.paper, name: `版心日报${n(9)}` } },
  ];
  return edits[n(edits.length)] as Edit;
}

describe('composing after an edit', () => {
  it.each([1, 2, 3, 20261124])('gives what composing from nothing gives, seed %i', (seed) => {
    const n = random(seed);
    let { project } = start();
    const memory = new ComposeMemory();
    for (let step = 0; step < 60; step++) {
      const done = apply(project, anEdit(project, n));
      if (!done.ok) throw new Error(`seed ${seed}, step ${step}: ${done.why}`);
      project = done.project;
      const page = project.pages[0] as Page;
      expect(dumpScene(composePage(project, page, faces, memory)), `seed ${seed}, step ${step}`).toBe(
        dumpScene(composePage(project, page, faces)),
      );
    }
  });

  it.each([5, 6, 7])('no character is lost: set or counted as overset, seed %i', (seed) => {
    const n = random(seed);
    let { project } = start();
    for (let step = 0; step < 40; step++) {
      const done = apply(project, anEdit(project, n));
      if (done.ok) project = done.project;
      const scene = composePage(project, project.pages[0] as Page, faces);
      for (const s of Object.values(project.stories)) {
        const set = scene.parts
          .flatMap((p) => (p.role === 'body' ? p.items : []))
          .flatMap((i) => (i.kind === 'glyphs' && i.source?.story === s.id ? [i.text] : []))
          .join('');
        const all = s.body.map((b) => b.text).join('');
        const over = scene.overset.filter((o) => o.story === s.id).reduce((sum, o) => sum + o.characters, 0);
        expect(all.startsWith(set), `seed ${seed}, step ${step}`).toBe(true);
        expect([...set].length + over, `seed ${seed}, step ${step}`).toBe([...all].length);
      }
    }
  });
});
