/**
 * A page that a hand has taken hold of: what may be asked of it next is measured, answered and composed before it is asked,
 * while nobody waits, so that the hand finds its page made.
 */
import { type Reclosed, Recloser, type Wall } from '../../core/arrange/index.ts';
import type { Measurer } from '../../core/compose/index.ts';
import { apply, type Page, type Project } from '../../core/document/index.ts';
import type { Change } from './messages.ts';

/** Steps of a wall that are made ahead of the hand, on each side of where it is. */
const AHEAD = 3;

/** The nearest first. */
const BOTH_WAYS = Array.from({ length: AHEAD }, (_, i) => [i + 1, -i - 1]).flat();

/** Nothing is made ahead until nothing has been heard for so long: what was asked is on its way to the screen. */
const QUIET_MS = 12;

/** Who hears of what was made ahead. */
export interface Ahead {
  /** The page as it may soon be: compose it and remember it. */
  compose(soon: Project): void;
  /** What a change would be answered. */
  tell(change: Change, reclosed: Reclosed): void;
}

export class Hold {
  readonly #project: Project;
  readonly #recloser: Recloser;
  readonly #ahead: Ahead;
  readonly #measuring: Generator<void>;
  /** By what was asked. */
  readonly #answers = new Map<string, Reclosed>();
  readonly #told = new Set<string>();
  /** What the hand is about to do; of a wall, where it is: its steps from where it stood. */
  #likely: Change | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(project: Project, page: Page, measurer: Measurer, likely: Change | null, ahead: Ahead) {
    this.#project = project;
    this.#recloser = new Recloser(project, page, measurer);
    this.#ahead = ahead;
    this.#measuring = this.#recloser.prepare();
    this.#likely = likely;
    this.rest(0);
  }

  get walls(): readonly Wall[] {
    return this.#recloser.walls;
  }

  /** Nothing more is made ahead. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Something was heard: what is made ahead waits for quiet. */
  rest(milliseconds = QUIET_MS): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#work()) this.rest(0);
    }, milliseconds);
  }

  /** The project was changed. A wall's own steps do so, and it is held on; for anything else the page is no longer as it was held. */
  changed(): void {
    if (this.#likely?.kind === 'wall') this.rest();
    else this.end();
  }

  /** The hand has done this, by an answer that it had. */
  reached(change: Change): void {
    if (change.kind === 'wall') this.#likely = change;
  }

  /** What is asked twice is answered alike. */
  reclose(change: Change): Reclosed {
    this.reached(change);
    return this.#answer(change);
  }

  #answer(change: Change): Reclosed {
    const key = JSON.stringify(change);
    const answer = this.#answers.get(key) ?? this.#closed(change);
    this.#answers.set(key, answer);
    return answer;
  }

  #closed(change: Change): Reclosed {
    switch (change.kind) {
      case 'wall':
        return this.#recloser.wall(change.id, change.by);
      case 'swap':
        return this.#recloser.swap(change.one, change.other);
      case 'promote':
        return this.#recloser.promote(change.article);
      case 'pull':
        return this.#recloser.pull(change.article);
      case 'add':
        return this.#recloser.add(change.story);
      default:
        return change satisfies never;
    }
  }

  /** One small piece of what may be asked next; false where all of it is made. */
  #work(): boolean {
    return this.#makeAhead() || !this.#measuring.next().done;
  }

  /** What the hand may ask for next, the likeliest first. */
  #next(): readonly Change[] {
    const likely = this.#likely;
    if (likely?.kind !== 'wall') return likely ? [likely] : [];
    return BOTH_WAYS.map((way) => ({ ...likely, by: likely.by + way })).filter(({ by }) => by !== 0);
  }

  #makeAhead(): boolean {
    for (const change of this.#next()) {
      const key = JSON.stringify(change);
      if (this.#told.has(key)) continue;
      const known = this.#answers.get(key);
      if (known) this.#told.add(key);
      if (known) this.#show(change, known);
      else this.#answer(change);
      return true;
    }
    return false;
  }

  #show(change: Change, reclosed: Reclosed): void {
    const soon = reclosed.ok ? apply(this.#project, reclosed.edit) : null;
    if (soon?.ok) this.#ahead.compose(soon.project);
    this.#ahead.tell(change, reclosed);
  }
}
