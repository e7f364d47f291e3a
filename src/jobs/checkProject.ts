/** What is wrong with pages: their composition, and then the preflight of core over the finished Scenes. */
import { checkProject as check, type Finding, type MessageLanguage } from '../core/check/index.ts';
import type { Project } from '../core/document/index.ts';
import { type Embedding, embeddingOf, type FontId } from '../core/font/index.ts';
import type { Scene } from '../core/scene/index.ts';
import { fontBytes } from '../node/faces.ts';
import { picturesAmiss } from '../node/projects.ts';
import { composePages } from './composePages.ts';
import type { JobOptions } from './job.ts';

export type { Finding };

export interface CheckJobOptions extends JobOptions {
  /** The language of the messages; the paper's own where it is not said. */
  readonly language?: MessageLanguage | undefined;
  /** A picture's bytes by the SHA-256 of its file, to see what has gone or changed. Rejects where they have gone. */
  readonly pictureBytes?: ((sha256: string) => Promise<Uint8Array>) | undefined;
}

const said = (language: MessageLanguage | undefined): { language?: MessageLanguage } => (language ? { language } : {});

/** The findings of composed pages by the ids of the pages; what only the whole issue shows is left out. */
export function findingsOf(
  project: Project,
  scenes: readonly Scene[],
  language?: MessageLanguage,
): ReadonlyMap<string, readonly Finding[]> {
  const found = check(project, scenes, said(language));
  return new Map(scenes.map(({ page }) => [page, found.filter((f) => f.page === page)]));
}

/** What the makers of the fonts on these pages let be done with them. */
function licencesOf(scenes: readonly Scene[]): ReadonlyMap<FontId, Embedding> {
  const used = new Set<FontId>();
  for (const scene of scenes)
    for (const part of scene.parts) for (const item of part.items) if (item.kind === 'glyphs') used.add(item.font);
  return new Map([...used].map((font) => [font, embeddingOf(fontBytes(font))]));
}

/** Compose every page and check the issue. Throws Refused `no-pages`, `cancelled`. */
export async function checkProject(project: Project, options: CheckJobOptions = {}): Promise<readonly Finding[]> {
  const scenes = await composePages(project, project.pages, options);
  const pictures = options.pictureBytes ? await picturesAmiss(project, options.pictureBytes) : undefined;
  return check(project, scenes, { ...said(options.language), fonts: licencesOf(scenes), ...(pictures ? { pictures } : {}) });
}
