/** The composing worker, there from the window's first moment: fonts and HarfBuzz take longer than anything else before the first page. */
export const composing = new Worker(new URL('./composer.worker.ts', import.meta.url), { type: 'module' });
