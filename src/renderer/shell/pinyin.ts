/**
 * The first letters of Chinese words. GB 2312 has its 3,755 common characters in order of their pinyin, so the code of a
 * character says its letter; where a word reads a character otherwise, the table below has the other letter too.
 */

/** Where each letter begins among the codes of GB 2312. */
const STARTS: readonly (readonly [number, string])[] = [
  [0xb0a1, 'a'],
  [0xb0c5, 'b'],
  [0xb2c1, 'c'],
  [0xb4ee, 'd'],
  [0xb6ea, 'e'],
  [0xb7a2, 'f'],
  [0xb8c1, 'g'],
  [0xb9fe, 'h'],
  [0xbbf7, 'j'],
  [0xbfa6, 'k'],
  [0xc0ac, 'l'],
  [0xc2e8, 'm'],
  [0xc4c3, 'n'],
  [0xc5b6, 'o'],
  [0xc5be, 'p'],
  [0xc6da, 'q'],
  [0xc8bb, 'r'],
  [0xc8f6, 's'],
  [0xcbfa, 't'],
  [0xcdda, 'w'],
  [0xcef4, 'x'],
  [0xd1b9, 'y'],
  [0xd4d1, 'z'],
];
const END = 0xd7f9;

/** Characters that commands read otherwise than the code says. */
const ALSO: Readonly<Record<string, string>> = { 重: 'c', 行: 'h', 长: 'c', 调: 't', 还: 'h', 都: 'd', 单: 'd', 稿: 'g', 框: 'k' };

let letters: Map<string, string> | null = null;

function table(): Map<string, string> {
  if (letters) return letters;
  letters = new Map();
  const gbk = new TextDecoder('gbk');
  STARTS.forEach(([from, letter], i) => {
    const to = STARTS[i + 1]?.[0] ?? END + 1;
    for (let code = from; code < to; code++) {
      const low = code & 0xff;
      if (low < 0xa1 || low > 0xfe) continue;
      letters?.set(gbk.decode(new Uint8Array([code >> 8, low])), letter);
    }
  });
  return letters;
}

/** `重做` → `zz cz`: each way the word may be begun, Latin letters and digits as they are, everything else left out. */
export function initials(words: string): string {
  const plain: string[] = [];
  const other: string[] = [];
  for (const ch of words.toLowerCase()) {
    const letter = /[a-z0-9]/u.test(ch) ? ch : table().get(ch);
    if (letter === undefined && !ALSO[ch]) continue;
    plain.push(letter ?? (ALSO[ch] as string));
    other.push(ALSO[ch] ?? (letter as string));
  }
  const [a, b] = [plain.join(''), other.join('')];
  return a === b ? a : `${a} ${b}`;
}
