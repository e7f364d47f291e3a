export * from './edition.ts';
export * from './html.ts';
export * from './outline.ts';
export * from './page.ts';
