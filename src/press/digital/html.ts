/** The page as one HTML file that needs nothing but its picture: zones to click over the page, every article readable below. */
import type { DigitalArticle, DigitalPage } from './page.ts';

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replace(/[&<>"']/gu, (c) => HTML[c] as string);

/** The few words the page itself says. */
const WORDS = {
  'zh-CN': { page: (n: number) => `第${n}版`, back: '回到版面', zones: '版面热区', note: '编者按' },
  'zh-TW': { page: (n: number) => `第${n}版`, back: '回到版面', zones: '版面熱區', note: '編者按' },
  en: { page: (n: number) => `Page ${n}`, back: 'Back to the page', zones: 'Articles on the page', note: 'Note' },
} as const;
type Words = (typeof WORDS)[keyof typeof WORDS];
const wordsFor = (language: string): Words => WORDS[language as keyof typeof WORDS] ?? WORDS.en;

const STYLE = `
:root{color-scheme:light;--ink:#1c1b1a;--quiet:#6b6763;--zone:#b3261e}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#f3f1ec;font:17px/1.75 "Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif}
header,main{max-width:72rem;margin:0 auto;padding:1rem}
header h1{font-size:1.1rem;margin:0;letter-spacing:.04em}
.page{position:relative;background:#fff;box-shadow:0 1px 12px #0003}
.page img{display:block;width:100%;height:auto}
.page svg{position:absolute;inset:0;width:100%;height:100%}
.page a path{fill:var(--zone);fill-opacity:0;stroke:var(--zone);stroke-opacity:0;stroke-width:2;vector-effect:non-scaling-stroke;fill-rule:evenodd}
.page a:hover path,.page a:focus-visible path{fill-opacity:.1;stroke-opacity:.9}
.page a:focus{outline:none}
article{max-width:42rem;margin:3rem auto;padding:2rem;background:#fff}
article:target{box-shadow:0 0 0 2px var(--zone)}
article h2{font-size:1.6rem;line-height:1.35;margin:.2em 0}
article h3{font-size:1.05rem;margin:1.5em 0 .3em}
.label,.kicker,.deck,.byline,.credit,figcaption{color:var(--quiet);margin:.2em 0}
.body p{text-indent:2em;margin:0 0 .4em}
[lang=en] .body p{text-indent:1.2em}
.note{border-left:3px solid #ccc;padding-left:1em}
figure{margin:1.5em 0}figure img{width:100%;height:auto;display:block}
figcaption{font-size:.88rem}
@media print{.page svg,nav{display:none}}
`.replace(/\n/gu, '');

const line = (kind: string, text: string): string => (text ? `<p class="${kind}">${safe(text)}</p>\n` : '');

function zone(article: DigitalArticle): string {
  const path = article.polygons.map((ring) => `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('');
  const title = safe(article.title);
  return `<a href="#${safe(article.id)}" aria-label="${title}"><title>${title}</title><path d="${path}"/></a>\n`;
}

function body(article: DigitalArticle, words: Words): string {
  const blocks = article.body.map(({ type, text }) => {
    if (type === 'subhead') return `<h3>${safe(text)}</h3>\n`;
    return type === 'note' ? `<p class="note" aria-label="${words.note}">${safe(text)}</p>\n` : `<p>${safe(text)}</p>\n`;
  });
  return `<div class="body">\n${blocks.join('')}</div>\n`;
}

function figures(article: DigitalArticle): string {
  return article.pictures
    .filter((p) => p.file !== null)
    .map(({ file, caption, credit }) => {
      const said = [caption, credit].filter((t) => t !== '').join('　');
      const alt = caption || article.title;
      const below = said ? `<figcaption>${safe(said)}</figcaption>` : '';
      return `<figure><img src="${safe(file as string)}" alt="${safe(alt)}">${below}</figure>\n`;
    })
    .join('');
}

function articleHtml(article: DigitalArticle, words: Words): string {
  const { label, kicker, headline, deck, byline, credit } = article;
  return (
    `<article id="${safe(article.id)}" lang="${article.language}">\n` +
    line('label', label) +
    line('kicker', kicker) +
    (headline ? `<h2>${safe(headline)}</h2>\n` : '') +
    line('deck', deck) +
    line('byline', byline) +
    figures(article) +
    body(article, words) +
    line('credit', credit) +
    `<nav><a href="#page">${words.back}</a></nav>\n</article>\n`
  );
}

/** `image` is the page's picture beside the file. No script, nothing fetched from elsewhere. */
export function digitalHtml(page: DigitalPage, image: string): string {
  const words = wordsFor(page.language);
  const title = [page.paper, page.date ?? '', words.page(page.page), page.section].filter((t) => t !== '').join(' ');
  return (
    `<!doctype html>\n<html lang="${page.language}">\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">\n' +
    `<title>${safe(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n<header><h1>${safe(title)}</h1></header>\n<main>\n` +
    `<div class="page" id="page"><img src="${safe(image)}" alt="${safe(title)}">\n` +
    `<svg viewBox="0 0 1 1" preserveAspectRatio="none" role="navigation" aria-label="${words.zones}">\n${page.articles.map(zone).join('')}</svg></div>\n` +
    `${page.articles.map((a) => articleHtml(a, words)).join('')}</main>\n</body>\n</html>\n`
  );
}
