/** C39 字内: no line begins or ends with a mark that may not stand there, whatever setting did (guide §3.4, §4.1). */
import { passageAt } from '../../story/index.ts';
import { Class, classOf, mayBreak } from '../../text/index.ts';
import type { Fault, Figures } from '../finding.ts';
import type { Line } from '../lines.ts';
import type { PageRule } from '../rule.ts';
import { about, type Block, nameOf, type PageView, type Piece, styleIn } from '../view.ts';

const classAt = (text: string, end: boolean): Class => classOf([...text].at(end ? -1 : 0)?.codePointAt(0) ?? 0x4e00);

function* lineFaults(view: PageView, block: Block, piece: Piece, line: Line): Generator<Fault> {
  const { source } = line;
  if (!source) return;
  const passage = passageAt(block.story, source.place);
  const level = styleIn(view, block, source.place.field === 'body' && block.story.kind !== 'photo' ? 'body' : 'caption').prohibition;
  if (!passage) return;
  const text = line.text.replaceAll('\u00ad', '').trimEnd();
  const { at } = line;
  const figures = (mark: string | undefined): Figures => ({ story: nameOf(block.story), mark: mark ?? '' });
  const begins = passage.text.slice(0, source.at).trim() === '';
  if (!begins && !mayBreak(level, Class.han, classAt(text, false)))
    yield { key: 'line-start', figures: figures([...text][0]), ...about(block, piece), at };
  const ends = passage.text.slice(source.at + text.length).trim() === '';
  if (!ends && !mayBreak(level, classAt(text, true), Class.han))
    yield { key: 'line-end', figures: figures([...text].at(-1)), ...about(block, piece), at };
}

function* faults(view: PageView): Generator<Fault> {
  for (const block of view.blocks) {
    if (block.language === 'en') continue;
    for (const piece of [...block.bodies, ...block.captions]) for (const line of piece.lines) yield* lineFaults(view, block, piece, line);
  }
}

export const c39: PageRule = { id: 'C39', severity: 'error', page: faults };
