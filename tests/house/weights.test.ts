/** The measured weights are those of the heads and pages beside them: heads' and kinds' are measured anew, of the pages' that nothing they are measured from has changed. */
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
