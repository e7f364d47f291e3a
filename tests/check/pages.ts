/** Pages for the rules: small articles put together by hand, composed with the real faces. */
import { type CheckOptions, checkProject, type Finding } from '../../src/core/check/index.ts';
import { ComposeMemory, composePage } from '../../src/core/compose/index.ts';
import type { Frame, Page, Picture, Project } from '../../src/core/document/index.ts';
import type { Scene } from '../../src/core/scene/index.ts';
import { type Story, typed } from '../../src/core/story/index.ts';
import { faces } from '../support/faces.ts';
import { body, frame, head, projectOf, story } from '../support/project.ts';

export const TEXT =
  '清晨六点，城北渡口的第一班船准时离岸。船工老周说，水清了，鱼也多了。三年来，沿河十二个村庄清理旧网箱，补种芦苇和菖蒲，把一条灰河养回了碧水。';

/** As many paragraphs of the text as that. */
export const text = (count: number): string[] => Array.from({ length: count }, () => TEXT);

/** An article: its story and its frames. */
export interface Made {
  readonly story: Story;
  readonly frames: readonly Frame[];
}

/** A headline and a text under it, at columns and lines of the page; the head takes `headLines` of them. */
export function article(
  id: string,
  at: readonly [column: number, line: number, columns: number, lines: number],
  more: { paragraphs?: readonly string[]; headLines?: number; headline?: string; story?: Partial<Story>; legs?: number } = {},
): Made {
  const [column, line, columns, lines] = at;
  const headLines = more.headLines ?? 8;
  return {
    story: story(id, more.headline ?? '一条灰河养回碧水', more.paragraphs ?? text(4), { byline: typed('本报记者 沈知夏'), ...more.story }),
    frames: [
      frame(`${id}-head`, `a-${id}`, head, column, line, columns, headLines),
      frame(`${id}-body`, `a-${id}`, body(more.legs ?? 0), column, line + headLines, columns, lines - headLines),
    ],
  };
}

/** A photo story: the picture over its caption. */
export function photo(
  id: string,
  at: readonly [column: number, line: number, columns: number, lines: number],
  more: {
    picture?: string | null;
    captionLines?: number;
    story?: Partial<Story>;
    crop?: { x: number; y: number; width: number; height: number };
  } = {},
): Made {
  const [column, line, columns, lines] = at;
  const under = more.captionLines ?? 3;
  return {
    story: story(id, '渡口清晨', ['十月二十一日清晨，城北渡口的头班船离岸。'], {
      kind: 'photo',
      credit: typed('沈知夏 摄'),
      pictures: [{ picture: more.picture === undefined ? 'pic' : more.picture, caption: null, credit: null }],
      ...more.story,
    }),
    frames: [
      frame(
        `${id}-photo`,
        `a-${id}`,
        { kind: 'photo', picture: 0, crop: more.crop ?? null, rotate: 0 },
        column,
        line,
        columns,
        lines - under,
      ),
      frame(`${id}-caption`, `a-${id}`, { kind: 'caption', picture: 0 }, column, line + lines - under, columns, under),
    ],
  };
}

export const PICTURE: Picture = {
  id: 'pic',
  name: 'ferry.jpg',
  sha256: '0'.repeat(64),
  format: 'jpeg',
  width: 3000,
  height: 2000,
  focus: { x: 0.5, y: 0.5 },
  caption: '',
  credit: '',
};

export interface Change {
  readonly project?: (p: Project) => Project;
  readonly page?: (p: Page) => Page;
  readonly furniture?: readonly Frame[];
  readonly preset?: string;
}

/** The project with these articles on its one page. */
export function issueOf(made: readonly Made[], change: Change = {}): Project {
  const { project } = projectOf(
    made.map((m) => m.story),
    [...made.flatMap((m) => m.frames), ...(change.furniture ?? [])],
    change.preset ?? 'broadsheet-8',
  );
  const full = { ...project, pictures: { pic: PICTURE }, pages: project.pages.map((p) => ({ ...p, editors: '责任编辑 贺白' })) };
  const paged = { ...full, pages: full.pages.map(change.page ?? ((p) => p)) };
  return (change.project ?? ((p: Project) => p))(paged);
}

