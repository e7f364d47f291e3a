/**
 * Measures what an item's label, head, by-line, text and neighbours say of its kind (src/core/copy/kinds.ts): multinomial logistic
 * regression over the items of pages read without faults. The same pages give the same weights.
 */
import { itemsOf } from '../../../src/core/copy/items.ts';
import { storiesToJson } from '../../../src/core/copy/json.ts';
import { KIND_BOXES, KINDS, type KindSigns, kindSigns, kindSums } from '../../../src/core/copy/kinds.ts';
import { assigned, knownOf } from '../../../src/core/copy/parse.ts';
import { opinionOf, told } from '../../../src/core/copy/read.ts';
import { norm } from '../../copy/score.ts';
import { copyOf, type Lesson, none } from './train.ts';

export { lessonOf } from './train.ts';

export interface KindExample {
  readonly kind: number;
  readonly signs: KindSigns;
}

const first = (s: { readonly body: readonly { readonly text: string }[] }): string => norm(s.body[0]?.text ?? '').slice(0, 16);

/** The items of a page read without faults, with the kinds its truth gives them. */
export function kindExamples({ page, looked, seen, gold }: Lesson): KindExample[] {
  if (!gold) return [];
  const roles = assigned(knownOf(seen, none), gold);
  const items = itemsOf(roles);
  const stories = storiesToJson(told(copyOf(page), looked, roles).stories);
  const opinion = opinionOf(items, looked.pieces);
  return stories.flatMap((story, i) => {
    const truth = page.truth.find((t) =>
      t.headline ? norm(t.headline) === norm(story.headline ?? '') : !story.headline && first(t) === first(story),
    );
    return truth ? [{ kind: KINDS.indexOf(truth.kind as (typeof KINDS)[number]), signs: kindSigns(items.items, i, opinion) }] : [];
  });
}

/** AdaGrad with a little decay. */
export function trainKinds(examples: readonly KindExample[], rounds = 8, decay = 2e-3, rate = 0.1): Float32Array {
  const n = KINDS.length;
  const weights = new Float32Array(KIND_BOXES * n);
  const squares = new Float32Array(KIND_BOXES * n).fill(0.5);
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as KindExample, order[i] as KindExample];
    }
    for (const { kind, signs } of order) {
      const sums = kindSums(signs, weights);
      const most = Math.max(...sums);
      const powers = sums.map((x) => Math.exp(x - most));
      const all = powers.reduce((a, b) => a + b, 0);
      for (const [box, value] of signs)
        for (let k = 0; k < n; k++) {
          const at = box * n + k;
          const slope = ((powers[k] as number) / all - (k === kind ? 1 : 0)) * value + decay * (weights[at] as number);
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number);
        }
    }
  }
  return weights;
}
