export * from './paragraph.ts';
export * from './setting.ts';
