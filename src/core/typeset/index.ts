export * from './headline.ts';
export { marksFrom } from './look.ts';
export * from './paragraph.ts';
export * from './setting.ts';
