/** What is wrong with the pages as they stand: text over, characters no face can draw, pictures not given. */
import type { Project } from '../../core/document/index.ts';
import type { Scene } from '../../core/scene/index.ts';
import { articleKey, frameKey } from '../state/selection.ts';

export interface Finding {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly page: string;
  readonly pageNumber: number;
  /** Its sentence in the language files, with what goes into it. */
  readonly words: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** What to select to see it. */
  readonly key: string | null;
  readonly story: string | null;
}

function ofScene(scene: Scene, number: number): Finding[] {
  const base = { page: scene.page, pageNumber: number };
  const over = scene.overset.map(
    (o): Finding => ({
      ...base,
      id: `over ${o.article} ${o.frame}`,
      severity: 'error',
      words: 'check.over',
      values: { characters: o.characters, lines: o.lines },
      key: articleKey(o.article),
      story: o.story,
    }),
  );
  const missing = scene.missing.map(
    (m, i): Finding => ({
      ...base,
      id: `missing ${m.frame} ${m.character} ${i}`,
      severity: 'error',
      words: 'check.missing',
      values: { character: m.character, code: (m.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0') },
      key: frameKey(m.frame),
      story: m.story,
    }),
  );
  const empty = scene.parts
    .filter((p) => p.items.some((i) => i.kind === 'picture' && i.picture === null))
    .map(
      (p): Finding => ({
        ...base,
        id: `empty ${p.frame}`,
        severity: 'error',
        words: 'check.empty',
        values: {},
        key: frameKey(p.frame),
        story: p.story,
      }),
    );
  const open = scene.parts
    .filter((p) => p.role === 'body' && p.slots - p.used > 2)
    .map(
      (p): Finding => ({
        ...base,
        id: `short ${p.frame}`,
        severity: 'note',
        words: 'check.short',
        values: { lines: p.slots - p.used },
        key: p.article ? articleKey(p.article) : frameKey(p.frame),
        story: p.story,
      }),
    );
  return [...over, ...missing, ...empty, ...open];
}

const ORDER = { error: 0, warning: 1, note: 2 };

/** Every finding of the issue, errors first, then by page. */
export const findingsOf = (project: Project, scenes: Readonly<Record<string, Scene>>): Finding[] =>
  project.pages
    .flatMap((p) => {
      const scene = scenes[p.id];
      return scene ? ofScene(scene, p.number) : [];
    })
    .sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.pageNumber - b.pageNumber);
