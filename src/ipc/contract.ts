/**
 * Every call between the window and main, and every event from main to the window, typed once.
 *
 * The window is a guest: it names no path and no process. What lies on the disk it knows by a handle that main gave out;
 * what it asks for is checked against `wall.ts` before a handler sees it. A call that cannot be done answers with a
 * `Problem`, never with a thrown error: main has already told the user, unless `told` is false.
 */
import type { Copy } from '../core/copy/index.ts';
import type { Edit, Picture, Preset, Project } from '../core/document/index.ts';
import type { Settings } from './settings.ts';

/** A file or a document that main holds for the window: opaque, worth something only to the window it was given to. */
export type Handle = string;

export interface Problem {
  /** Stable, for programs: `not-found`, `not-a-project`, `too-new`, `unreadable`, `unwritable`, `no-space`, `refused`, `failed` … */
  readonly code: string;
  /** One sentence in the user's language: what is wrong, where, and what to do. */
  readonly message: string;
  /** True where main has shown the sentence in a dialog. */
  readonly told: boolean;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** What the window should open first. */
export type First =
  | { readonly kind: 'sample'; readonly name: string }
  | { readonly kind: 'file'; readonly file: Handle; readonly name: string }
  /** Work that was not saved when the program ended: `project.recover` brings it back. */
  | { readonly kind: 'recovered'; readonly name: string }
  | { readonly kind: 'nothing' };

export interface AppInfo {
  readonly version: string;
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly settings: Settings;
  /** True where the desktop is set to dark. */
  readonly dark: boolean;
  readonly first: First;
}

/** A project as main opened it. `document` names it in every later call about it. */
export interface Opened {
  readonly document: Handle;
  /** The file's name without its folder and ending; null where it was never saved. */
  readonly name: string | null;
  readonly project: Project;
  /** Edits that were typed and not saved when the program ended, in order, to be applied (and counted as unsaved). Else empty. */
  readonly unsaved: readonly Edit[];
  /** Pictures, by id, whose bytes the file has not, or has others of. */
  readonly amiss: Readonly<Record<string, 'missing' | 'changed'>>;
}

export interface Saved {
  readonly document: Handle;
  readonly name: string;
  /** Names of pictures whose bytes are nowhere: the file is without them. */
  readonly without: readonly string[];
}

/** What came in by a dialog, a drop or the clipboard: copy decoded, pictures measured; what could not be read is named. */
export interface Arrived {
  readonly copies: readonly Copy[];
  readonly pictures: readonly Picture[];
  /** A project file among them; open it with `project.open`. */
  readonly projects: readonly { readonly file: Handle; readonly name: string }[];
  /** One sentence each, in the user's language. */
  readonly refused: readonly string[];
}

export interface Recent {
  readonly file: Handle;
  /** The file's name without its ending. */
  readonly name: string;
  /** The last part of its folder's path, to tell two files of one name apart. */
  readonly folder: string;
}

export type Profile = 'x4' | 'x1a' | 'proof';

export interface ExportAsk {
  readonly document: Handle;
  readonly project: Project;
  /** A name for the work that the window makes up: `progress` events carry it, `job.cancel` ends it. */
  readonly job: string;
  readonly profile: Profile;
  /** Page ids in order; null for all. */
  readonly pages: readonly string[] | null;
  /** How the plant wants the files; without it one PDF by the newsprint profile, with nothing round the page. */
  readonly order?: PressOrder | undefined;
}

/** What a plant asks for beside the profile of the file. */
export interface PressOrder {
  /** One PDF of all pages, one for each, or none (the digital edition alone). */
  readonly files: 'one' | 'pages' | 'none';
  /** How the files of `pages` are named: {name} {paper} {date} {page} {section}. */
  readonly name: string;
  /** The plant's own profile, as `profile.open` gave it; null for newsprint by WAN-IFRA. */
  readonly icc: Handle | null;
  readonly inkPercent: number;
  readonly bleedMm: number;
  readonly marks: { readonly crop: boolean; readonly registration: boolean; readonly colourBar: boolean; readonly slug: boolean };
  /** The digital edition too, in a folder of its own. */
  readonly digital: boolean;
}

/** A file that was made. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: number;
}

export interface Exported {
  /** The file, or the first of several. */
  readonly file: Handle;
  /** Its name, or that of the folder that holds several. */
  readonly name: string;
  readonly pages: number;
  /** Of all files together. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** The PDFs; and of the digital edition its folder, with the bytes of all in it. */
  readonly files: readonly MadeFile[];
  /** One sentence each on pictures that were printed otherwise than a person would expect. */
  readonly notes: readonly string[];
}

