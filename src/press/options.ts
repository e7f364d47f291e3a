/** What the press is given: the world it may ask, and how the customer wants the file. */
import type { Project } from '../core/document/index.ts';
import type { FontId } from '../core/font/index.ts';
import type { Deflate } from './pdf/deflate.ts';
import type { PressNote } from './sentences.ts';

/** PDF/X-4:2010 (default for a plant), PDF/X-1a:2003 (old RIPs), or a small RGB file for the screen. */
export type Profile = 'x4' | 'x1a' | 'proof';

/** The printing condition the pages are made for, with its ICC profile. */
export interface OutputCondition {
  /** The profile's bytes, embedded unaltered. CMYK, class `prtr`; X-1a wants version 2. */
  readonly icc: Uint8Array;
  /** The same as a zlib stream, where it is at hand: deflating a profile takes longer than a page. */
  readonly deflated?: Uint8Array;
  /** Registered identifier such as `IFRA26`, or a free text for a profile outside the ICC registry. */
  readonly identifier: string;
  /** The condition in words, such as `WAN-IFRA newspaper 26 %`. */
  readonly name: string;
  /** True where `identifier` stands in the registry of http://www.color.org. */
  readonly registered: boolean;
}

/** Printer's marks, each optional; all stand outside the bleed (guide print.md §5). */
export interface Marks {
  readonly crop: boolean;
  readonly registration: boolean;
  readonly colourBar: boolean;
  /** Paper, date, page, condition and time in small black type. */
  readonly slug: boolean;
}

export const NO_MARKS: Marks = { crop: false, registration: false, colourBar: false, slug: false };
export const ALL_MARKS: Marks = { crop: true, registration: true, colourBar: true, slug: true };

export interface PressWorld {
  readonly project: Project;
  /** The font's file (TrueType). Throws where there is none. */
  fontBytes(id: FontId): Uint8Array;
  /** The picture's file as the archive keeps it. Rejects where it has gone. */
  pictureBytes(id: string): Promise<Uint8Array>;
}

export interface PressOptions {
  readonly profile: Profile;
  /** Needed for x4 and x1a; not used by proof. */
  readonly condition: OutputCondition | null;
  /** Distance the BleedBox stands outside the trim, in points; 0 for pages cut by the folder. */
  readonly bleedPt: number;
  readonly marks: Marks;
  /** The document's title; never empty in the file (a blank becomes the paper's name). */
  readonly title: string;
  /** The only time in the file: the press has no clock. */
  readonly creationDate: Date;
  /** Pictures are down-sampled to this many pixels an inch at their printed size. Default 220; proof 120. */
  readonly ppi?: number;
  /** Total ink, 1 = 100 %. Default 2.4. */
  readonly inkLimit?: number;
  /** Hears what a person should know of a picture that was printed all the same. */
  readonly onNote?: (note: PressNote) => void;
  /** Called after each page. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Who deflates the file's streams: here and at once where nobody is named. */
  readonly deflate?: Deflate;
  /** Called once, when all is drawn and only packing is left: with a deflater elsewhere, time for other work. */
  readonly whilePacking?: () => void;
  /** Stops between pages and between pictures with a PressError `cancelled`. */
  readonly signal?: AbortSignal;
}

/** Pixels an inch: 2 × a 100 lpi screen and a tenth for crops that are enlarged a little later (guide print.md §3). */
export const PLATE_PPI = 220;
export const PROOF_PPI = 120;

/** Total ink on newsprint, 1 = 100 % (guide print.md §3). */
export const INK_LIMIT = 2.4;

/** Thinnest line a newsprint plate holds (guide print.md §2, R0018; checker n.line-weight), in points. */
export const HAIRLINE_PT = 0.25;
