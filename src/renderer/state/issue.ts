/** 整份组版: what stands nowhere, arranged over the whole issue in a worker of its own; one undo, and it can be stopped. */
import type { Project } from '../../core/document/index.ts';
import { type Begun, begin } from '../worker/begin.ts';
import type { FromArranger, MannerName, ToArranger } from '../worker/proposals.ts';
import { commit } from './change.ts';
import { desk, setDesk } from './desk.ts';
import { tell, tellText } from './notices.ts';

let worker: Begun<ToArranger> | null = null;
/** The pages as they were when the search began: what is found is for these. */
let begun: Project['pages'] | null = null;

function end(): void {
  worker?.end();
  worker = null;
  setDesk({ arranging: null });
}

function hear(data: FromArranger): void {
  if (!worker) return;
  if (data.kind === 'page') setDesk({ arranging: { done: data.done, of: data.of } });
  else if (data.kind === 'issue') {
    const same = desk().project?.pages === begun;
    end();
    if (!same) tell('info', 'notice.issueChanged');
    else if (commit('issue.arrange', data.edit, []))
      tell('done', data.left.length > 0 ? 'notice.issueLeft' : 'notice.issueArranged', { left: data.left.length });
  } else if (data.kind === 'failed') {
    end();
    tellText('error', data.why);
  }
}

/** Arrange these stories over the issue. While it runs, asking again stops it and nothing has changed. */
export function arrangeIssue(stories: readonly string[], manner: MannerName): void {
  const { project } = desk();
  if (worker || !project) {
    end();
    return;
  }
  worker = begin<ToArranger, FromArranger>(
    new Worker(new URL('../worker/arranger.worker.ts', import.meta.url), { type: 'module' }),
    hear,
    (why) => {
      end();
      tellText('error', why);
    },
  );
  begun = project.pages;
  setDesk({ arranging: { done: 0, of: project.pages.length } });
  worker.send({ kind: 'issue', turn: 1, order: { project, stories, manner } });
}
