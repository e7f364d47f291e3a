/** A quick drawing of frames as SVG, for looking at. Not a test. */

import type { Arrangement } from '../../src/core/arrange/index.ts';
import type { Frame, Page, Project } from '../../src/core/document/index.ts';
import { placeRect } from '../../src/core/measure/index.ts';

const FILLS: Record<string, string> = { head: '#f3d9b0', body: '#e8e8e8', photo: '#9bb7d4', caption: '#cfe8cf' };

export function svgOf(project: Project, page: Page, a: Arrangement, scale = 0.5): string {
  const byArticle = new Map(a.articles.map((x) => [x.id, x]));
  const one = (f: Frame): string => {
    const r = placeRect(page.format, page.grid, f.at);
    const art = byArticle.get(f.article ?? '');
    const story = art && project.stories[art.story];
    const pt = art?.overrides.headline?.sizePt ?? 12;
    const text = f.shows.kind === 'head' ? `${story?.headline?.text ?? ''}` : f.shows.kind;
    const font = f.shows.kind === 'head' ? pt : 11;
    return `<rect x="${r.x}" y="${r.y}" width="${r.width}" height="${r.height}" fill="${FILLS[f.shows.kind] ?? '#fff'}" stroke="#555"/><text x="${r.x + r.width / 2}" y="${r.y + r.height / 2}" font-size="${font}" text-anchor="middle" font-family="Noto Serif CJK SC">${text} ${f.shows.kind === 'body' && f.shows.legs ? f.shows.legs : ''}</text>`;
  };
  const { widthPt: w, heightPt: h } = page.format;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w * scale}" height="${h * scale}" viewBox="0 0 ${w} ${h}"><rect width="${w}" height="${h}" fill="#fff"/>${a.frames.map(one).join('')}</svg>`;
}
