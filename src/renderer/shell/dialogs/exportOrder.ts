/** What the export dialog asks for: remembered from one export to the next, all but the plant's profile, which is a file. */
import type { Page } from '../../../core/document/index.ts';
import type { Handle, PressOrder, Profile } from '../../../ipc/contract.ts';

export const PROFILES: readonly Profile[] = ['x4', 'x1a', 'proof'];
export const FILES = ['one', 'pages', 'none'] as const;
export const MARKS = ['crop', 'registration', 'colourBar', 'slug'] as const;

export interface Choices {
  readonly profile: Profile;
  readonly which: 'all' | 'this' | 'some';
  /** Page numbers as written: `1-4,7`. */
  readonly range: string;
  readonly files: PressOrder['files'];
  readonly name: string;
  readonly inkPercent: number;
  readonly bleedMm: number;
  readonly marks: PressOrder['marks'];
  readonly digital: boolean;
  /** The plant's own profile; null for newsprint. */
  readonly icc: { readonly file: Handle; readonly name: string } | null;
}

export const FIRST: Choices = {
  profile: 'x4',
  which: 'all',
  range: '',
  files: 'one',
  name: '{paper}-{date}-{page}',
  inkPercent: 240,
  bleedMm: 0,
  marks: { crop: false, registration: false, colourBar: false, slug: false },
  digital: false,
  icc: null,
};

/** Choices as they were kept; what is not of their kind any more is as it was at first. */
export function choicesFrom(kept: Readonly<Record<string, unknown>> | undefined): Choices {
  const all = Object.entries(FIRST).map(([key, first]) => {
    const value = kept?.[key];
    return [key, typeof value === typeof first && key !== 'icc' ? value : first];
  });
  return Object.fromEntries(all) as Choices;
}

/** The ids of the pages meant, in their order; null where the range cannot be read or names no page. */
export function pagesMeant({ which, range }: Choices, pages: readonly Page[], shown: string | null): readonly string[] | null {
  if (which === 'all') return pages.map((p) => p.id);
  if (which === 'this') return shown === null ? null : [shown];
  const numbers = new Set<number>();
  for (const part of range.split(/[,，、\s]+/u).filter(Boolean)) {
    const [, from, to = from] = /^(\d{1,4})(?:[-–~～至](\d{1,4}))?$/u.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) return null;
    for (let n = Number(from); n <= Number(to); n++) numbers.add(n);
  }
  const meant = pages.filter((p) => numbers.has(p.number)).map((p) => p.id);
  return meant.length > 0 ? meant : null;
}

export const orderOf = (c: Choices): PressOrder => ({
  files: c.files,
  name: c.name.trim() || FIRST.name,
  icc: c.profile === 'proof' ? null : (c.icc?.file ?? null),
  inkPercent: c.inkPercent,
  bleedMm: c.bleedMm,
  marks: c.marks,
  digital: c.digital || c.files === 'none',
});
