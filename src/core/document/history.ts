/** Undo and redo. One entry is one gesture: its edit, the way back, and what was selected before and after. */
import { apply, type Edit } from './edit.ts';
import type { Project } from './project.ts';

export interface Entry {
  /** The command's id, for the history panel. */
  readonly label: string;
  readonly edit: Edit;
  readonly inverse: Edit;
  readonly selectedBefore: readonly string[];
  readonly selectedAfter: readonly string[];
}

export interface History {
  readonly past: readonly Entry[];
  readonly future: readonly Entry[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** Remember a gesture; what had been undone is gone. */
export const remember = (h: History, entry: Entry): History => ({ past: [...h.past, entry], future: [] });

/** Put a further step of the gesture under way into its entry, so that the gesture stays one undo. */
export function extend(h: History, edit: Edit, inverse: Edit, selectedAfter: readonly string[]): History {
  const last = h.past.at(-1);
  if (!last) return h;
  const entry: Entry = {
    ...last,
    edit: { kind: 'all', edits: [last.edit, edit] },
    inverse: { kind: 'all', edits: [inverse, last.inverse] },
    selectedAfter,
  };
  return { past: [...h.past.slice(0, -1), entry], future: [] };
}

type Step = { readonly project: Project; readonly history: History; readonly edit: Edit; readonly selected: readonly string[] };

/** One step back; null where there is none. */
export function undo(project: Project, h: History): Step | null {
  const entry = h.past.at(-1);
  const r = entry && apply(project, entry.inverse);
  if (!entry || !r?.ok) return null;
  return {
    project: r.project,
    edit: entry.inverse,
    history: { past: h.past.slice(0, -1), future: [entry, ...h.future] },
    selected: entry.selectedBefore,
  };
}

/** One step forward again; null where there is none. */
export function redo(project: Project, h: History): Step | null {
  const entry = h.future[0];
  const r = entry && apply(project, entry.edit);
  if (!entry || !r?.ok) return null;
  return {
    project: r.project,
    edit: entry.edit,
    history: { past: [...h.past, entry], future: h.future.slice(1) },
    selected: entry.selectedAfter,
  };
}
