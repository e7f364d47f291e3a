/** Where the lines of a passage end on the page, and where its text finds no room, marked behind its field. */
import { createContext, useContext, useMemo } from 'react';
import type { Scene } from '../../../core/scene/index.ts';
import { scenesNow, useCalm } from '../../state/calm.ts';
import { desk } from '../../state/desk.ts';
import { linesOf } from '../../tools/text/place.ts';
import type { Home } from '../../tools/text/stream.ts';

export interface Ends {
  /** Offsets at which a line begins that is not the first. */
  readonly at: readonly number[];
  /** From here on the text found no room; null where all of it did. */
  readonly over: number | null;
}

const Context = createContext<ReadonlyMap<string, Ends> | null>(null);
export const PageLinesProvider = Context.Provider;

/** The first place of a story's body that is on no page; null where all of it is. */
function cutOf(scenes: Readonly<Record<string, Scene>>, story: string): { block: number; at: number } | null {
  for (const scene of Object.values(scenes)) for (const o of scene.overset) if (o.story === story && o.cut) return o.cut;
  return null;
}

function endsOf(story: string, pictures: number, scenes: Readonly<Record<string, Scene>>): Map<string, Ends> {
  const homes: Home[] = [
    { kind: 'story', story, stream: 'head' },
    { kind: 'story', story, stream: 'body' },
    ...Array.from({ length: pictures }, (_, picture): Home => ({ kind: 'picture', story, picture })),
  ];
  const at = new Map<string, number[]>();
  for (const line of homes.flatMap((h) => linesOf(h))) {
    const known = at.get(line.key) ?? [];
    at.set(line.key, line.from > 0 ? [...known, line.from] : known);
  }
  const cut = cutOf(scenes, story);
  const ends = new Map([...at].map(([key, list]): [string, Ends] => [key, { at: list, over: null }]));
  if (!cut) return ends;
  const blocks = desk().project?.stories[story]?.body.length ?? 0;
  for (let b = cut.block; b < blocks; b++)
    ends.set(`body-${b}`, { at: ends.get(`body-${b}`)?.at ?? [], over: b === cut.block ? cut.at : 0 });
  return ends;
}

/** The ends of a story's lines, a moment after the page was composed. */
export function useEnds(story: string, pictures: number): ReadonlyMap<string, Ends> {
  const scenes = useCalm(scenesNow);
  return useMemo(() => endsOf(story, pictures, scenes), [story, pictures, scenes]);
}

/** The passage's text once more, unseen, with a tick where each line ends on the page; what is over is tinted. */
export function LineEnds({ name, text }: { readonly name: string; readonly text: string }) {
  const ends = useContext(Context)?.get(name);
  if (!ends) return null;
  const cuts = [0, ...ends.at.filter((x) => x < text.length && (ends.over === null || x <= ends.over))];
  const over = ends.over === null ? text.length : Math.min(ends.over, text.length);
  const pieces = cuts.map((from, i) => ({ from, words: text.slice(from, Math.min(over, cuts[i + 1] ?? text.length)) }));
  return (
    <div className="line-ends" aria-hidden>
      {pieces.map((p) => (
        <span key={p.from}>
          {p.from > 0 && <i className="line-end" />}
          {p.words}
        </span>
      ))}
      {over < text.length && <span className="line-over">{text.slice(over)}</span>}
    </div>
  );
}
