/** The arranging worker: searches for pages beside the composing worker, so that typing never waits for a search. */
import { type Arrangement, issueSteps, type Manner, mannerSchema, placeEdit, proposeSteps } from '../../core/arrange/index.ts';
import { ComposeMemory, composePage, createMeasurer } from '../../core/compose/index.ts';
import { apply, findPage, type Page, type Project } from '../../core/document/index.ts';
import { resourceAddress } from '../../ipc/address.ts';
import { FetchedFaces, facesOf } from './faces.ts';
import { OutlinesSent } from './news.ts';
import type { ArrangeOrder, FromArranger, IssueOrder, MannerName, Proposal, ToArranger } from './proposals.ts';

const faces = new FetchedFaces();
const outlines = new OutlinesSent();
let turn = 0;

const post = (message: FromArranger): void => self.postMessage(message);

/** A task for later, so that another order is heard between the steps of a search. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function mannerOf(name: MannerName): Promise<Manner> {
  const answer = await fetch(resourceAddress(`manners/${name}.json`));
  return mannerSchema.parse(await answer.json());
}

/** The most terms that are told of one page. */
const TERMS = 8;

function proposalOf(project: Project, page: Page, a: Arrangement, id: string, memory: ComposeMemory): Proposal | null {
  const edit = placeEdit(project, page, a);
  const after = apply(project, edit);
  const made = after.ok ? findPage(after.project, page.id) : null;
  if (!after.ok || !made) return null;
  const { shortfall } = a;
  return {
    id,
    edit,
    scene: composePage(after.project, made, faces, memory),
    score: a.score.total,
    terms: [...a.score.terms].sort((x, y) => y.cost - x.cost).slice(0, TERMS),
    over: shortfall?.kind === 'over' ? { characters: shortfall.characters, lines: shortfall.lines } : null,
    short: shortfall?.kind === 'short' ? { lines: shortfall.lines } : null,
    mends: shortfall?.mends ?? [],
  };
}

async function arrange(own: number, order: ArrangeOrder): Promise<void> {
  const { project } = order;
  const page = findPage(project, order.page);
  if (!page) throw new Error('The page is no longer there.');
  await faces.load(facesOf(project));
  const manner = await mannerOf(order.manner);
  const measurer = createMeasurer(project, page, faces);
  const memory = new ComposeMemory();
  const sent = new Set<string>();
  for (const step of proposeSteps(project, page, order.stories, measurer, order.count, { manner, seed: order.seed })) {
    const best = step.best.map((a) => ({ a, id: JSON.stringify(a.frames.map((f) => [f.id, f.shows, f.at])) }));
    const fresh = best.flatMap(({ a, id }) => (sent.has(id) ? [] : (proposalOf(project, page, a, id, memory) ?? [])));
    for (const p of fresh) sent.add(p.id);
    if (own !== turn) return;
    const fonts = fresh.flatMap((p) => outlines.news(p.scene, faces));
    post({ kind: 'found', turn: own, best: best.map((b) => b.id), fresh, fonts, done: step.done });
    await pause();
    if (own !== turn) return;
  }
}

async function arrangeIssue(own: number, { project, stories, manner }: IssueOrder): Promise<void> {
  await faces.load(facesOf(project));
  const pages = project.pages.map((p) => p.id);
  const steps = issueSteps(project, pages, stories, (page) => createMeasurer(project, page, faces), { manner: await mannerOf(manner) });
  for (let done = 1; ; done++) {
    const step = steps.next();
    if (own !== turn) return;
    if (step.done) {
      post({ kind: 'issue', turn: own, edit: step.value.edit, left: step.value.left });
      return;
    }
    post({ kind: 'page', turn: own, done: Math.min(done, pages.length), of: pages.length });
    await pause();
  }
}

export function hear(data: ToArranger): void {
  turn = data.turn;
  const work = data.kind === 'issue' ? arrangeIssue(data.turn, data.order) : arrange(data.turn, data.order);
  work.catch((e: unknown) => post({ kind: 'failed', turn: data.turn, why: e instanceof Error ? e.message : String(e) }));
}
