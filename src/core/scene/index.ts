export * from './empty-box.ts';
export * from './scene.ts';
export * from './screen-colour.ts';
