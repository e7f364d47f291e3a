/**
 * Deflate that gives the same bytes everywhere. The system's own (node:zlib) is faster, but its output changes from one
 * build to the next: the window, which runs on Electron's Node, and the command line would print two different files.
 */
import { zlibSync } from 'fflate';

/** `dense` bytes, such as outlines, hardly become smaller: on a page of text the quickest way makes the file 1.4 % larger. */
export type Packing = 'usual' | 'dense';

/** Somebody who deflates as `deflated` does, to the same bytes: at once, or elsewhere while more is drawn. */
export type Deflate = (bytes: Uint8Array, how: Packing) => Uint8Array | Promise<Uint8Array>;

/** A zlib stream (RFC 1950) of the bytes, for a PDF's FlateDecode. */
export const deflated = (bytes: Uint8Array, how: Packing = 'usual'): Uint8Array => zlibSync(bytes, { level: how === 'dense' ? 1 : 6 });
