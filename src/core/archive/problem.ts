/** Why a project file cannot be opened. Plain data: whoever talks to a person finds the sentence. */
export type ArchiveProblem =
  /** No bytes at all. */
  | { readonly code: 'empty' }
  /** Not a zip, or a zip without a project in it. */
  | { readonly code: 'not-a-project' }
  /** A project once, but bytes are missing or changed; `part` names the entry. */
  | { readonly code: 'damaged'; readonly part: string }
  /** Made by a later Banxin; refused, because what it does not know it would lose. */
  | { readonly code: 'newer'; readonly version: number; readonly reads: number }
  /** A step from an old version did not end in a valid project; `at` is the first field that is wrong. */
  | { readonly code: 'invalid'; readonly at: string };

export const problem = (p: ArchiveProblem): { readonly ok: false; readonly problem: ArchiveProblem } => ({ ok: false, problem: p });