export const menuRoles = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'minimize',
  'close',
  'quit',
  'togglefullscreen',
  'toggleDevTools',
  'about',
] as const;
export type MenuRole = (typeof menuRoles)[number];

/** One line of a native menu. Labels come from the window's language files; `command` is an id of its command registry. */
export type MenuLine =
  | { readonly kind: 'separator' }
  | { readonly kind: 'submenu'; readonly label: string; readonly lines: readonly MenuLine[] }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: string;
      /** Shown beside the label, such as `CmdOrCtrl+Shift+S`; the key itself is heard by the window. Empty for none. */
      readonly keys: string;
      readonly check: boolean;
    }
  /** What the system itself does, under the window's words. */
  | { readonly kind: 'role'; readonly label: string; readonly role: MenuRole };

/** How a command stands now. A command that is not named keeps its state; a new menu starts enabled and unchecked. */
export interface CommandState {
  readonly command: string;
  readonly enabled: boolean;
  readonly checked: boolean;
}

export type Choice = 'save' | 'discard' | 'cancel';

/** Every call: the window asks with one object (`null` where there is nothing to say) and is answered. */
export interface Calls {
  'app.info': (ask: null) => AppInfo;
  /** Change what is remembered from run to run. Fields that are null stay as they are. Answers with the whole. */
  'settings.change': (ask: { readonly [K in keyof Settings]: Settings[K] | null }) => Settings;
  /** The presets that ship with Banxin, whole, in order of id: a new page is made from one with `newPage`. */
  'presets.list': (ask: null) => readonly Preset[];

  /** A new issue of one page, unsaved. */
  'project.new': (ask: { readonly preset: string }) => Opened;
  /** Opens the given file, or asks for one. Null: the user thought better of it. */
  'project.open': (ask: { readonly file: Handle | null }) => Opened | null;
  /** A sample that ships with Banxin, as an unsaved document. */
  'project.sample': (ask: { readonly name: string }) => Opened;
  /** What the journal holds of unsaved work after a crash; null where there is none. */
  'project.recover': (ask: null) => Opened | null;
  /** Writes the project to its file, whole or not at all; asks for a place where it has none, or where `as` is true. */
  'project.save': (ask: { readonly document: Handle; readonly project: Project; readonly as: boolean }) => Saved | null;
  /** The window says after each change whether there is anything to lose. Main asks before it closes. */
  'project.dirty': (ask: { readonly document: Handle; readonly dirty: boolean }) => null;
  /** The window no longer holds this document; its journal is forgotten. */
  'project.close': (ask: { readonly document: Handle }) => null;
  /** Edits made since the last call, in order (undo and redo are edits too): what comes back after a crash. */
  'journal.append': (ask: { readonly document: Handle; readonly edits: readonly Edit[] }) => null;
  'recent.list': (ask: null) => readonly Recent[];

