/** What composing needs at hand: the page's grid, the styles, the faces, and the memory of what has been set. */
import type { Page, Project, StyleOverrides, TextRole, TextStyle } from '../document/index.ts';
import { styleFor } from '../document/index.ts';
import type { Faces } from '../font/index.ts';
import type { Grid } from '../measure/index.ts';
import type { Story } from '../story/index.ts';
import { Memory, type Paragraph, type SetParagraph, settingOf } from '../typeset/index.ts';

/** The em box hangs this share of the size above the baseline, by design of the face and not by its line metrics (guide §2.3). */
export const ASCENT = 0.88;

/** From the top of a grid line to the baseline of type of this size standing in it. */
export const baselineIn = (pitchPt: number, sizePt: number): number => (pitchPt - sizePt) / 2 + ASCENT * sizePt;

/** What was made for `key` from exactly these, or made now. */
export type Recall = <T>(key: string, from: readonly unknown[], make: () => T) => T;

export class Workshop {
  readonly project: Project;
  readonly page: Page;
  readonly grid: Grid;
  readonly faces: Faces;
  readonly memory: Memory;
  readonly recall: Recall;

  constructor(project: Project, page: Page, faces: Faces, memory: Memory = new Memory(), recall: Recall = (_key, _from, make) => make()) {
    this.project = project;
    this.page = page;
    this.grid = page.grid;
    this.faces = faces;
    this.memory = memory;
    this.recall = recall;
  }

  style(role: TextRole, overrides: StyleOverrides): TextStyle {
    return styleFor(this.project.styles, overrides, role);
  }

  /** Set a paragraph in a style, from character `from` on. What continues a paragraph has no indent. */
  set(style: TextStyle, story: Pick<Story, 'language'>, text: string, measurePt: number, more: Partial<Paragraph> = {}): SetParagraph {
    const setting = settingOf(style, story.language);
    return this.memory.set({ text, marks: [], setting, indent: true, ...more }, measurePt, this.faces);
  }
}
