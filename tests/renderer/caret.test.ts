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
import { type Home, type Text, textsOf } from '../../src/renderer/tools/text/stream.ts';
import { faces } from '../support/faces.ts';
import { block, body, frame, head, projectOf, story } from '../support/project.ts';

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
