/** What arrangement asks of the composer: how many lines a part of a story takes at a measure. */
export type { Measurer } from '../compose/index.ts';

export type HeadForm = 'over' | 'beside' | 'vertical';
