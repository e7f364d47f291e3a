export * from './condition.ts';
export * from './digital/index.ts';
export * from './errors.ts';
export * from './options.ts';
export { type Deflate, deflated } from './pdf/deflate.ts';
export * from './png.ts';
export * from './press.ts';
export * from './sentences.ts';
export * from './svg.ts';
