declare module 'hyphen/en-us/index.js' {
  const english: {
    /** Put soft hyphens (U+00AD) where a word may be divided. */
    hyphenateSync(text: string, options?: { minWordLength?: number }): string;
  };
  export default english;
}
