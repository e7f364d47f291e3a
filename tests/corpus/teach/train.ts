/**
 * Teaches the reader what its own weights do not say: a structured perceptron with a margin (AdaGrad, averaged) over the pages of
 * the corpus that are worked on. The best reading of a page, its faults made tempting, is held against the best one without
 * faults; what only the latter has weighs more from then on. The same pages give the same weights.
 */
import { decode } from '../../../src/core/copy/decode.ts';
import { type StoryJson, storiesToJson } from '../../../src/core/copy/json.ts';
import { assigned, bestPath, knownOf, type Node, type Seen, seenOf } from '../../../src/core/copy/parse.ts';
import { type Looked, lookAt, told } from '../../../src/core/copy/read.ts';
import { type Signs, signsOf } from '../../../src/core/copy/signs.ts';
import { BOXES, type Bias, biasOf, boxOf, OF_SECTION, sectionBox, sectionStep, stepNumber } from '../../../src/core/copy/taught.ts';
import { ROLES, type Role } from '../../../src/core/copy/weights.ts';
import { type CorpusPage, pageOf } from '../../copy/corpus.ts';
import { score } from '../../copy/score.ts';
import { type Faults, faultsOf } from './gold.ts';
import { marksIn, marksOf } from './marks.ts';

/** A page made ready to learn from. */
export interface Lesson {
  readonly page: CorpusPage;
  readonly looked: Looked;
  readonly faults: Faults;
  readonly seen: Seen;
  readonly signs: Signs;
  /** The best reading without faults, or with the fewest; null where the reader's own is better. */
  gold: readonly Node[] | null;
}

export interface Course {
  readonly rounds: number;
  readonly rate: number;
  /** How much a fault tempts, in nats: what reads well must do so by so much. */
  readonly margin: number;
  /** Runs in other orders, whose mean is taken. */
  readonly runs: number;
}

/** A fault's price where the faultless reading is looked for, in nats. */
const PRICE = 16;
/** Faultless readings are far from the best one: so many times more are kept. */
const BREADTH = 3;
/** Readings that do not give their page such a score are not learnt from: the truth is beyond the grammar. */
const LEAST = 85;

/** Nothing was taught. */
export const none: Bias = { roles: () => new Float32Array(ROLES.length), step: () => 0 };

export const copyOf = ({ name, bytes }: CorpusPage): { id: string; name: string; encoding: string; text: string } => ({
  id: name,
  name: `${name}.txt`,
  ...decode(bytes),
});

/** Null where the page's raw copy does not follow its source: an encoding that has not all of its characters. */
export function lessonOf(name: string, source: string): Lesson | null {
  const page = pageOf(name, source);
  const copy = copyOf(page);
  const { chars, kinds } = marksOf(source);
  const marks = marksIn(copy.text, chars);
  if (!marks) return null;
  const looked = lookAt(copy);
  const { pieces, scale } = looked;
  const faults = faultsOf(pieces, marks, kinds);
  const lesson: Lesson = { page, looked, faults, seen: seenOf(pieces, scale), signs: signsOf(pieces, scale), gold: null };
  lesson.gold = goldOf(lesson);
  return lesson;
}

/** A page without marks that the reader's own weights read right: it is to be read so still. */
export function lessonAsRead(name: string, bytes: Uint8Array): Lesson {
  const copy = { id: name, name, ...decode(bytes) };
  const looked = lookAt(copy);
  const seen = seenOf(looked.pieces, looked.scale);
  const gold = bestPath(knownOf(seen, none));
  const truth = storiesToJson(told(copy, looked, assigned(knownOf(seen, none), gold)).stories);
  const page: CorpusPage = { name, half: 'A', encoding: 'utf-8', text: copy.text, bytes, truth };
  const faults: Faults = (i, role, fresh) => Number(gold[i]?.role !== role) + Number(gold[i]?.fresh !== fresh);
  return { page, looked, faults, seen, signs: signsOf(looked.pieces, looked.scale), gold };
}

