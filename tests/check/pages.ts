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
export const check = (project: Project, options: CheckOptions = {}): Finding[] =>
  checkProject(project, scenesOf(project), { language: 'en', ...options });
