/** pdf.js describes its library and not its worker; only the worker's being there matters. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
