/** Whether a PDF page's fonts tell which characters their glyphs are. Without that pdf.js gives the numbers of the glyphs for letters. */
import type { Run } from './turned.ts';

/** What is asked of pdf.js's page: its fonts are at hand once its drawing has been read. */
interface PageOfFonts {
  getOperatorList(): Promise<unknown>;
  readonly commonObjs: { has(id: string): boolean; get(id: string): unknown };
}

/** What a newspaper's text is made of. */
const usual = /[\p{Script=Latin}\p{Script=Han}\p{N}\p{P}\p{S}\s]/u;
/** More odd characters than this, or fewer small letters among the letters, and the page's fonts are looked at. */
const odd = 0.01;
const small = 0.4;

/** Signs that makers of fonts without letters give their glyphs: dingbats, private characters, none at all. */
const nameless = /[\u2700-\u27bf\ue000-\uf8ff\p{Cn}\p{Cc}]/u;
const mostNameless = 0.3;

function isNameless(text: string): boolean {
  const characters = [...text].filter((c) => c.trim() !== '');
  return characters.length > 20 && characters.filter((c) => nameless.test(c)).length > characters.length * mostNameless;
}

function isSuspect(text: string): boolean {
  const characters = [...text].filter((c) => c.trim() !== '');
  const strange = characters.filter((c) => !usual.test(c)).length;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const smalls = text.match(/\p{Ll}/gu)?.length ?? 0;
  return strange > characters.length * odd || (capitals > 20 && smalls < (capitals + smalls) * small);
}

/** A composite font whose characters are its codes as they are: pdf.js's way where the file says nothing (its IdentityToUnicodeMap). */
function isMute(font: unknown): boolean {
  const { composite, toUnicode } = (font ?? {}) as { composite?: boolean; toUnicode?: { firstChar?: number; lastChar?: number } };
  return composite === true && toUnicode?.firstChar === 0 && (toUnicode.lastChar ?? 0) >= 0xffff;
}

/** Most of the page's text is in fonts that do not tell. */
export async function isUnreadable(page: PageOfFonts, runs: readonly Run[]): Promise<boolean> {
  const text = runs.map((r) => r.str).join(' ');
  if (isNameless(text)) return true;
  if (!isSuspect(text)) return false;
  await page.getOperatorList();
  let [mute, all] = [0, 0];
  for (const { str, fontName } of runs) {
    all += str.length;
    if (page.commonObjs.has(fontName) && isMute(page.commonObjs.get(fontName))) mute += str.length;
  }
  return mute > all / 2;
}
