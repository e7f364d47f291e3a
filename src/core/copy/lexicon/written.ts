/** Measured weights as their files hold them, a character each (`scripts/weights.mjs` writes them). */

/** `P` is 0; the two characters that a string between single quotes cannot hold stand as others. */
export const weightsFrom = (written: string): Int8Array =>
  Int8Array.from(written, (c) => (c === '!' ? -41 : c === '~' ? 12 : c.charCodeAt(0) - 80));
