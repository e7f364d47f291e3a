export * from './dump.ts';
export * from './empty-box.ts';
export * from './picture-place.ts';
export * from './scene.ts';
export * from './screen-colour.ts';
