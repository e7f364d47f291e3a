export * from './headline.ts';
export { phrasePlaces } from './headline-places.ts';
export { marksFrom } from './look.ts';
export { hangOf } from './optical.ts';
export * from './paragraph.ts';
export * from './setting.ts';
