/** 数字报: a page as data, straight from its Scene: each article's zone, words and pictures. */
import type { Project } from '../../core/document/index.ts';
import type { Rect } from '../../core/measure/index.ts';
import type { Part, Scene } from '../../core/scene/index.ts';
import type { Story } from '../../core/story/index.ts';
import { articleTitle } from '../bookmarks.ts';
import { LANGUAGE_TAGS } from '../language.ts';
import { articlesOf } from '../tags.ts';
import { outline } from './outline.ts';

export interface DigitalPicture {
  /** The file in the edition's folder; null where the place is still empty. */
  readonly file: string | null;
  readonly caption: string;
  readonly credit: string;
  /** Where it stands, in fractions of the page's width and height. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface DigitalArticle {
  readonly id: string;
  readonly kind: Story['kind'];
  readonly language: string;
  readonly title: string;
  readonly label: string;
  readonly kicker: string;
  readonly headline: string;
  readonly deck: string;
  readonly byline: string;
  readonly credit: string;
  readonly body: readonly { readonly type: Story['body'][number]['type']; readonly text: string }[];
  readonly pictures: readonly DigitalPicture[];
  /** The rings of the article's zone in fractions of the page; by the even-odd rule. */
  readonly polygons: readonly (readonly (readonly [number, number])[])[];
}

export interface DigitalPage {
  readonly paper: string;
  readonly date: string | null;
  readonly language: string;
  readonly page: number;
  readonly section: string;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly articles: readonly DigitalArticle[];
}

/** Fractions to a hundred-thousandth: a twentieth of a pixel of the page's picture. */
const fraction = (n: number): number => Math.round(n * 1e5) / 1e5;

/** Half the gutter that newspapers set between columns, where the page does not say. Points. */
const HALF_GUTTER_PT = 5;

/** `fileOf` names the file of the picture shown by an item of a part; null where none is shown. */
export function digitalPage(scene: Scene, project: Project, fileOf: (part: Part) => string | null): DigitalPage {
  const page = project.pages.find((p) => p.id === scene.page);
  const sheet: Rect = { x: 0, y: 0, width: scene.widthPt, height: scene.heightPt };
  const grow = page ? (page.grid.gutterEm * page.grid.bodyPt) / 2 : HALF_GUTTER_PT;
  const articles = articlesOf(scene, page).flatMap(({ id, story }): DigitalArticle[] => {
    const found = project.stories[story];
    const parts = scene.parts.filter((part) => (part.article ?? part.story) === id);
    if (!found || parts.length === 0) return [];
    const rings = outline(parts, grow, sheet);
    const polygons = rings.map((ring) => ring.map(([x, y]) => [fraction(x / sheet.width), fraction(y / sheet.height)] as const));
    return [{ id, ...words(found), pictures: pictures(found, parts, sheet, fileOf, frameIndex(page)), polygons }];
  });
  return {
    paper: project.paper.name,
    date: project.paper.date,
    language: LANGUAGE_TAGS[project.paper.language],
    page: page?.number ?? 1,
    section: page?.section ?? '',
    widthPt: scene.widthPt,
    heightPt: scene.heightPt,
    articles,
  };
}

function words(story: Story): Omit<DigitalArticle, 'id' | 'pictures' | 'polygons'> {
  const text = (passage: { text: string } | null): string => passage?.text ?? '';
  return {
    kind: story.kind,
    language: LANGUAGE_TAGS[story.language],
    title: articleTitle(story),
    label: text(story.label),
    kicker: text(story.kicker),
    headline: text(story.headline),
    deck: text(story.deck),
    byline: text(story.byline),
    credit: text(story.credit),
    body: story.body.map(({ type, text: t }) => ({ type, text: t })),
  };
}

/** Which picture of its story a frame shows. */
const frameIndex =
  (page: Project['pages'][number] | undefined) =>
  (frame: string): number => {
    const shows = page?.frames.find((f) => f.id === frame)?.shows;
    return shows?.kind === 'photo' ? shows.picture : 0;
  };

function pictures(
  story: Story,
  parts: readonly Part[],
  sheet: Rect,
  fileOf: (part: Part) => string | null,
  indexOf: (frame: string) => number,
): DigitalPicture[] {
  return parts
    .filter((part) => part.role === 'photo')
    .map((part) => {
      const own = story.pictures[indexOf(part.frame)];
      return {
        file: fileOf(part),
        caption: own?.caption?.text ?? '',
        credit: own?.credit?.text ?? '',
        box: {
          x: fraction(part.x / sheet.width),
          y: fraction(part.y / sheet.height),
          width: fraction(part.width / sheet.width),
          height: fraction(part.height / sheet.height),
        },
      };
    });
}
