/** Hidden characters shown over the page: spaces, ideographic spaces, ends of paragraphs and of stories. */
import { useMemo } from 'react';
import type { Page, Project } from '../../../core/document/index.ts';
import { useDesk } from '../../state/desk.ts';
import type { TextLine } from '../../tools/text/lines.ts';
import { linesOf } from '../../tools/text/place.ts';
import { type Home, textsOf } from '../../tools/text/stream.ts';

const num = (v: number): string => v.toFixed(2);

function homesOn(page: Page): Home[] {
  const stories = page.articles.flatMap((a): Home[] => [
    { kind: 'story', story: a.story, stream: 'head' },
    { kind: 'story', story: a.story, stream: 'body' },
  ]);
  return [
    ...stories,
    ...page.frames.flatMap((f): Home[] => (f.shows.kind === 'text' ? [{ kind: 'free', page: page.id, frame: f.id }] : [])),
  ];
}

/** A dot in the middle of a space, a box for one of an em. */
function space(line: TextLine, at: number, wide: boolean): string {
  const [a, b] = [line.stops[at - line.from] as number, line.stops[at - line.from + 1] as number];
  const em = line.far - line.near;
  const mid = (line.near + line.far) / 2;
  const [x, y] = line.vertical ? [mid, (a + b) / 2] : [(a + b) / 2, mid];
  const r = wide ? em * 0.3 : em * 0.06;
  return `M${num(x - r)} ${num(y - r)}h${num(2 * r)}v${num(2 * r)}h${num(-2 * r)}z`;
}

/** A pilcrow behind a paragraph's last character; doubled at the end of the stream. */
function end(line: TextLine, last: boolean): string {
  const em = line.far - line.near;
  const along = line.stops.at(-1) as number;
  const [x, y] = line.vertical ? [line.near + em * 0.3, along + em * 0.15] : [along + em * 0.15, line.near + em * 0.2];
  const one = (dx: number): string => {
    const [r, down] = [em * 0.13, em * 0.62];
    return `M${num(x + dx + em * 0.36)} ${num(y)}h${num(-em * 0.22)}a${num(r)} ${num(r)} 0 0 0 0 ${num(2 * r)}h${num(em * 0.08)}m0 ${num(-2 * r)}v${num(down)}m${num(em * 0.09)} 0v${num(-down)}`;
  };
  return last ? one(0) + one(em * 0.3) : one(0);
}

function marksOf(project: Project, page: Page): { dots: string; ends: string } {
  let [dots, ends] = ['', ''];
  for (const home of homesOn(page)) {
    const texts = textsOf(project, home);
    const words = new Map(texts.map((t) => [t.key, t.passage.text]));
    for (const line of linesOf(home)) {
      if (line.page !== page.id) continue;
      const text = words.get(line.key) ?? '';
      for (let at = line.from; at < line.to; at++) if (/\s/u.test(text[at] ?? '')) dots += space(line, at, text[at] === '\u3000');
      if (line.to >= text.length) ends += end(line, line.key === texts.at(-1)?.key);
    }
  }
  return { dots, ends };
}

export function HiddenMarks() {
  const on = useDesk((s) => s.aids.hidden && !s.aids.preview);
  const scene = useDesk((s) => (on && s.page ? s.scenes[s.page] : undefined));
  const project = useDesk((s) => (on ? s.project : null));
  const camera = useDesk((s) => s.camera);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks stand where the composed page has the text
  const marks = useMemo(() => {
    const page = project?.pages.find((p) => p.id === scene?.page);
    return project && page ? marksOf(project, page) : null;
  }, [scene]);
  if (!on || !marks) return null;
  return (
    <svg className="hidden-marks" aria-hidden>
      <g transform={`scale(${camera.scale}) translate(${-camera.x} ${-camera.y})`}>
        <path className="hidden-spaces" d={marks.dots} />
        <path className="hidden-ends" d={marks.ends} />
      </g>
    </svg>
  );
}
