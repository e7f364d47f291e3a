/** `banxin check`: what is wrong with a saved project's pages. */
import { passedIn } from '../../core/check/index.ts';
import { checkProject } from '../../jobs/checkProject.ts';
import { openProject } from '../../jobs/openProject.ts';
import type { Status, World } from '../world.ts';

export interface CheckFlags {
  readonly json?: boolean;
}

export async function checkCommand(path: string, flags: CheckFlags, world: World): Promise<Status> {
  const { signal, onProgress, say } = world;
  const { project, pictures } = await openProject(path, { signal, onProgress, toCheck: true });
  const pictureBytes = async (sha256: string): Promise<Uint8Array> => {
    const bytes = pictures.get(sha256);
    if (!bytes) throw new Error(sha256);
    return bytes;
  };
  const findings = await checkProject(project, { signal, onProgress, language: world.language, pictureBytes });
  const count = (severity: string): number => findings.filter((f) => f.severity === severity).length;
  if (flags.json) world.print(JSON.stringify(findings, null, 1));
  else {
    for (const f of findings) {
      const page = project.pages.find((p) => p.id === f.page);
      world.print([page ? say('page', { page: page.number }) : '', say(f.severity), f.rule, f.message].filter(Boolean).join('  '));
    }
    world.print(
      findings.length === 0
        ? say('no-findings')
        : say('count-findings', { errors: count('error'), warnings: count('warning'), notes: count('note') }),
    );
    const passed = passedIn(project.checks).length;
    if (passed > 0) world.print(say('let-pass', { count: passed }));
  }
  return count('error') > 0 ? 1 : 0;
}
