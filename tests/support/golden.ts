/** Golden files: what was right once, kept as text. `GOLDEN=write` writes them anew; look at the difference before committing it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

export function matchesGolden(name: string, text: string): void {
  const file = join(import.meta.dirname, '../golden', name);
  if (process.env.GOLDEN === 'write') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${name} has not been written; run once with GOLDEN=write and look at it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
