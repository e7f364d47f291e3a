/** Spaces beside Han in running text mean nothing, once the marks are right (guide §4.7); in display text they are kept. */
import { isCjk } from './context.ts';
import type { Draft } from './draft.ts';

/** （记者 李明 王芳 通讯员 赵强）, （新华社发 王伟 摄）: a by-line or a credit within the text. */
const byline =
  /[（(]\p{Script=Han}{0,8}(?:记者|記者|通讯员|通訊員|实习生|實習生)[^（）()，。]{2,60}[）)]|[（(][\p{Script=Han}· \u3000]{2,30}(?:摄|攝|摄影|攝影|供图|供圖|提供)[）)]/gu;
const role = /(?:记者|記者|通讯员|通訊員|实习生|實習生|[（(])$/u;

export function spaces(draft: Draft): void {
  const text = draft.text();
  if (!/[ \u3000]/u.test(text) || isVerse(text)) return;
  const bylines = [...text.matchAll(byline)].map((m) => [m.index, m.index + m[0].length] as const);
  // Between a role and its name it means nothing; between two names it is all that parts them.
  const parts = (at: number): boolean => bylines.some(([from, to]) => from < at && at < to) && !role.test(text.slice(0, at));
  draft.each(
    /[ \u3000]+/gu,
    (m) => {
      const left = text[m.index - 1];
      const right = text[m.index + m[0].length];
      if (left === undefined || right === undefined) return '';
      if (!isCjk(left) && !isCjk(right)) return null;
      return parts(m.index) && !/[）)]/u.test(right) ? ' ' : '';
    },
    'space',
    0.85,
  );
}

/** 床前明月光 疑是地上霜: lines of a poem or the halves of a couplet, as long as each other and without a mark. */
function isVerse(text: string): boolean {
  const lines = text.trim().split(/[ \u3000]+/u);
  const length = lines[0]?.length ?? 0;
  return lines.length > 1 && length >= 4 && lines.every((l) => l.length === length && /^\p{Script=Han}+$/u.test(l));
}
