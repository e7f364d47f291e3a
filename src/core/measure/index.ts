export * from './grid.ts';
export * from './lengths.ts';
export * from './rect.ts';