  /** Ask for copy (text, and folders or archives of it). Null: cancelled. */
  'copy.open': (ask: null) => Arrived | null;
  /** The same file read again as another encoding; null where main no longer has its bytes. */
  'copy.decode': (ask: { readonly copy: string; readonly encoding: string }) => Copy | null;
  'picture.open': (ask: null) => Arrived | null;
  /** Bytes from the clipboard or from another program's drag. */
  'files.bytes': (ask: { readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] }) => Arrived;
  /** To be called while a `drop` event is handled: what lay under that drop. Null where it held no file. */
  'files.dropped': (ask: null) => Arrived | null;

  /** Asks where to, then exports in a process of its own. Null: cancelled, before or during. */
  'project.export': (ask: ExportAsk) => Exported | null;
  /** Asks for a plant's output profile and looks whether it is one. Null: cancelled. */
  'profile.open': (ask: null) => { readonly file: Handle; readonly name: string } | null;
  'job.cancel': (ask: { readonly job: string }) => null;
  'file.reveal': (ask: { readonly file: Handle }) => null;
  /** Opens what was exported in the system's own program for it. */
  'file.show': (ask: { readonly file: Handle }) => null;

  /** “Save the changes to …?”, as a native dialog. */
  'ask.unsaved': (ask: { readonly name: string }) => Choice;
  'menu.set': (ask: { readonly lines: readonly MenuLine[] }) => null;
  'menu.state': (ask: { readonly commands: readonly CommandState[] }) => null;
  /** Native context menu at the pointer; answers with the chosen command's id, null for none. */
  'menu.popup': (ask: { readonly lines: readonly MenuLine[]; readonly commands: readonly CommandState[] }) => string | null;
  'window.title': (ask: { readonly title: string }) => null;
  /** Close the window; unsaved changes are asked about as if the user had closed it. */
  'window.close': (ask: null) => null;
}

/** What main tells the window by itself. */
export interface Events {
  /** A menu line was chosen. */
  command: { readonly command: string };
  /** The system handed Banxin a project (double click, second start): open it after asking about unsaved changes. */
  'open-file': { readonly file: Handle; readonly name: string };
  progress: { readonly job: string; readonly done: number; readonly total: number; readonly what: 'compose' | 'write' };
  /** Settings were changed in another window. */
  settings: Settings;
  dark: { readonly dark: boolean };
  /** The user chose “Save” while closing: save; main closes the window when the save is done. */
  'save-asked': { readonly why: 'close' };
  /** The file a copy came from has other words now; the copy as it would be read, under the same id. */
  'copy-changed': { readonly copy: string; readonly next: Copy };
}

export type CallName = keyof Calls;
export type EventName = keyof Events;
export type Ask<K extends CallName> = Parameters<Calls[K]>[0];
export type Give<K extends CallName> = ReturnType<Calls[K]>;

/** The names once more, as values: what the preload lets through. The compiler holds both lists together. */
const callTable: Record<CallName, true> = {
  'app.info': true,
  'settings.change': true,
  'presets.list': true,
  'project.new': true,
  'project.open': true,
  'project.sample': true,
  'project.recover': true,
  'project.save': true,
  'project.dirty': true,
  'project.close': true,
  'journal.append': true,
  'recent.list': true,
  'copy.open': true,
  'copy.decode': true,
  'picture.open': true,
  'files.bytes': true,
  'files.dropped': true,
  'project.export': true,
  'profile.open': true,
  'job.cancel': true,
  'file.reveal': true,
  'file.show': true,
  'ask.unsaved': true,
  'menu.set': true,
  'menu.state': true,
  'menu.popup': true,
  'window.title': true,
  'window.close': true,
};
const eventTable: Record<EventName, true> = {
  command: true,
  'open-file': true,
  progress: true,
  settings: true,
  dark: true,
  'save-asked': true,
  'copy-changed': true,
};
export const callNames = Object.keys(callTable) as CallName[];
export const eventNames = Object.keys(eventTable) as EventName[];

/** What the preload puts on the window as `window.banxin`. */
export interface Bridge {
  call<K extends CallName>(name: K, ask: Ask<K>): Promise<Answer<Give<K>>>;
  /** Listen; the function given back stops listening. */
  on<K extends EventName>(name: K, heard: (event: Events[K]) => void): () => void;
}
