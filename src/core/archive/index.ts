export * from './canonical.ts';
export * from './file.ts';
export * from './migrate.ts';
export * from './migrations/steps.ts';
export * from './problem.ts';
export { type Entry as ZipEntry, isWhole, readDirectory, readEntry } from './zip.ts';
