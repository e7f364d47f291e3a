/** From raw copy and pictures to finished proposals of a page, or of several. */
import type { Manner } from '../core/arrange/index.ts';
import { ComposeMemory } from '../core/compose/index.ts';
import { named } from '../core/copy/index.ts';
import { newPage, newProject, type Preset, type Project, withPlacedPicture } from '../core/document/index.ts';
import type { Story } from '../core/story/index.ts';
import { findManner, mannerIds } from '../node/manners.ts';
import { findPreset, presetIds } from '../node/presets.ts';
import { type JobOptions, Stopwatch } from './job.ts';
import { matchPhotos } from './photos.ts';
import { arrangeIssues, arrangeOne, type Proposal, propose } from './propose.ts';
import { type CopySource, type Desk, type ReadCopyOptions, readCopy } from './readCopy.ts';
import { type Photos, readPhotos } from './readPhotos.ts';
import { Refused } from './refused.ts';

export interface PageOrder {
  readonly copy: readonly CopySource[];
  readonly encoding?: string | undefined;
  /** A folder of pictures. */
  readonly photos?: string | undefined;
  /** Id or title; by default the first of the copy's language. */
  readonly preset?: string | undefined;
  /** Id or name of a house manner; the party paper's unless told. */
  readonly manner?: string | undefined;
  /** Over how many pages the copy is shared out; 1 unless told. */
  readonly pages?: number | undefined;
  /** How many proposals are wanted; there may be fewer that differ. */
  readonly alternatives?: number | undefined;
  readonly seed?: number | undefined;
  /** The paper's name, and the date of the issue as YYYY-MM-DD. */
  readonly paper?: string | undefined;
  readonly date?: string | undefined;
  /** What the folio of every page says of itself: its section (要闻), and who made it. */
  readonly section?: string | undefined;
  readonly editors?: string | undefined;
  /** The number of the first page; 1 unless told. */
  readonly number?: number | undefined;
  /** A template of the preset for the first page. */
  readonly template?: string | undefined;
}

export interface MadePage {
  /** Best first; at least one. */
  readonly proposals: readonly Proposal[];
  /** By SHA-256. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Names of pictures that no story asked for. */
  readonly unused: readonly string[];
  readonly milliseconds: { readonly read: number; readonly arrange: number; readonly compose: number };
}

const DEFAULT_PRESETS = { 'zh-Hans': 'broadsheet-8', 'zh-Hant': 'broadsheet-8', en: 'us-broadsheet-6' } as const;

/** The language that most of the stories are in. */
function languageOf(stories: readonly Story[]): Story['language'] {
  const count = (l: Story['language']): number => stories.filter((s) => s.language === l).length;
  return (['zh-Hans', 'zh-Hant', 'en'] as const).reduce((a, b) => (count(b) > count(a) ? b : a));
}

async function choosePreset(name: string | undefined, stories: readonly Story[]): Promise<Preset> {
  const wanted = name ?? DEFAULT_PRESETS[languageOf(stories)];
  const preset = await findPreset(wanted);
  if (!preset) throw new Refused('unknown-preset', { name: wanted, list: (await presetIds()).join(', ') });
  return preset;
}

async function chooseManner(name: string): Promise<Manner> {
  const manner = await findManner(name);
  if (!manner) throw new Refused('unknown-manner', { name, list: (await mannerIds()).join(', ') });
  return manner;
}

/** The stories with their pictures. A photo story without one keeps its place. */
function withPictures(stories: readonly Story[], photos: Photos): { stories: Story[]; unused: string[] } {
  const matches = matchPhotos(stories, photos.pictures);
  const byId = new Map(photos.pictures.map((p) => [p.id, p]));
  const given = new Map(matches.map((m) => [m.story, byId.get(m.picture)]));
  const placed = new Set(matches.map((m) => m.picture));
  return {
    unused: photos.pictures.filter((p) => !placed.has(p.id)).map((p) => p.name),
    stories: stories.map((s): Story => {
      const picture = given.get(s.id);
      if (picture) return withPlacedPicture(s, 0, picture);
      return s.kind === 'photo' && s.pictures.length === 0 ? { ...s, pictures: [{ caption: null, credit: null, picture: null }] } : s;
    }),
  };
}

/** The copy desk as a project with empty pages. */
function deskProject(desk: Desk, stories: readonly Story[], photos: Photos, preset: Preset, order: PageOrder): Project {
  const used = new Set(stories.flatMap((s) => s.pictures.map((p) => p.picture)));
  const { seed, paper, date, section, editors, number = 1 } = order;
  const language = languageOf(stories);
  const folio = { ...(section === undefined ? {} : { section }), ...(editors === undefined ? {} : { editors }) };
  return {
    ...newProject(preset, {
      language,
      ...(seed === undefined ? {} : { seed }),
      ...(paper === undefined ? {} : { name: paper }),
      ...(date === undefined ? {} : { date }),
    }),
    copies: Object.fromEntries(desk.readings.map((r) => [r.copy.id, named(r)])),
    stories: Object.fromEntries(stories.map((s) => [s.id, s])),
    storyOrder: stories.map((s) => s.id),
    pictures: Object.fromEntries(photos.pictures.filter((p) => used.has(p.id)).map((p) => [p.id, p])),
    pages: Array.from({ length: order.pages ?? 1 }, (_, i) => ({
      ...newPage(preset, number + i, folio),
      ...(i === 0 && order.template !== undefined ? { template: order.template } : {}),
    })),
  };
}

/** What is left out of the copy is told too. */
export type PageOptions = JobOptions & Pick<ReadCopyOptions, 'onLeftOut'>;

const NO_PHOTOS: Photos = { pictures: [], bytes: new Map() };

/** Throws what `readCopy` and `readPhotos` throw; Refused: `no-stories`, `unknown-preset`, `unknown-manner`, `cancelled`; Trouble `no-font`. */
export async function makePage(order: PageOrder, options: PageOptions = {}): Promise<MadePage> {
  const watch = new Stopwatch();
  const { desk, photos } = await watch.time('read', async () => ({
    desk: await readCopy(order.copy, { ...options, encoding: order.encoding }),
    photos: order.photos === undefined ? NO_PHOTOS : await readPhotos(order.photos, options),
  }));
  const from = order.copy.map((c) => (c.kind === 'file' ? c.path : c.name)).join(', ');
  if (desk.stories.length === 0) throw new Refused('no-stories', { path: from });
  const { stories, unused } = withPictures(desk.stories, photos);
  const project = deskProject(desk, stories, photos, await choosePreset(order.preset, stories), order);
  const how = order.manner === undefined ? {} : { manner: await chooseManner(order.manner) };
  const memory = new ComposeMemory();
  const wanted = order.alternatives ?? 1;
  const plans = await watch.time('arrange', () =>
    project.pages.length > 1 ? arrangeIssues(project, wanted, memory, options, how) : arrangeOne(project, wanted, memory, options, how),
  );
  const proposals = await watch.time('compose', () => plans.map((plan) => propose(project, plan, memory)));
  options.onProgress?.({ what: 'compose', done: proposals.length, total: proposals.length });
  const kept = Object.values(project.pictures).map((p): [string, Uint8Array] => [p.sha256, photos.bytes.get(p.sha256) as Uint8Array]);
  return {
    proposals,
    pictures: new Map(kept),
    unused,
    milliseconds: { read: watch.read('read'), arrange: watch.read('arrange'), compose: watch.read('compose') },
  };
}
