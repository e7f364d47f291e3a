/** The plant's own output profile as a printing condition. */
import type { OutputCondition } from './options.ts';

const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

/** The description a profile gives of itself (ICC.1:2022 §9.2.41: `desc` of version 2, `mluc` of version 4); empty where it has none. */
function description(icc: Uint8Array): string {
  const view = new DataView(icc.buffer, icc.byteOffset, icc.byteLength);
  if (icc.length < 132) return '';
  const count = Math.min(view.getUint32(128), 200);
  for (let i = 0; i < count && 144 + 12 * i <= icc.length; i++) {
    if (tagAt(view, 132 + 12 * i) !== 'desc') continue;
    const at = view.getUint32(136 + 12 * i);
    if (at + 28 > icc.length) return '';
    const wide = tagAt(view, at) === 'mluc';
    const from = wide ? at + view.getUint32(at + 24) : at + 12;
    const length = view.getUint32(wide ? at + 20 : at + 8);
    const bytes = icc.subarray(from, Math.min(from + length, icc.length));
    const text = new TextDecoder(wide ? 'utf-16be' : 'latin1').decode(bytes);
    return text.replace(/\0/gu, '').trim();
  }
  return '';
}

/**
 * A profile outside the registry: it is named by its own description, or by its file where it has none. Whether it can
 * be used at all is said when it is: the press checks every condition.
 */
export function plantCondition(icc: Uint8Array, file: string): OutputCondition {
  const name = description(icc) || file;
  return { icc, identifier: name, name, registered: false };
}
