/**
 * The project file (.banxin): a zip with `project.json` and the pictures as they came, `pictures/<sha256>.<ext>`.
 * Pure over bytes; the form is told in docs/file-format.md.
 */
import { strFromU8, strToU8 } from 'fflate';
import { type Picture, PROJECT_FORMAT, type Project, projectSchema } from '../document/index.ts';
import { canonicalJson } from './canonical.ts';
import { migrate } from './migrate.ts';
import { type ArchiveProblem, problem } from './problem.ts';
import { type Entry, isWhole, readDirectory, readEntry, writeZip } from './zip.ts';

/** A project and the bytes of its pictures by their SHA-256, lower-case hex. */
export interface ProjectFile {
  readonly project: Project;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

export type Opened = { readonly ok: true; readonly file: ProjectFile } | { readonly ok: false; readonly problem: ArchiveProblem };

const PROJECT = 'project.json';
const extension: Record<Picture['format'], string> = { jpeg: 'jpg', png: 'png', tiff: 'tif', webp: 'webp' };

/** The picture's place in the zip. */
export const picturePath = (p: Pick<Picture, 'sha256' | 'format'>): string => `pictures/${p.sha256}.${extension[p.format]}`;

/**
 * The bytes of a project file. The same project and pictures give the same bytes. Throws where the project is not
 * valid, or a picture's bytes are not handed in and `lacking` does not say that the file is to be without them.
 */
export function writeProjectFile({ project, pictures }: ProjectFile, lacking: LackingPicture = 'damaged'): Uint8Array {
  const valid = projectSchema.parse(project);
  const places = new Map(Object.values(valid.pictures).map((p) => [picturePath(p), p.sha256]));
  const entries = [...places.keys()].sort().flatMap((name) => {
    const bytes = pictures.get(places.get(name) as string);
    if (!bytes && lacking === 'damaged') throw new Error(`The bytes of the picture ${name} are not at hand.`);
    return bytes ? [{ name, bytes, deflate: false }] : [];
  });
  return writeZip([{ name: PROJECT, bytes: strToU8(canonicalJson(valid)), deflate: true }, ...entries]);
}

/** The JSON of the entry, or the problem with it. */
function readJson(bytes: Uint8Array, entry: Entry): { ok: true; data: unknown } | { ok: false; problem: ArchiveProblem } {
  const text = readEntry(bytes, entry);
  if (!text || !isWhole(entry, text)) return problem({ code: 'damaged', part: PROJECT });
  try {
    return { ok: true, data: JSON.parse(strFromU8(text)) };
  } catch {
    return problem({ code: 'damaged', part: PROJECT });
  }
}

const versionOf = (data: unknown): number | null => {
  const format = typeof data === 'object' && data !== null ? (data as { format?: unknown }).format : undefined;
  return typeof format === 'number' && Number.isInteger(format) && format >= 1 ? format : null;
};

/** What becomes of a file that lacks a picture: it is damaged, or it is read without that picture. */
export type LackingPicture = 'damaged' | 'left-out';

/** The pictures the project names, as views of the file; their bytes are checked by whoever can hash them. */
function readPictures(
  bytes: Uint8Array,
  entries: readonly Entry[],
  project: Project,
  lacking: LackingPicture,
): ReadonlyMap<string, Uint8Array> | ArchiveProblem {
  const byName = new Map(entries.map((e) => [e.name, e]));
  const pictures = new Map<string, Uint8Array>();
  for (const p of Object.values(project.pictures)) {
    const name = picturePath(p);
    const entry = byName.get(name);
    const data = entry && readEntry(bytes, entry);
    if (data) pictures.set(p.sha256, data);
    else if (lacking === 'damaged') return { code: 'damaged', part: name };
  }
  return pictures;
}

/** Open a project file of this version or any before it. */
export function readProjectFile(bytes: Uint8Array, lacking: LackingPicture = 'damaged'): Opened {
  if (bytes.length === 0) return problem({ code: 'empty' });
  const entries = readDirectory(bytes);
  // A zip begins with a local header; one whose end is cut off has no directory but was a file once.
  if (!entries) return problem(bytes[0] === 0x50 && bytes[1] === 0x4b ? { code: 'damaged', part: 'zip' } : { code: 'not-a-project' });
  const entry = entries.find((e) => e.name === PROJECT);
  if (!entry) return problem({ code: 'not-a-project' });
  const json = readJson(bytes, entry);
  if (!json.ok) return json;
  const version = versionOf(json.data);
  if (version === null) return problem({ code: 'not-a-project' });
  if (version > PROJECT_FORMAT) return problem({ code: 'newer', version, reads: PROJECT_FORMAT });
  const read = projectSchema.safeParse(migrate(json.data, version));
  if (!read.success) return problem({ code: 'invalid', at: read.error.issues[0]?.path.join('.') || 'project' });
  const pictures = readPictures(bytes, entries, read.data, lacking);
  return pictures instanceof Map ? { ok: true, file: { project: read.data, pictures } } : problem(pictures as ArchiveProblem);
}