const memory = new ComposeMemory();

export const scenesOf = (project: Project): Scene[] => project.pages.map((page) => composePage(project, page, faces, memory));

/** What the check says of a project. */
export const check = (project: Project, options: CheckOptions = {}, scenes: readonly Scene[] = scenesOf(project)): Finding[] =>
  checkProject(project, scenes, { language: 'en', ...options });

/** The scenes of a project with what stands on them changed by hand, for faults that composing never makes. */
export const tampered = (project: Project, change: (s: Scene) => Scene): Scene[] => scenesOf(project).map(change);

type Parts = Scene['parts'];

const onPart = (scene: Scene, frame: string, change: (p: Parts[number]) => Parts[number]): Scene => ({
  ...scene,
  parts: scene.parts.map((p) => (p.frame === frame ? change(p) : p)),
});

/** A frame without its last `count` runs. */
export const without =
  (frame: string, count: number) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => ({ ...p, items: p.items.slice(0, p.items.length - count) }));

/** The runs of a frame with another face for each, taken in turn. */
export const inFaces =
  (frame: string, fonts: readonly string[]) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => ({
      ...p,
      items: p.items.map((i, n) => (i.kind === 'glyphs' ? { ...i, font: fonts[n % fonts.length] as typeof i.font } : i)),
    }));

/** The first run of a frame's last headline line with another text of the same length. */
export const reading =
  (frame: string, from: string, to: string) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => ({
      ...p,
      items: p.items.map((i) => (i.kind === 'glyphs' && i.text.startsWith(from) ? { ...i, text: to + i.text.slice(from.length) } : i)),
    }));

export type Overrides = Readonly<Record<string, Project['pages'][number]['articles'][number]['overrides']>>;

/** What single articles set otherwise, by the id of their story. */
export const withOverrides = (overrides: Overrides): Change => ({
  page: (p) => ({ ...p, articles: p.articles.map((a) => ({ ...a, overrides: overrides[a.story] ?? {} })) }),
});

/** A project with another style of a role. */
export const styled = (
  project: Project,
  role: keyof Project['styles'],
  change: Partial<Project['styles'][keyof Project['styles']]>,
): Project => ({
  ...project,
  styles: { ...project.styles, [role]: { ...project.styles[role], ...change } },
});

/** The project with a second page that holds one article. */
export function secondPage(project: Project, made: Made, number = 2): Project {
  const first = project.pages[0] as Page;
  const page: Page = {
    ...first,
    id: 'p2',
    number,
    articles: [{ id: `a-${made.story.id}`, story: made.story.id, overrides: {} }],
    frames: [...made.frames],
  };
  return {
    ...project,
    stories: { ...project.stories, [made.story.id]: made.story },
    storyOrder: [...project.storyOrder, made.story.id],
    pages: [first, page],
  };
}

/** A frame as wide as a part of itself, what stands in it left where it is. */
export const narrowed =
  (frame: string, times: number) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => ({ ...p, width: p.width / times }));

/** The last run of a frame with only its last characters. */
export const endingOnly =
  (frame: string, count: number) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => {
      const last = p.items.at(-1);
      if (last?.kind !== 'glyphs' || !last.source) throw new Error('no text');
      const cut = last.text.length - count;
      const kept = { ...last, start: last.end - count, text: last.text.slice(cut), source: { ...last.source, at: last.source.at + cut } };
      return {
        ...p,
        items: [...p.items.slice(0, -1), kept],
        glyphs: { ...p.glyphs, cluster: p.glyphs.cluster.map((c, i) => (i >= kept.start ? c - cut : c)) },
      };
    });

/** Every run of a frame as if it ended in this character. */
export const endingIn =
  (frame: string, character: string) =>
  (scene: Scene): Scene =>
    onPart(scene, frame, (p) => ({
      ...p,
      items: p.items.map((i) => (i.kind === 'glyphs' ? { ...i, text: i.text.slice(0, -1) + character } : i)),
    }));
