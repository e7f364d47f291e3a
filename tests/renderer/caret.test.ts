/** The caret on real pages: every place leads to the page and back, lines hold every character, columns are kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readProjectFile } from '../../src/core/archive/index.ts';
import { composePage } from '../../src/core/compose/index.ts';
import type { Page, Project } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import { boxesOf, caretAt, lineOf, lineStep, spotAt } from '../../src/renderer/tools/text/caret.ts';
import { type InkEnd, linesOn, type TextLine } from '../../src/renderer/tools/text/lines.ts';
import { type Home, spotOfCut, type Text, textsOf } from '../../src/renderer/tools/text/stream.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

const inkEnd: InkEnd = (font, glyph) => faces.face(font).ink(glyph)?.x1 ?? null;

const verticalOf = (page: Page): Set<string> =>
  new Set(
    page.frames
      .filter((f) => (f.shows.kind === 'body' && f.shows.vertical) || (f.shows.kind === 'head' && f.shows.form === 'vertical'))
      .map((f) => f.id),
  );

interface Stream {
  readonly texts: readonly Text[];
  readonly lines: readonly TextLine[];
  readonly scene: Scene;
}

function streamOf(project: Project, page: Page, scene: Scene, home: Home): Stream {
  const texts = textsOf(project, home);
  const text = home.kind === 'free' ? (texts[0]?.passage.text ?? '') : '';
  return {
    texts,
    scene,
    lines: linesOn(
      scene,
      home,
      texts.map((t) => t.key),
      text,
      verticalOf(page),
      inkEnd,
    ),
  };
}

function homesOn(project: Project, page: Page): Home[] {
  const free = page.frames.flatMap((f): Home[] => (f.shows.kind === 'text' ? [{ kind: 'free', page: page.id, frame: f.id }] : []));
  return [
    ...free,
    ...page.articles.flatMap((a): Home[] => [
      { kind: 'story', story: a.story, stream: 'head' },
      { kind: 'story', story: a.story, stream: 'body' },
      ...(project.stories[a.story]?.pictures.map((_, picture): Home => ({ kind: 'picture', story: a.story, picture })) ?? []),
    ]),
  ];
}

/** Every offset that has a place of its own leads to the page and back to itself. */
function expectBack({ texts, lines, scene }: Stream): number {
  let checked = 0;
  lines.forEach((line, i) => {
    const passage = texts.findIndex((t) => t.key === line.key);
    expect(passage).toBeGreaterThanOrEqual(0);
    for (let at = line.from; at <= line.to; at++) {
      const k = at - line.from;
      const alone = [k - 1, k + 1].every(
        (j) => line.stops[j] === undefined || Math.abs((line.stops[j] as number) - (line.stops[k] as number)) > 0.05,
      );
      if (!alone) continue;
      const goesOn = at === line.to && lines[i + 1]?.key === line.key;
      const spot = { passage, at, ...(goesOn ? { end: true } : {}) };
      const place = caretAt(lines, texts, spot);
      if (!place) throw new Error(`${line.key} ${at} has no place`);
      const across = (line.near + line.far) / 2;
      const p = line.vertical ? { x: across, y: place.rect.y } : { x: place.rect.x, y: across };
      expect(
        spotAt(lines, texts, scene.page, p, line.frame),
        `${line.key} ${at} of ${texts[passage]?.passage.text.slice(line.from, line.to)}`,
      ).toEqual(spot);
      expect(lineOf(lines, texts, spot)).toBe(i);
      checked++;
    }
  });
  return checked;
}

/** The lines of a passage hold its characters in order, none twice; what is missing is white between lines. */
function expectWhole({ texts, lines }: Stream): void {
  for (const { key, passage } of texts) {
    let at = 0;
    for (const line of lines.filter((l) => l.key === key)) {
      expect(line.from).toBeGreaterThanOrEqual(at);
      expect(passage.text.slice(at, line.from).trim()).toBe('');
      at = line.to;
      expect(line.stops).toHaveLength(line.to - line.from + 1);
    }
  }
}

describe.each(['issue', 'messy-page', 'english-page'])('on the sample %s', (name) => {
  const opened = readProjectFile(readFileSync(join(import.meta.dirname, '../../out/samples', `${name}.banxin`)));
  if (!opened.ok) throw new Error(opened.problem.code);
  const { project } = opened.file;

  test('every caret place maps back to itself', () => {
    let checked = 0;
    for (const page of project.pages) {
      const scene = composePage(project, page, faces);
      for (const home of homesOn(project, page)) {
        const stream = streamOf(project, page, scene, home);
        checked += expectBack(stream);
        expectWhole(stream);
      }
    }
    expect(checked).toBeGreaterThan(1500);
  });
});

