/** The measured weights are those that the heads and pages give which lie beside them: all are measured anew. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const MINUTES = 12 * 60_000;

for (const script of ['head-weights', 'page-weights', 'kind-weights'])
  it(
    `${script} are up to date`,
    () => {
      const { status, stderr } = spawnSync(process.execPath, [join(root, `scripts/${script}.mjs`), '--check'], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
    MINUTES,
  );