function goldOf(lesson: Lesson): readonly Node[] | null {
  const plain = bestPath(knownOf(lesson.seen, none));
  const faultless = bestPath(knownOf(lesson.seen, priced(none, lesson.faults, -PRICE)), BREADTH);
  const [own, best] = [scoreOf(lesson, plain), scoreOf(lesson, faultless)];
  if (best >= own - 0.05 && best > LEAST) return faultless;
  return own > 99 ? plain : null;
}

const priced = (bias: Bias, faults: Faults, price: number): Bias => ({
  roles: (i) => bias.roles(i),
  step: (i, from, step) => bias.step(i, from, step) + price * faults(i, step.role, step.fresh),
});

/** The judge's score of the page, 0…100, read so; kinds are measured by themselves (kinds.ts). */
export function scoreOf({ page, looked, seen }: Lesson, path: readonly Node[]): number {
  const known = knownOf(seen, none);
  const alike = (stories: readonly StoryJson[]): StoryJson[] => stories.map((s) => ({ ...s, kind: 'article' }));
  return score(alike(page.truth), alike(storiesToJson(told(copyOf(page), looked, assigned(known, path)).stories))).overall;
}

/** The page read with the weights. */
export const readWith = ({ seen, signs }: Lesson, weights: ArrayLike<number>, step = 1): Node[] =>
  bestPath(knownOf(seen, biasOf(signs, weights, step)));

const roleAt = new Map(ROLES.map((r, i) => [r, i]));
const before = (node: Node): Node => node.back as Node;
const stepOf = (n: Node): number => stepNumber(before(n).state, n.role as Role, n.fresh);
const sectionStepOf = (n: Node): number => sectionStep(before(n).state, n.role as Role, n.fresh);

/** What the one reading has and the other has not, by box. */
function difference({ signs: { signs, stepSigns } }: Lesson, gold: readonly Node[], other: readonly Node[]): Map<number, number> {
  const sum = new Map<number, number>();
  const add = (box: number, value: number): void => void sum.set(box, (sum.get(box) ?? 0) + value);
  const put = (path: readonly Node[], i: number, sign: number): void => {
    const node = path[i] as Node;
    for (const [hash, value] of signs[i] ?? []) add(boxOf(hash, roleAt.get(node.role as Role) as number), sign * value);
    for (const hash of stepSigns[i] ?? []) add(boxOf(hash, ROLES.length + stepOf(node)), sign);
    const section = sectionStepOf(node);
    if (section >= 0) for (const hash of (stepSigns[i] ?? []).slice(0, OF_SECTION)) add(sectionBox(hash, section), sign);
  };
  for (const [i, node] of gold.entries()) {
    const rival = other[i] as Node;
    if (node.role === rival.role && stepOf(node) === stepOf(rival) && sectionStepOf(node) === sectionStepOf(rival)) continue;
    put(gold, i, 1);
    put(other, i, -1);
  }
  return sum;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const all = [...list];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}

function run(lessons: readonly Lesson[], { rounds, rate, margin }: Course, seed: number): Float64Array {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const weights = new Float64Array(BOXES);
  const squares = new Float64Array(BOXES).fill(1);
  const late = new Float64Array(BOXES);
  let seen = 0;
  let order = lessons.filter((l) => l.gold);
  for (let round = 0; round < rounds; round++) {
    order = shuffled(order, random);
    for (const lesson of order) {
      const bias = priced(biasOf(lesson.signs, weights, 1), lesson.faults, margin);
      const other = bestPath(knownOf(lesson.seen, bias));
      seen++;
      for (const [box, value] of difference(lesson, lesson.gold as readonly Node[], other)) {
        if (value === 0) continue;
        squares[box] = (squares[box] as number) + value * value;
        const change = (rate * value) / Math.sqrt(squares[box] as number);
        weights[box] = (weights[box] as number) + change;
        late[box] = (late[box] as number) + change * seen;
      }
    }
  }
  // The mean over all that was seen: later changes count for less of it.
  return weights.map((w, k) => w - (late[k] as number) / seen);
}

export function train(lessons: readonly Lesson[], course: Course): Float64Array {
  const sum = new Float64Array(BOXES);
  for (let k = 0; k < course.runs; k++) for (const [box, w] of run(lessons, course, 7 + 101 * k).entries()) (sum[box] as number) += w;
  return sum.map((w) => w / course.runs);
}
