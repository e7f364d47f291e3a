/** Captions that only what stands beside them gives away. */
import { artwork, datedCaption } from './lexicon/lines.ts';
import { namesIn } from './people.ts';
import type { Piece } from './piece.ts';

/** ①…, ②…: captions on a page that has pictures. */
export function numbered(pieces: readonly Piece[]): void {
  const own = pieces.filter((p) => /^[①-⑳]/u.test(p.text) && p.width <= 60);
  const pictures = pieces.some((p) => (p.says.byline > 0.4 && /[图圖摄攝]/u.test(p.text)) || p.says.credit > 0.5 || p.says.endCredit > 0.5);
  if (own.length >= 2 && pictures) for (const p of own) p.says = { ...p.says, caption: 1 };
}

/** 渔舟唱晚（水彩画） 濮阳 作: a work of art, and under it who made it. */
export function artworks(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const next = pieces[i + 1];
    if (!next || next.width > 10 || p.width > 24 || !artwork.test(p.text)) continue;
    const maker = /^(.*?)[ \u3000]*[作绘繪画畫书書刻摄攝]$/u.exec(next.text)?.[1] ?? next.text;
    if (namesIn(maker) > 0) next.says = { ...next.says, credit: 1, byline: 0, name: 0 };
  }
}

/** In English a credit alone on its line stands under its caption, whatever that begins with; in Chinese 10月19日，在肯尼亚北部，…。 does. */
export function creditedCaptions(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const credit = pieces[i + 1];
    if (
      p.latin &&
      credit?.latin &&
      !credit.sameLine &&
      credit.says.credit >= 0.6 &&
      p.width > 15 &&
      p.width <= 130 &&
      p.says.dateline === 0 &&
      p.mark === ''
    )
      p.says = { ...p.says, caption: 1 };
    if (!p.latin && p.ended && datedCaption.test(p.text) && p.width <= 130 && !credit?.sameLine && (credit?.says.credit ?? 0) >= 0.85)
      p.says = { ...p.says, caption: Math.max(0.9, p.says.caption) };
  }
}

/** Captions cut in two: Too soon: An orchard worker … | …lost. — SHAHRUL NIZAM/The Sentinel; 昨天清晨，… | …。 | 本报记者 燕归 摄. */
export function cutCaptions(pieces: readonly Piece[]): void {
  for (const [i, p] of pieces.entries()) {
    const rest = pieces[i + 1];
    const named = p.latin && /^\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}: \p{Lu}/u.test(p.text) && !p.ended;
    if (named && rest && /[.] [—–] \p{Lu}[^.]{6,50}$/u.test(rest.text) && rest.says.endCredit > 0.5) p.says = { ...p.says, caption: 1 };
  }
  for (const [i, p] of pieces.entries()) {
    const [rest, credit] = [pieces[i + 1], pieces[i + 2]];
    if (!rest?.ended || p.ended || p.width < 12 || (credit?.says.credit ?? 0) < 0.85) continue;
    if (!/^(?:昨[天日晚]|今[天日]|近日|日前|连日来|(?:\d{1,2}月)?\d{1,2}日)/u.test(p.text)) continue;
    p.says = { ...p.says, caption: 1 };
  }
}

/** A picture story's captions are so many at least, and none is longer, in ems. */
const ESSAY = { captions: 3, han: 30, latin: 60 } as const;

/** Short sentences in a row below the long text of a story whose writer also took pictures: their captions. */
export function essays(pieces: readonly Piece[]): void {
  const took = pieces.some((p) => p.says.byline > 0.4 && /[图圖摄攝]|photo|picture/iu.test(p.text));
  if (!took) return;
  const caption = (p: Piece | undefined): boolean =>
    p?.ended === true &&
    p.mark === '' &&
    p.turn === 0 &&
    p.row === 0 &&
    p.verse === 0 &&
    p.width > 6 &&
    p.width <= (p.latin ? ESSAY.latin : ESSAY.han) &&
    p.says.dateline === 0 &&
    !/[“”"「」：:]/u.test(p.text);
  for (let i = 2; i < pieces.length; ) {
    let end = i;
    while (caption(pieces[end])) end++;
    const over = pieces.slice(i - 2, i).every((p) => p.ended && p.width > 45);
    const under = pieces[end];
    if (end - i >= ESSAY.captions && over && (!under?.ended || under.says.furniture > 0))
      for (const p of pieces.slice(i, end)) p.says = { ...p.says, caption: 0.9 };
    i = Math.max(end, i + 1);
  }
}
