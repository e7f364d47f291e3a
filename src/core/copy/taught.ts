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

/**
 * Where exactly in its text a step is made, 1 and up; 0 where that says nothing. A short head after each single paragraph, unsigned,
 * is an item of a column; after several, in a signed story, a subhead.
 */
function sectionOf({ phase, open, closed, brief, by, subs, run }: State): number {
  if (phase !== 'body' || open) return 0;
  return 1 + (run === 2 ? 1 : 0) + (by ? 2 : 0) + (subs > 0 ? 4 : 0) + (brief ? 8 : 0) + (closed ? 16 : 0);
}
const SECTIONS = 33;
/** A line's first signs for a step are weighed beside its section too. */
export const OF_SECTION = 2;

/** The step by number within its section, or -1 where there is none. */
export const sectionStep = (from: State, role: Role, fresh: boolean): number => {
  const section = sectionOf(from);
  return section === 0 ? -1 : (section * ROLES.length + (at.get(role) as number)) * 2 + (fresh ? 1 : 0);
};
/** Where the weight of a sign for it is kept. */
export const sectionBox = (hash: number, n: number): number => boxOf(hash, ROLES.length + STEPS + n);

/** What the weights, of which there are `BOXES`, say of a page with such signs; each counts for so many nats. */
export function biasOf({ signs, stepSigns }: Signs, weights: ArrayLike<number>, step: number): Bias {
  const known = new Sums(STEPS, (i, n) => {
    let sum = 0;
    for (const hash of stepSigns[i] as readonly number[]) sum += weights[boxOf(hash, ROLES.length + n)] as number;
    return sum * step;
  });
  const inSection = new Sums(SECTIONS * ROLES.length * 2, (i, n) => {
    let sum = 0;
    for (const hash of (stepSigns[i] as readonly number[]).slice(0, OF_SECTION)) sum += weights[sectionBox(hash, n)] as number;
    return sum * step;
  });
  return {
    roles: (i) => ROLES.map((_, r) => step * sumOf(signs[i] as readonly Sign[], r, weights)),
    step: (i, from, { role, fresh }) => {
      const n = sectionStep(from, role, fresh);
      return known.at(i, stepNumber(from, role, fresh)) + (n < 0 ? 0 : inSection.at(i, n));
    },
  };
}

/** Sums that are asked for many times over, by piece and number. */
class Sums {
  private readonly kept: (Float32Array | undefined)[] = [];
  constructor(
    private readonly size: number,
    private readonly sum: (i: number, n: number) => number,
  ) {}

  at(i: number, n: number): number {
    this.kept[i] ??= new Float32Array(this.size).fill(Number.NaN);
    const kept = this.kept[i] as Float32Array;
    if (Number.isNaN(kept[n])) kept[n] = this.sum(i, n);
    return kept[n] as number;
  }
}

function sumOf(signs: readonly Sign[], role: number, weights: ArrayLike<number>): number {
  let sum = 0;
  for (const [hash, value] of signs) sum += (weights[boxOf(hash, role)] as number) * value;
  return sum;
}

let table: Int8Array | null = null;

/**
 * In nats: what is asked of a role beyond what was learnt. A headline lost among subheads is worse than a subhead too few, a paragraph
 * set aside worse than a slogan in a story, and two lines are one headline less often than learnt.
 */
const CAUTION: Readonly<Partial<Record<Role, { readonly han: number; readonly latin: number }>>> = {
  furniture: { han: 0, latin: 0.5 },
  headline2: { han: 0.4, latin: 0 },
  subhead: { han: 0.7, latin: 2 },
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
