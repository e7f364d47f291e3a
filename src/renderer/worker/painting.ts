/** What goes between the window, its composing worker and the worker that paints the page. */
import type { Camera, Point } from '../canvas/camera.ts';
import type { OverlayAsked } from '../canvas/overlay.ts';

/** What goes with a page (handles, the read-out, the look at it) waits for it no longer than this, in milliseconds. */
export const LONGEST_WAIT_MS = 40;

/** How the window looks at the page, and what it wants to see over it. */
export interface Look {
  /** Counts the looks. */
  readonly number: number;
  /** The project opened last (see ToWorker), and its page that is looked at. */
  readonly turn: number;
  readonly page: string | null;
  readonly camera: Camera;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  /** Where the pointer is, CSS pixels of the view: sharpened first after a zoom. */
  readonly pointer: Point | null;
  /** The colour beside the sheet, as a style sheet has it. */
  readonly pasteboard: string;
  readonly over: OverlayAsked | null;
  /** The last composed page that the window has taken in, by its number. */
  readonly scene: number;
  /** Edits that the composer had been sent of this project. */
  readonly edits: number;
  /** True where the page is still to be composed after them: it is then looked at so when it has come, or a moment later. */
  readonly wait: boolean;
}

export type ToPainter =
  /** Where composed pages come from: SceneNews. */
  | { readonly kind: 'composer'; readonly port: MessagePort }
  /** Canvases to draw on from now on: the page's bands from the top down, and what lies over them. */
  | { readonly kind: 'canvases'; readonly number: number; readonly bands: readonly OffscreenCanvas[]; readonly over: OffscreenCanvas }
  /** The hashes of pictures' files, by the pictures' ids. */
  | { readonly kind: 'pictures'; readonly shas: Readonly<Record<string, string>> }
  | { readonly kind: 'look'; readonly look: Look };

export type FromPainter =
  | {
      readonly kind: 'drawn';
      /** The canvases and the look that were drawn. */
      readonly canvases: number;
      readonly look: number;
      /** Nothing is left to be drawn sharp, and no page that the window has is missing. */
      readonly settled: boolean;
      /** When the page's last pixel was put, in milliseconds since 1970 with fractions; null where none had to be. */
      readonly at: number | null;
    }
  /** A picture has come, or its file is not there. */
  | { readonly kind: 'picture'; readonly picture: string; readonly there: boolean };
