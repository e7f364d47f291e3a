declare module 'hyphen/en-us/index.js' {
  /** Put soft hyphens (U+00AD) where a word may be divided. */
  export function hyphenateSync(text: string, options?: { minWordLength?: number }): string;
}
