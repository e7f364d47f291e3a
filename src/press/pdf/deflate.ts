/**
 * Deflate that gives the same bytes everywhere. The system's own (node:zlib) is faster, but its output changes from one
 * build to the next: the window, which runs on Electron's Node, and the command line would print two different files.
 */
import { zlibSync } from 'fflate';

/**
 * A zlib stream (RFC 1950) of the bytes, for a PDF's FlateDecode. `dense` bytes, such as outlines, hardly become smaller:
 * on a page of text the quickest way makes the file 1.4 % larger.
 */
export const deflated = (bytes: Uint8Array, how: 'usual' | 'dense' = 'usual'): Uint8Array =>
  zlibSync(bytes, { level: how === 'dense' ? 1 : 6 });
