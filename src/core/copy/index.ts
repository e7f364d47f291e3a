export * from './account.ts';
export * from './changes.ts';
export * from './copy.ts';
export * from './decode.ts';
export * from './error.ts';
export * from './json.ts';
export type { Hint } from './piece.ts';
export * from './read.ts';
