/** What each call may carry. Main refuses a message that is not exactly this. */
import * as z from 'zod';
import { EDIT_KINDS, type Edit, projectSchema } from '../core/document/index.ts';
import { type Ask, type CallName, type MenuLine, menuRoles } from './contract.ts';
import { settingsSchema } from './settings.ts';

const handle = z.string().min(1).max(200);
const short = z.string().max(2000);
const nothing = z.null();

const menuLine: z.ZodType<MenuLine> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('separator') }),
    z.strictObject({ kind: z.literal('submenu'), label: short, lines: z.array(menuLine).max(200) }),
    z.strictObject({ kind: z.literal('command'), label: short, command: short.min(1), keys: short, check: z.boolean() }),
    z.strictObject({ kind: z.literal('role'), label: short, role: z.enum(menuRoles) }),
  ]),
);
const menuLines = z.array(menuLine).max(200);
const commandStates = z.array(z.strictObject({ command: short.min(1), enabled: z.boolean(), checked: z.boolean() })).max(2000);

/**
 * Edits are journaled as they come and applied only through `apply`, which refuses what does not fit; the wall checks
 * that each is plain data of a known kind.
 */
const edit = z.custom<Edit>(
  (x) => typeof x === 'object' && x !== null && 'kind' in x && typeof x.kind === 'string' && x.kind in EDIT_KINDS,
);

/** The most a drag or the clipboard may bring as one file, in bytes: 512 MiB. */
const MOST_BYTES = 512 * 1024 * 1024;
const bytes = z.instanceof(Uint8Array).refine((b) => b.byteLength <= MOST_BYTES);

const pressOrder = z.strictObject({
  files: z.enum(['one', 'pages', 'none']),
  name: z.string().min(1).max(200),
  icc: handle.nullable(),
  inkPercent: z.int().min(200).max(400),
  bleedMm: z.number().min(0).max(20),
  marks: z.strictObject({ crop: z.boolean(), registration: z.boolean(), colourBar: z.boolean(), slug: z.boolean() }),
  digital: z.boolean(),
});

export const wall: { readonly [K in CallName]: z.ZodType<Ask<K>> } = {
  'app.info': nothing,
  'settings.change': z.strictObject({
    language: settingsSchema.shape.language.nullable(),
    theme: settingsSchema.shape.theme.nullable(),
    layout: settingsSchema.shape.layout.nullable(),
  }),
  'presets.list': nothing,
  'project.new': z.strictObject({ preset: short.min(1) }),
  'project.open': z.strictObject({ file: handle.nullable() }),
  'project.sample': z.strictObject({ name: z.string().regex(/^[\w-]+$/u) }),
  'project.recover': nothing,
  'project.save': z.strictObject({ document: handle, project: projectSchema, as: z.boolean() }),
  'project.dirty': z.strictObject({ document: handle, dirty: z.boolean() }),
  'project.close': z.strictObject({ document: handle }),
  'journal.append': z.strictObject({ document: handle, edits: z.array(edit) }),
  'recent.list': nothing,
  'copy.open': nothing,
  'copy.decode': z.strictObject({ copy: short.min(1), encoding: short.min(1) }),
  'picture.open': nothing,
  'files.bytes': z.strictObject({ files: z.array(z.strictObject({ name: short, bytes })).max(500) }),
  'files.dropped': nothing,
  'project.export': z.strictObject({
    document: handle,
    project: projectSchema,
    job: short.min(1),
    profile: z.enum(['x4', 'x1a', 'proof']),
    pages: z.array(short.min(1)).min(1).nullable(),
    order: pressOrder.optional(),
  }),
  'profile.open': nothing,
  'job.cancel': z.strictObject({ job: short.min(1) }),
  'file.reveal': z.strictObject({ file: handle }),
  'file.show': z.strictObject({ file: handle }),
  'ask.unsaved': z.strictObject({ name: short }),
  'menu.set': z.strictObject({ lines: menuLines }),
  'menu.state': z.strictObject({ commands: commandStates }),
  'menu.popup': z.strictObject({ lines: menuLines, commands: commandStates }),
  'window.title': z.strictObject({ title: short }),
  'window.close': nothing,
};
