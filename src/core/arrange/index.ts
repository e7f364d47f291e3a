export * from './arrange.ts';
export * from './fit.ts';
export * from './issue.ts';
export * from './manner.ts';
export * from './measurer.ts';
export type { Score, Term } from './score.ts';
export type { Mend } from './shortfall.ts';
export { holes, unfilledShare } from './unfilled.ts';
