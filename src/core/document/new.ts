/** A new project and a new page, as a preset has them. */
import type { Preset } from './preset.ts';
import { presetFormat } from './preset.ts';
import { type Page, PROJECT_FORMAT, type Project, type Template } from './project.ts';

export interface NewProjectOptions {
  /** The paper's name for the folio; empty leaves it out. */
  readonly name?: string;
  readonly language?: Project['paper']['language'];
  /** YYYY-MM-DD; null leaves the date out. */
  readonly date?: string | null;
  readonly seed?: number;
}

/** A project without pages, stories or pictures, with the preset's styles. */
export const newProject = (preset: Preset, options: NewProjectOptions = {}): Project => ({
  format: PROJECT_FORMAT,
  paper: { name: options.name ?? '', language: options.language ?? preset.language, date: options.date ?? null },
  seed: options.seed ?? 1,
  copies: {},
  stories: {},
  storyOrder: [],
  pictures: {},
  pages: [],
  ...(preset.templates ? { templates: preset.templates.map((t) => newTemplate(preset, t)) } : {}),
  styles: preset.styles,
});

/** A template on the preset's sheet and grid. */
const newTemplate = (preset: Preset, { id, name, folio, frames }: NonNullable<Preset['templates']>[number]): Template => ({
  ...newPage(preset, 1, { id }),
  folio,
  frames,
  name,
});

export interface NewPageOptions {
  /** Unique in the project; `p` and the number where not given. */
  readonly id?: string;
  readonly section?: string;
  readonly editors?: string;
}

/** An empty page with the preset's sheet, grid and folio. `number` counts from 1. */
export const newPage = (preset: Preset, number: number, options: NewPageOptions = {}): Page => ({
  id: options.id ?? `p${number}`,
  number,
  section: options.section ?? '',
  editors: options.editors ?? '',
  preset: preset.id,
  format: presetFormat(preset),
  grid: preset.grid,
  folio: preset.folio,
  articles: [],
  frames: [],
});
