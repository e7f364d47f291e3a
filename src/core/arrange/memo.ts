/**
 * What has been measured once is not measured again: heads and depths by story, for as long as the same measurer is used.
 * A story that was edited is another object and is measured anew.
 */
import type { StyleOverrides } from '../document/index.ts';
import type { Story } from '../story/index.ts';
import type { Manner } from './manner.ts';
import type { Measurer } from './measurer.ts';
import type { Rung } from './rung.ts';

/** One head block as the composer set it. */
export interface Measured {
  readonly lines: number;
  readonly overrides: StyleOverrides;
  /** How much of the measure each line of the headline takes; empty where it has none or stands upright. */
  readonly fills: readonly number[];
  readonly ok: boolean;
}

export interface Memo {
  readonly depths: Map<string, number>;
  readonly heads: Map<string, readonly Rung[]>;
  /** Head blocks by size, measure and form. */
  readonly sizes: Map<string, Measured>;
}

export type Memos = WeakMap<Story, Memo>;

const known = new WeakMap<Measurer, WeakMap<Manner, Memos>>();

function entry<K extends object, V>(map: WeakMap<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

/** The memos of a measurer and a manner. */
export const memosOf = (measurer: Measurer, manner: Manner): Memos =>
  entry(
    entry(known, measurer, () => new WeakMap<Manner, Memos>()),
    manner,
    () => new WeakMap<Story, Memo>(),
  );

/** What is known of one story. */
export const memoOf = (memos: Memos, story: Story): Memo =>
  entry(memos, story, () => ({ depths: new Map(), heads: new Map(), sizes: new Map() }));
