/**
 * Where the window fetches what is not plain data. One origin, so that the content policy says 'self' and no more.
 * A picture is named by the hash of its file, not by its id: the same address always gives the same pixels.
 */
export const SCHEME = 'banxin';
export const ORIGIN = 'banxin://app';

/** The face's file, as TrueType. */
export const fontAddress = (id: string): string => `${ORIGIN}/font/${encodeURIComponent(id)}`;

/** The same with the outlines of common characters alone: a third of the bytes, and all that most pages need. */
export const commonFontAddress = (id: string): string => `${ORIGIN}/font/${encodeURIComponent(id)}.common`;

/**
 * The picture as the screen shows it: sRGB, turned as its EXIF says, no wider than `widthPx` and never enlarged.
 * Main rounds the width up to one of `PICTURE_WIDTHS`, so that zooming asks for few sizes.
 */
export const pictureAddress = (sha256: string, widthPx: number): string => `${ORIGIN}/picture/${sha256}?w=${Math.ceil(widthPx)}`;

/** Pixels. The last is the most a window is ever given. */
export const PICTURE_WIDTHS: readonly number[] = [160, 320, 640, 1280, 2560, 5120];

/** A file that ships with Banxin, by its place below resources/, such as `presets/duikai-8.json`. */
export const resourceAddress = (path: string): string => `${ORIGIN}/resource/${path}`;
