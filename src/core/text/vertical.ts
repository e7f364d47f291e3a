/** 竖排: how a character stands in a vertical line. Sources: Unicode Vertical_Orientation, CLREQ (guide §4.9). */
/** Curly quotes become corner brackets: outer 『』, inner 「」 on the mainland. The text stays as it is. */
export const VERTICAL_QUOTES: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」' };

/** Longest run of digits set upright side by side in one em (纵中横). */
export const TATE_CHU_YOKO = 2;

/** Longest run of capitals set upright one below the other; longer words lie on their side. */
export const UPRIGHT_CAPITALS = 4;

/** Commas and stops are blank at the bottom of their em and can give it; ：；！？ keep theirs. */
const TRIMMED_BELOW = '，。、．';
export const blankBelow = (ch: string): boolean => TRIMMED_BELOW.includes(ch);
