/** The window's whole state: the project, its history, what is selected and how it is looked at. */
import { create } from 'zustand';
import type { Finding } from '../../core/check/index.ts';
import {
  findSheet,
  type History,
  NO_HISTORY,
  type Page,
  type Preset,
  type Project,
  type Template,
  templatesOf,
} from '../../core/document/index.ts';
import type { GridRect, Rect } from '../../core/measure/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import type { AppInfo, Exported, Handle } from '../../ipc/contract.ts';
import type { Settings, UiLanguage } from '../../ipc/settings.ts';
import type { Camera, Size } from '../canvas/camera.ts';
import type { Clip } from './clipboard.ts';
import type { AlignTo } from './objects.ts';

export const toolNames = [
  'select',
  'content',
  'rule',
  'box',
  'tint',
  'text',
  'label',
  'photo',
  'eyedropper',
  'measure',
  'hand',
  'zoom',
] as const;
export type ToolName = (typeof toolNames)[number];

/** What is drawn over the page to help the hand. */
export interface Aids {
  readonly columns: boolean;
  readonly lines: boolean;
  readonly cells: boolean;
  readonly edges: boolean;
  readonly rulers: boolean;
  readonly rulerUnit: 'grid' | 'mm';
  /** Frames are drawn to columns, lines, guides and each other. */
  readonly snap: boolean;
  readonly guides: boolean;
  readonly guidesLocked: boolean;
  /** Spaces and ends of paragraphs are shown. */
  readonly hidden: boolean;
  /** The threads of all articles are shown, not of the selected alone. */
  readonly threads: boolean;
  /** The page as printed: no aids, no frame edges, grey pasteboard. */
  readonly preview: boolean;
}

export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'done' | 'error';
  readonly text: string;
  /** A handle that “Show” opens. */
  readonly file?: Handle;
}

export type DialogName = 'new' | 'export' | 'exported' | 'rules' | 'palette' | 'keys' | 'step' | 'align' | 'ruby' | 'goTo' | 'proof' | null;

export type InspectorTab = 'inspector' | 'styles' | 'swatches';

/** What a gesture shows while it goes on: where things would come to stand. */
export interface HandShow {
  /** A rectangle of the page in points: marquee, or the place where a story would fall. */
  readonly box: Rect | null;
  readonly boxKind: 'marquee' | 'place' | 'blocked';
  /** Grid place of what is moved or resized, for the live read-out. */
  readonly at: GridRect | null;
  /** Where the read-out stands: CSS pixels of the view. */
  readonly near: { readonly x: number; readonly y: number } | null;
  /** Guides that the moved edges fell on: x and y in points of the page. */
  readonly guides: { readonly x: readonly number[]; readonly y: readonly number[] };
  /** Equal whites: lines between two points of the page. */
  readonly gaps: readonly { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
  /** A sentence for the read-out that is no place on the grid. */
  readonly say: string | null;
}

export const NO_SHOW: HandShow = { box: null, boxKind: 'marquee', at: null, near: null, guides: { x: [], y: [] }, gaps: [], say: null };

export interface ExportRun {
  readonly job: string;
  readonly done: number;
  readonly total: number;
}

export interface Desk {
  readonly info: AppInfo | null;
  readonly presets: readonly Preset[];
  readonly language: UiLanguage;
  readonly theme: Settings['theme'];
  readonly systemDark: boolean;
  /** Which keys commands have: a preset, and what the user changed. */
  readonly keymap: { readonly preset: 'banxin' | 'indesign'; readonly own: Readonly<Record<string, readonly string[]>> };

  readonly document: Handle | null;
  /** The file's name; null where it was never saved. */
  readonly name: string | null;
  readonly project: Project | null;
  readonly history: History;
  /** The project as it was last saved or opened, by identity. */
  readonly saved: Project | null;

  /** The page on the canvas. */
  readonly page: string | null;
  /** Keys of what is selected (see selection.ts). */
  readonly selected: readonly string[];
  /** The frame under the pointer. */
  readonly hover: string | null;
  /** The story whose text stands beside the page. */
  readonly story: string | null;
  readonly tool: ToolName;
  /** The story at the loaded cursor. */
  readonly loaded: string | null;
  /** The thread at the loaded cursor: its article, and the frame its next one follows. */
  readonly threading: { readonly page: string; readonly article: string; readonly after: string } | null;
  /** The story that is being dragged from the copy desk. */
  readonly dragged: string | null;
  readonly aids: Aids;
  readonly show: HandShow;
  /** The cursor over the page. */
  readonly cursor: string;
  /** What was cut or copied on a page, and what things are aligned to. */
  readonly clipboard: Clip | null;
  readonly alignTo: AlignTo;
  readonly inspectorTab: InspectorTab;

  readonly camera: Camera;
  readonly view: Size;

  /** Composed pages by id. */
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly composing: boolean;
  /** What the checks say about the issue, page by page, worst first. */
  readonly findings: readonly Finding[];
  /** True once the project has been checked: before that no findings say nothing. */
  readonly checked: boolean;
  /** Pages of the issue that are arranged, while it is; null while it is not. */
  readonly arranging: { readonly done: number; readonly of: number } | null;

  /** Pictures whose files are gone or other ones, by id. */
  readonly amiss: Readonly<Record<string, 'missing' | 'changed'>>;
  readonly notices: readonly Notice[];
  readonly dialog: DialogName;
  /** 稿台: the wide view of copy over the page. */
  readonly copyDesk: boolean;
  readonly exporting: ExportRun | null;
  /** What the last export made. */
  readonly exported: Exported | null;
}

export const useDesk = create<Desk>(() => ({
  info: null,
  presets: [],
  language: 'zh',
  theme: 'system',
  systemDark: false,
  keymap: { preset: 'banxin', own: {} },
  document: null,
  name: null,
  project: null,
  history: NO_HISTORY,
  saved: null,
  page: null,
  selected: [],
  hover: null,
  story: null,
  tool: 'select',
  loaded: null,
  threading: null,
  dragged: null,
  aids: {
    columns: true,
    lines: true,
    cells: false,
    edges: true,
    rulers: true,
    rulerUnit: 'grid',
    snap: true,
    guides: true,
    guidesLocked: false,
    hidden: false,
    threads: false,
    preview: false,
  },
  show: NO_SHOW,
  cursor: 'default',
  clipboard: null,
  alignTo: 'selection',
  inspectorTab: 'inspector',
  camera: { x: 0, y: 0, scale: 0.5 },
  view: { width: 1, height: 1 },
  scenes: {},
  composing: false,
  findings: [],
  checked: false,
  arranging: null,
  notices: [],
  amiss: {},
  dialog: null,
  copyDesk: false,
  exporting: null,
  exported: null,
}));

export const desk = useDesk.getState;
export const setDesk = useDesk.setState;

/** What is on the canvas: a page of the issue, or a template that is being edited. */
export const pageOf = (s: Desk): Page | null => (s.project && s.page ? findSheet(s.project, s.page) : null);
/** The template on the canvas; null where it is a page. */
export const templateNow = (s: Desk): Template | null => (s.project && templatesOf(s.project).find((t) => t.id === s.page)) || null;
export const sceneOf = (s: Desk): Scene | null => (s.page ? (s.scenes[s.page] ?? null) : null);
export const isDirty = (s: Desk): boolean => s.project !== null && s.project !== s.saved;
export const isDark = (s: Desk): boolean => s.theme === 'dark' || (s.theme === 'system' && s.systemDark);
