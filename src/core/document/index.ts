export * from './edit.ts';
export * from './history.ts';
export * from './new.ts';
export * from './palette.ts';
export * from './placed-picture.ts';
export * from './preset.ts';
export * from './project.ts';
export * from './style.ts';
