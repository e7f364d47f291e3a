export * from './edit.ts';
export * from './history.ts';
export * from './project.ts';
export * from './style.ts';
