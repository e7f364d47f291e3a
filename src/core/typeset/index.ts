export * from './headline.ts';
export * from './paragraph.ts';
export * from './setting.ts';
