/**
 * A whole issue from a plan: a JSON file that names the paper, and for each page its section, its editors, its copy and its
 * pictures. Each page is made by itself and takes the stories of its own copy.
 */
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { ProjectFile } from '../core/archive/index.ts';
import type { Page, Project } from '../core/document/index.ts';
import { languages, type Passage, type Story } from '../core/story/index.ts';
import { readBytes } from '../node/read.ts';
import type { JobOptions } from './job.ts';
import { makePage } from './makePage.ts';
import { Refused } from './refused.ts';

/** Paths are relative to the plan's own folder. */
const planSchema = z.strictObject({
  paper: z.strictObject({
    name: z.string(),
    language: z.enum(languages),
    date: z.iso.date().nullable(),
    issue: z.string().optional(),
    cn: z.string().optional(),
  }),
  seed: z.int().nonnegative(),
  preset: z.string().min(1),
  pages: z
    .array(
      z.strictObject({
        number: z.int().positive(),
        section: z.string(),
        editors: z.string(),
        copy: z.string().min(1),
        pictures: z.string().min(1).optional(),
        /** A template of the preset. */
        template: z.string().min(1).optional(),
      }),
    )
    .min(1),
});
export type IssuePlan = z.infer<typeof planSchema>;

function readPlan(path: string, text: string): IssuePlan {
  try {
    return planSchema.parse(JSON.parse(text));
  } catch (error) {
    const why = (error as Error).message.split('\n')[0] as string;
    throw new Refused('copy-unreadable', { path, why, whyInChinese: why }, error);
  }
}

/** Ids count from one on each page; in the issue they begin with their page's. */
function renamed(project: Project, prefix: string): Project {
  const id = (old: string): string => `${prefix}-${old}`;
  const passage = <P extends Passage>(p: P): P => (p.origin ? { ...p, origin: { ...p.origin, copy: id(p.origin.copy) } } : p);
  const field = (p: Passage | null): Passage | null => p && passage(p);
  const story = (s: Story): Story => ({
    ...s,
    id: id(s.id),
    label: field(s.label),
    kicker: field(s.kicker),
    headline: field(s.headline),
    deck: field(s.deck),
    byline: field(s.byline),
    credit: field(s.credit),
    body: s.body.map(passage),
    pictures: s.pictures.map((p) => ({ ...p, caption: field(p.caption), credit: field(p.credit) })),
  });
  const placed = (old: string): string => id(old.replace(/^p\d+-/u, ''));
  const page = (p: Page): Page => ({
    ...p,
    id: prefix,
    articles: p.articles.map((a) => ({ ...a, id: placed(a.id), story: id(a.story) })),
    frames: p.frames.map((f) => ({ ...f, id: placed(f.id), article: f.article && placed(f.article) })),
  });
  return {
    ...project,
    copies: Object.fromEntries(Object.values(project.copies).map((c) => [id(c.id), { ...c, id: id(c.id) }])),
    stories: Object.fromEntries(Object.values(project.stories).map((s) => [id(s.id), story(s)])),
    storyOrder: project.storyOrder.map(id),
    pages: project.pages.map(page),
  };
}

/** Throws what `makePage` throws; Refused `copy-unreadable` for a plan that is not one. */
export async function makeIssue(path: string, options: JobOptions = {}): Promise<ProjectFile> {
  const plan = readPlan(path, new TextDecoder().decode(await readBytes(path)));
  const folder = dirname(path);
  const pictures = new Map<string, Uint8Array>();
  let issue: Project | null = null;
  for (const planned of plan.pages) {
    const made = await makePage(
      {
        copy: [{ kind: 'file', path: join(folder, planned.copy) }],
        preset: plan.preset,
        seed: plan.seed,
        template: planned.template,
        ...(planned.pictures === undefined ? {} : { photos: join(folder, planned.pictures) }),
      },
      options,
    );
    for (const [hash, bytes] of made.pictures) pictures.set(hash, bytes);
    const best = made.proposals[0]?.project as Project;
    const { number, section, editors } = planned;
    const one = renamed({ ...best, pages: best.pages.map((p) => ({ ...p, number, section, editors })) }, `p${number}`);
    issue = issue ? joined(issue, one) : { ...one, paper: plan.paper };
  }
  return { project: issue as Project, pictures };
}

const joined = (a: Project, b: Project): Project => ({
  ...a,
  copies: { ...a.copies, ...b.copies },
  stories: { ...a.stories, ...b.stories },
  storyOrder: [...a.storyOrder, ...b.storyOrder],
  pictures: { ...a.pictures, ...b.pictures },
  pages: [...a.pages, ...b.pages],
});
