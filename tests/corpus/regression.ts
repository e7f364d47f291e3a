/** Multinomial logistic regression over hashed signs: AdaGrad with a little decay. The same examples give the same weights. */

/** What is to be told apart: which class it is, what speaks for each class beforehand, and its boxes with how much of each. */
export interface Told {
  readonly is: number;
  readonly before: readonly number[];
  readonly boxes: ReadonlyMap<number, number>;
}

export interface Regression {
  readonly boxes: number;
  readonly rounds: number;
  readonly decay: number;
  readonly rate: number;
}

/** The share of each class, 0…1; there are as many weights to a box as classes. */
export function sharesOf(weights: ArrayLike<number>, { before, boxes }: Pick<Told, 'before' | 'boxes'>): number[] {
  const n = before.length;
  const sums = [...before];
  for (const [box, value] of boxes)
    for (let k = 0; k < n; k++) sums[k] = (sums[k] as number) + (weights[box * n + k] as number) * value;
  const most = Math.max(...sums);
  const powers = sums.map((x) => Math.exp(x - most));
  const all = powers.reduce((a, b) => a + b, 0);
  return powers.map((x) => x / all);
}

export function regress(examples: readonly Told[], classes: number, { boxes, rounds, decay, rate }: Regression): Float32Array {
  const weights = new Float32Array(boxes * classes);
  const squares = new Float32Array(boxes * classes).fill(0.5);
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const order = [...examples];
  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] as Told, order[i] as Told];
    }
    for (const e of order) {
      const shares = sharesOf(weights, e);
      for (const [box, value] of e.boxes)
        for (let k = 0; k < classes; k++) {
          const at = box * classes + k;
          const slope = ((shares[k] as number) - (k === e.is ? 1 : 0)) * value + decay * (weights[at] as number);
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (rate * slope) / Math.sqrt(squares[at] as number);
        }
    }
  }
  return weights;
}
