/** Changes to a story's paragraphs that are more than typing within one: cut in two, joined, given another type. */
import { joinedOrigin } from '../../../core/copy/index.ts';
import type { Block, Passage, Story } from '../../../core/story/index.ts';

/** What of a passage's marks lies within `from`…`to`, counted from `from`. */
function marksWithin(p: Passage, from: number, to: number): Pick<Passage, 'marks'> {
  const marks = p.marks
    ?.map((m) => ({ ...m, from: Math.max(m.from, from) - from, to: Math.min(m.to, to) - from }))
    .filter((m) => m.to > m.from);
  return marks && marks.length > 0 ? { marks } : {};
}

const bare = ({ marks: _marks, ...rest }: Block): Block => rest;

/** Paragraph `index` cut before character `at`. What it came from stays with the first half. */
export function splitBlock(story: Story, index: number, at: number): Story {
  const block = story.body[index];
  if (!block) return story;
  const first: Block = { ...bare(block), text: block.text.slice(0, at), ...marksWithin(block, 0, at) };
  const second: Block = { type: 'paragraph', text: block.text.slice(at), origin: null, ...marksWithin(block, at, block.text.length) };
  return { ...story, body: [...story.body.slice(0, index), first, second, ...story.body.slice(index + 1)] };
}

/** Paragraph `index` put to the end of the one before it. */
export function joinBlock(story: Story, index: number): Story {
  const [before, block] = [story.body[index - 1], story.body[index]];
  if (!before || !block) return story;
  const shift = before.text.length;
  const moved = block.marks?.map((m) => ({ ...m, from: m.from + shift, to: m.to + shift })) ?? [];
  const marks = [...(before.marks ?? []), ...moved];
  const joined: Block = {
    ...bare(before),
    text: before.text + block.text,
    origin: joinedOrigin(before.origin, block.origin),
    ...(marks.length > 0 ? { marks } : {}),
  };
  return { ...story, body: [...story.body.slice(0, index - 1), joined, ...story.body.slice(index + 1)] };
}

export const typeBlock = (story: Story, index: number, type: Block['type']): Story => ({
  ...story,
  body: story.body.map((b, i) => (i === index ? { ...b, type } : b)),
});

/** Paragraph `index` from `from` to `to` replaced by several lines, each a paragraph of its own. */
export function pasteLines(story: Story, index: number, from: number, to: number, lines: readonly string[]): Story {
  const block = story.body[index];
  const [first, ...rest] = lines;
  if (!block || first === undefined) return story;
  const last = rest.pop();
  const tail = block.text.slice(to);
  const head: Block = {
    ...bare(block),
    text: block.text.slice(0, from) + first + (last === undefined ? tail : ''),
    ...marksWithin(block, 0, from),
  };
  const added = [...rest, ...(last === undefined ? [] : [last + tail])].map((text): Block => ({ type: 'paragraph', text, origin: null }));
  return { ...story, body: [...story.body.slice(0, index), head, ...added, ...story.body.slice(index + 1)] };
}
