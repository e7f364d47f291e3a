/**
 * What pages with their truths taught, added to the reader's own weights: how far each sign of a line and of its surroundings
 * speaks for a role, and for a step from one role to the next. Measured (`scripts/page-weights.mjs`), not thought out.
 */
import type { Scale } from './features.ts';
import type { Phase, State, Step } from './grammar.ts';
import { STEP, WEIGHTS } from './lexicon/page-weights.ts';
import { weightsFrom } from './lexicon/written.ts';
import type { Piece } from './piece.ts';
import { type Sign, type Signs, signsOf } from './signs.ts';
import { ROLES, type Role } from './weights.ts';

/** Boxes that all weights share; where two fall into one, it weighs what they weigh together. */
export const BOXES = 1 << 17;

/** What is added to the log-odds, in nats, when a page is read. */
export interface Bias {
  /** To the evidence of a piece, in the order of `ROLES`. */
  roles(i: number): ArrayLike<number>;
  /** To the cost of a step. */
  step(i: number, from: State, step: Step): number;
}

/** Where the weight of a sign for a role, or for a step, is kept. */
export function boxOf(hash: number, what: number): number {
  let h = Math.imul(hash ^ Math.imul(what + 1, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) & (BOXES - 1);
}

const at = new Map(ROLES.map((role, i) => [role, i]));

const phases: readonly Phase[] = ['start', 'label', 'kicker', 'headline', 'headline2', 'deck', 'byline', 'note', 'subhead', 'body'];
const phaseAt = new Map(phases.map((phase, i) => [phase, i]));
/** In a body it matters whether its sentence is over, whether the item said that it is, and whether it stands among short ones. */
const PLACES = phases.length + 5;
const STEPS = PLACES * ROLES.length * 2;

function placeOf({ phase, open, closed, brief }: State): number {
  const place = phaseAt.get(phase) as number;
  return phase === 'body' ? place + (open ? 1 : closed ? 2 : 0) + (brief ? 3 : 0) : place;
}

/** A step by number: where it comes from, the role, whether an item begins. */
export const stepNumber = (from: State, role: Role, fresh: boolean): number =>
  (placeOf(from) * ROLES.length + (at.get(role) as number)) * 2 + (fresh ? 1 : 0);

/** What the weights, of which there are `BOXES`, say of a page with such signs; each counts for so many nats. */
export function biasOf({ signs, stepSigns }: Signs, weights: ArrayLike<number>, step: number): Bias {
  const known: (Float32Array | undefined)[] = [];
  return {
    roles: (i) => ROLES.map((_, r) => step * sumOf(signs[i] as readonly Sign[], r, weights)),
    step: (i, from, { role, fresh }) => {
      known[i] ??= new Float32Array(STEPS).fill(Number.NaN);
      const n = stepNumber(from, role, fresh);
      const kept = known[i] as Float32Array;
      if (Number.isNaN(kept[n])) {
        let sum = 0;
        for (const hash of stepSigns[i] as readonly number[]) sum += weights[boxOf(hash, ROLES.length + n)] as number;
        kept[n] = sum * step;
      }
      return kept[n] as number;
    },
  };
}

function sumOf(signs: readonly Sign[], role: number, weights: ArrayLike<number>): number {
  let sum = 0;
  for (const [hash, value] of signs) sum += (weights[boxOf(hash, role)] as number) * value;
  return sum;
}

let table: Int8Array | null = null;

/**
 * In nats: what is asked of a role beyond what was learnt. A headline lost among subheads is worse than a subhead too few, and
 * two lines are one headline less often than learnt.
 */
const CAUTION: Readonly<Partial<Record<Role, { readonly han: number; readonly latin: number }>>> = {
  headline2: { han: 0.4, latin: 0 },
  subhead: { han: 0, latin: 1 },
};

const cautions = { han: ROLES.map((r) => CAUTION[r]?.han ?? 0), latin: ROLES.map((r) => CAUTION[r]?.latin ?? 0) };

/** Less is made a line among others than was learnt. */
const cautious = (bias: Bias, pieces: readonly Piece[]): Bias => ({
  ...bias,
  roles: (i) => {
    const asked = pieces[i]?.latin ? cautions.latin : cautions.han;
    return Float64Array.from(bias.roles(i), (x, r) => x - (asked[r] as number));
  },
});

/** What the pages taught says of this one. */
export function taught(pieces: readonly Piece[], scale: Scale): Bias {
  table ??= weightsFrom(WEIGHTS);
  return cautious(biasOf(signsOf(pieces, scale), table, STEP), pieces);
}