describe('on a page made for it', () => {
  const words = '版心是一版的中心，去掉四边留下的就是它。';
  const long = Array.from({ length: 12 }, (_, i) => `${i + 1}．${words}${words}`);
  const { project, page } = projectOf(
    [story('h', '横排的一篇', ['# 小标题', ...long]), story('v', '竖排的一篇', ['2026年，HTML与COVID-19。', ...long])],
    [
      frame('h1', 'a-h', head, 0, 0, 3, 5),
      frame('h2', 'a-h', body(), 0, 5, 3, 6),
      frame('h3', 'a-h', body(), 4, 5, 2, 30),
      frame('v1', 'a-v', { kind: 'head', form: 'vertical' }, 7, 40, 1, 20),
      frame('v2', 'a-v', { kind: 'body', legs: 2, share: 'absolute', vertical: true }, 0, 40, 6, 40),
      frame('t1', null, { kind: 'text', text: '第一行字\n\n第二行 and words', role: 'body' }, 0, 100, 2, 6),
    ],
  );
  const scene = composePage(project, page, faces);
  const of = (home: Home): Stream => streamOf(project, page, scene, home);

  test('vertical text, heads and free text map back too', () => {
    for (const home of homesOn(project, page)) {
      const stream = of(home);
      expect(expectBack(stream)).toBeGreaterThan(5);
      expectWhole(stream);
    }
    expect(of({ kind: 'story', story: 'v', stream: 'body' }).lines.every((l) => l.vertical)).toBe(true);
    expect(of({ kind: 'free', page: page.id, frame: 't1' }).lines.map((l) => l.from)).toEqual([0, 6]);
  });

  test('down and up keep the place in the column, over legs and frames', () => {
    for (const id of ['h', 'v']) {
      const { lines, texts } = of({ kind: 'story', story: id, stream: 'body' });
      // From the fifth character of the first full line, line by line to the end.
      let at = { spot: { passage: 2, at: 5 } as Parameters<typeof lineStep>[2], goal: null as number | null };
      const seen: number[] = [lineOf(lines, texts, at.spot)];
      for (let next = lineStep(lines, texts, at.spot, 1, at.goal); next; next = lineStep(lines, texts, at.spot, 1, at.goal)) {
        at = next;
        seen.push(lineOf(lines, texts, at.spot));
      }
      expect(seen).toEqual(Array.from({ length: lines.length - (seen[0] ?? 0) }, (_, i) => i + (seen[0] ?? 0)));
      for (let i = 1; i < seen.length; i++) at = lineStep(lines, texts, at.spot, -1, at.goal) ?? at;
      expect(at.spot).toEqual({ passage: 2, at: 5 });
    }
  });

  test('a selection has one box for each line it touches, within its frame', () => {
    const { lines, texts } = of({ kind: 'story', story: 'h', stream: 'body' });
    const all = boxesOf(lines, texts, { from: { passage: 0, at: 0 }, to: { passage: texts.length - 1, at: 1000 } });
    expect(all).toHaveLength(lines.length);
    for (const b of all) {
      expect(b.width).toBeGreaterThan(3);
      const inside = scene.parts.some(
        (p) => b.x >= p.x - 1 && b.x + b.width <= p.x + p.width + 6 && b.y >= p.y - 1 && b.y + b.height <= p.y + p.height + 4,
      );
      expect(inside).toBe(true);
    }
    expect(boxesOf(lines, texts, { from: { passage: 2, at: 3 }, to: { passage: 2, at: 5 } })).toHaveLength(1);
  });

  test('an empty paragraph has its caret one line below', () => {
    const one = { ...story('e', '空段', ['一段字。', '']), id: 'e' };
    const made = projectOf([one], [frame('e2', 'a-e', body(), 0, 5, 1, 6)]);
    const scene2 = composePage(made.project, made.page, faces);
    const { lines, texts } = streamOf(made.project, made.page, scene2, { kind: 'story', story: 'e', stream: 'body' });
    const [full, empty] = [caretAt(lines, texts, { passage: 0, at: 0 }), caretAt(lines, texts, { passage: 1, at: 0 })];
    expect(empty?.rect.y).toBeGreaterThan(full?.rect.y ?? 0);
    expect((empty?.rect.y ?? 0) - (full?.rect.y ?? 0)).toBeLessThan(14);
  });

  test('text that found no room has no place', () => {
    const made = projectOf([story('o', '题', long)], [frame('o2', 'a-o', body(), 0, 5, 1, 4)]);
    const scene2 = composePage(made.project, made.page, faces);
    const { lines, texts } = streamOf(made.project, made.page, scene2, { kind: 'story', story: 'o', stream: 'body' });
    expect(caretAt(lines, texts, { passage: 9, at: 3 })).toBeNull();
    const { cut } = scene2.overset[0] ?? {};
    expect(caretAt(lines, texts, spotOfCut(texts, cut ?? { block: 0, at: 0 }))).not.toBeNull();
  });
});
