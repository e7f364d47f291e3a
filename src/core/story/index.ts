export * from './copy.ts';
export * from './story.ts';
