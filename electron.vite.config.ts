/**
 * Main and preload are CommonJS for the oldest runtime Banxin starts on (Chromium 114, Node 18); the window is ESM with
 * module workers. Everything is bundled but what cannot be: sharp carries native code.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' } as const;

export default defineConfig({
  main: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/main/index.ts' },
        external: ['sharp'],
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      target: 'node18',
      externalizeDeps: false,
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: commonJs },
    },
  },
  renderer: {
    root: 'src/renderer',
    publicDir: false,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'chrome114',
      modulePreload: { polyfill: false },
      // A typeface or a WebAssembly file inside a script would be parsed with it and refused by the content policy.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: { input: { index: 'src/renderer/index.html' } },
    },
  },
});
