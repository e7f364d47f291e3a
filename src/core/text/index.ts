export * from './classes.ts';
export * from './headline-words.ts';
export * from './prohibition.ts';
export * from './spacing.ts';
export * from './vertical.ts';
