export * from './face.ts';
export * from './id.ts';
export * from './licence.ts';
export * from './resources.ts';
