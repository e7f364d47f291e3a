/** Keys as a person reads them, and as a native menu wants them. */

const NAMES: Readonly<Record<string, string>> = {
  Equal: '=',
  Minus: '-',
  Quote: "'",
  Semicolon: ';',
  Backslash: '\\',
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  BracketRight: ']',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  NumpadAdd: 'Num+',
  NumpadSubtract: 'Num-',
};

const plainKey = (code: string): string => NAMES[code] ?? code.replace(/^(Key|Digit)/u, '');

/** `$mod+Shift+KeyS` as `Ctrl+Shift+S`, or with the signs of a Mac. */
export function readableKeys(keys: string | undefined, mac: boolean): string {
  if (!keys) return '';
  const parts = keys.split('+');
  const signs: Record<string, string> = mac ? { $mod: '⌘', Shift: '⇧', Alt: '⌥' } : { $mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
  return parts.map((p) => signs[p] ?? plainKey(p)).join(mac ? '' : '+');
}

const ACCELERATOR: Readonly<Record<string, string>> = {
  '←': 'Left',
  '→': 'Right',
  '↑': 'Up',
  '↓': 'Down',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
  'Num+': 'numadd',
  'Num-': 'numsub',
};

/** The same as Electron's accelerators write it. Single letters are left out: a menu would show them as if they worked everywhere. */
export function accelerator(keys: string | undefined): string {
  if (!keys) return '';
  const parts = keys.split('+');
  if (parts.length === 1 && !/^(F\d+|Page|Delete)/u.test(keys)) return '';
  return parts
    .map((p) => (p === '$mod' ? 'CmdOrCtrl' : p === 'Shift' || p === 'Alt' ? p : (ACCELERATOR[plainKey(p)] ?? plainKey(p))))
    .join('+');
}
