/**
 * What the words of two display lines, one over the other, say of the two together, beside what they look like. Measured on
 * heads written for it, not thought out: `scripts/head-weights.mjs` says how.
 */
import { COUPLES, type Couple, type Evidence, looksLike } from './couples.ts';
import type { Lead } from './echo.ts';
import { features, type Scale } from './features.ts';
import { LOOKS, STEP, WEIGHTS } from './lexicon/head-weights.ts';
import { weightsFrom } from './lexicon/written.ts';
import type { Piece } from './piece.ts';
import { soundOf } from './wording.ts';

/** What is added to each couple's log-odds. */
export type Heard = Readonly<Record<Couple, number>>;

/** Nothing is heard. */
export const SILENCE: Heard = {
  'kicker-headline': 0,
  'headline-deck': 0,
  'headline-headline2': 0,
  'label-headline': 0,
  'label-kicker': 0,
};

let weights: Int8Array | null = null;

const N = COUPLES.length;

/** Wider than this, in ems, no label is. */
const LABEL = 9;

/**
 * The most that words may say for or against a couple, in nats before `LOOKS`: what gives itself away to the eye stands.
 * English heads give less away.
 */
const MOST = { han: 1.5, latin: 2 } as const;

/** What the words say, about their mean. */
function saidOf(a: Piece, b: Piece, scale: Scale, lead: Lead | null): number[] {
  weights ??= weightsFrom(WEIGHTS);
  const w = weights;
  const sums = new Array<number>(N).fill(0);
  for (const [box, value] of soundOf(a, b, scale, lead))
    for (let k = 0; k < N; k++) sums[k] = (sums[k] as number) + (w[box * N + k] as number) * STEP * value;
  const mean = sums.reduce((x, y) => x + y) / N;
  const most = a.latin ? MOST.latin : MOST.han;
  return sums.map((x) => Math.max(-most, Math.min(most, x - mean)));
}

/**
 * The best couple keeps the log-odds that the best-looking one had, so that a head as a whole is neither likelier nor less
 * likely than before: it is only told otherwise what its lines are. Both lines are of one script.
 */
export function hear(a: Piece, b: Piece, ea: Evidence, eb: Evidence, scale: Scale, lead: Lead | null): Heard {
  const says = saidOf(a, b, scale, lead);
  const looks = looksLike(a, b, ea, eb).map((x) => x * LOOKS);
  const shift = Math.max(...looks) - Math.max(...looks.map((x, k) => x + (says[k] as number)));
  const heard = (k: number): number => ((says[k] as number) + shift) / LOOKS;
  // Nothing makes a long line a label.
  const label = (k: number): number => (a.width > LABEL && !a.latin ? Math.min(0, heard(k)) : heard(k));
  // 抢晴好 抓进度 保质量: three phrases over a line are its kicker, whatever they say.
  const three = features.phrases(a) > features.phrases(b);
  return {
    'kicker-headline': three ? Math.max(0, heard(0)) : heard(0),
    'headline-deck': three ? Math.min(0, heard(1)) : heard(1),
    // The lines of a headline are about as long as each other, or the second is longer.
    'headline-headline2': !a.latin && a.width - b.width >= 3 ? Math.min(0, heard(2)) : heard(2),
    'label-headline': label(3),
    'label-kicker': label(4),
  };
}
