/**
 * Measures what an item's label, head, by-line, text and neighbours say of its kind (src/core/copy/kinds.ts): multinomial logistic
 * regression over the items of pages read without faults. The same pages give the same weights.
 */
import { itemsOf } from '../../../src/core/copy/items.ts';
import { storiesToJson } from '../../../src/core/copy/json.ts';
import { KIND_BOXES, KINDS, type KindSigns, kindSigns } from '../../../src/core/copy/kinds.ts';
import { assigned, knownOf } from '../../../src/core/copy/parse.ts';
import { opinionOf, told } from '../../../src/core/copy/read.ts';
import { norm } from '../../copy/score.ts';
import { regress } from '../regression.ts';
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

export const trainKinds = (examples: readonly KindExample[]): Float32Array =>
  regress(
    examples.map(({ kind, signs }) => ({ is: kind, before: KINDS.map(() => 0), boxes: signs })),
    KINDS.length,
    { boxes: KIND_BOXES, rounds: 8, decay: 2e-3, rate: 0.1 },
  );
