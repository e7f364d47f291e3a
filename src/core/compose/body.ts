/** The body of an article over its threaded frames. */
import type { Frame, StyleOverrides } from '../document/index.ts';
import type { Overset } from '../scene/index.ts';
import type { Block, Story } from '../story/index.ts';
import { BodyFlow, type Poured, type Slot } from './flow.ts';
import { type Leg, legsOf } from './legs.ts';
import { PartBuilder } from './pool.ts';
import { baselineIn, type Workshop } from './workshop.ts';

export interface BodyFrame {
  readonly frame: Frame;
  readonly legs: readonly Leg[];
}

/** What one frame of the body became. */
export interface SetBody {
  readonly frame: Frame;
  readonly out: PartBuilder;
  readonly slots: number;
  readonly used: number;
}

const bodyLegs = (shop: Workshop, frame: Frame): readonly Leg[] =>
  frame.shows.kind === 'body' ? legsOf(shop.grid, frame.at.columns, frame.shows.legs, frame.shows.share) : [];

/** Every leg of the thread as a slot between lines of the page. */
function slotsOf(frames: readonly BodyFrame[]): { slots: Slot[]; owner: number[]; leg: Leg[] } {
  const slots: Slot[] = [];
  const owner: number[] = [];
  const leg: Leg[] = [];
  frames.forEach(({ frame, legs }, i) => {
    for (const l of legs) {
      const top = Math.round(frame.at.line);
      slots.push({ widthPt: l.widthPt, top, bottom: top + Math.floor(frame.at.lines + 1e-6) });
      owner.push(i);
      leg.push(l);
    }
  });
  return { slots, owner, leg };
}

function drawRows(
  shop: Workshop,
  story: Story,
  blocks: readonly Block[],
  poured: Poured,
  owner: readonly number[],
  leg: readonly Leg[],
  outs: readonly PartBuilder[],
): void {
  const pitch = shop.grid.linePitchPt;
  const place = new Map(blocks.map((b, i) => [i, story.body.indexOf(b)]));
  for (const row of poured.rows) {
    const out = outs[owner[row.slot] as number] as PartBuilder;
    const block = blocks[row.block] as Block;
    const line = row.set.lines[row.index];
    if (!line) continue;
    const y = row.line * pitch + baselineIn(pitch, row.style.sizePt);
    const source = { story: story.id, place: { field: 'body', block: place.get(row.block) ?? row.block } as const, at: row.at };
    out.line(
      row.set,
      line,
      block.text.slice(row.at),
      (leg[row.slot] as Leg).x,
      y,
      { sizePt: row.style.sizePt, colour: row.style.colour },
      source,
    );
  }
}

/** Pour a body into its frames. The overset is null where everything found room. */
export function composeBody(
  shop: Workshop,
  story: Story,
  article: string,
  frames: readonly Frame[],
  overrides: StyleOverrides,
  blocks: readonly Block[] = story.body,
): { parts: SetBody[]; overset: Overset | null } {
  const bodies = frames.map((frame) => ({ frame, legs: bodyLegs(shop, frame) }));
  const { slots, owner, leg } = slotsOf(bodies);
  const poured = new BodyFlow(shop, story, blocks, overrides).pour(slots);
  const outs = bodies.map(() => new PartBuilder());
  drawRows(shop, story, blocks, poured, owner, leg, outs);
  const parts = bodies.map(({ frame, legs }, i) => ({
    frame,
    out: outs[i] as PartBuilder,
    slots: legs.length * Math.floor(frame.at.lines + 1e-6),
    used: poured.depths.reduce((n, d, s) => n + (owner[s] === i ? d : 0), 0),
  }));
  const last = frames.at(-1);
  const overset =
    poured.overLines > 0 && last
      ? { story: story.id, article, frame: last.id, characters: poured.overCharacters, lines: poured.overLines }
      : null;
  return { parts, overset };
}
