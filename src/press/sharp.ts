/** sharp, loaded with the first picture: a page of text alone is printed without it, and sooner. */
import { createRequire } from 'node:module';
import type Sharp from 'sharp';

let loaded: typeof Sharp | null = null;

export const sharp: (...input: Parameters<typeof Sharp>) => Sharp.Sharp = (...input) => {
  loaded ??= createRequire(import.meta.url)('sharp') as typeof Sharp;
  return loaded(...input);
};
