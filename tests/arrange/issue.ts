/** Generated issues: stories, pictures and advertisements from a seed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, newPage, newProject, type Page, type Preset, type Project, parsePreset } from '../../src/core/document/index.ts';
import { emptyStory, type Story, typed } from '../../src/core/story/index.ts';

const folder = join(process.cwd(), 'resources/presets');
export const presetNames = readdirSync(folder)
  .map((f) => f.replace('.json', ''))
  .sort();
export const presetOf = (name: string): Preset => parsePreset(name, readFileSync(join(folder, `${name}.json`), 'utf8'));

/** Numbers from a seed: xorshift, not the search's own. */
export function dice(seed: number): { int(from: number, to: number): number; pick<T>(of: readonly T[]): T } {
  let x = (seed * 2654435761 + 88172645) >>> 0 || 1;
  const next = (): number => {
    x ^= x << 13;
    x >>>= 0;
    x ^= x >>> 17;
    x ^= x << 5;
    x >>>= 0;
    return x / 4294967296;
  };
  return { int: (from, to) => from + Math.floor(next() * (to - from + 1)), pick: (of) => of[Math.floor(next() * of.length)] as never };
}

const HAN = '春风化雨润心田基层干部走访入户问需于民帮助群众解决实际困难推动乡村振兴建设宜居宜业和美家园产业发展带动增收致富';
const WORDS = 'council votes on new river bridge after long debate about cost and safety while residents ask for better buses'.split(' ');

function text(d: ReturnType<typeof dice>, length: number, language: Story['language']): string {
  if (language !== 'en') return Array.from({ length }, (_, i) => (i % 17 === 16 ? '，' : d.pick([...HAN]))).join('');
  let out = '';
  while (out.length < length) out += `${out ? ' ' : ''}${d.pick(WORDS)}`;
  return out;
}

export interface Issue {
  readonly project: Project;
  readonly page: Page;
  readonly stories: string[];
}

const SHAPES: readonly (readonly [number, number])[] = [
  [3000, 2000],
  [2000, 3000],
  [2400, 2400],
  [4000, 1600],
  [1800, 3600],
];

function story(
  d: ReturnType<typeof dice>,
  id: string,
  rank: number,
  kind: Story['kind'],
  length: number,
  language: Story['language'],
): Story {
  const factor = language === 'en' ? 2.6 : 1;
  const paragraphs = Math.max(1, Math.round(length / 140));
  const body = Array.from({ length: kind === 'photo' ? 1 : paragraphs }, (_, i) => ({
    ...typed(
      text(d, Math.round(((kind === 'photo' ? Math.min(length, 120) : length) / (kind === 'photo' ? 1 : paragraphs)) * factor), language),
    ),
    type: i > 1 && i % 4 === 0 ? ('subhead' as const) : ('paragraph' as const),
  })).map((b) => (b.type === 'subhead' ? { ...b, text: b.text.slice(0, 9) } : b));
  const T = (chance: number, least: number, most: number) =>
    d.int(0, 99) < chance ? typed(text(d, Math.round(d.int(least, most) * factor), language)) : null;
  return {
    ...emptyStory(id, language),
    kind,
    rank,
    headline: kind === 'photo' ? T(85, 4, 9) : (T(100, 6, 19) as never),
    label: T(25, 2, 6),
    kicker: kind === 'article' ? T(25, 8, 16) : null,
    deck: kind === 'article' ? T(15, 10, 24) : null,
    byline: kind === 'photo' ? null : T(80, 6, 12),
    credit: kind === 'photo' ? T(90, 5, 9) : null,
    body,
  };
}

/** One page's issue. `fill` scales the text against the page: about 1 fills it. */
export function issueOf(seed: number, fill = 0.95): Issue {
  const d = dice(seed);
  const preset = presetOf(d.pick(presetNames));
  const page0 = newPage(preset, 1);
  const { columns, charsPerColumn, lines } = page0.grid;
  const project: Project = newProject(preset, { seed });
  const language = preset.language;
  const stories = d.int(4, 14);
  let pictures = Math.min(d.int(0, 5), stories);
  const ads = advertisements(d, page0);
  const free = columns * lines - ads.reduce((n, f) => n + f.at.columns * f.at.lines, 0);
  // Heads and whites take a third of a page or so, pictures about an eighth each up to a third together.
  const artShare = Math.min(0.3, pictures * 0.11);
  const headLines = stories * 30 * (columns / 8);
  const textLines = Math.max(60, (free * (1 - artShare) - headLines) * fill * 0.9);
  const made: Story[] = [];
  const weights = Array.from({ length: stories }, () => d.int(2, 10));
  const sum = weights.reduce((a, b) => a + b, 0);
  const pics: Project['pictures'] = {};
  const addPicture = (): string => {
    const id = `pic${Object.keys(pics).length + 1}`;
    const [width, height] = d.pick(SHAPES);
    pics[id] = {
      id,
      name: `${id}.jpg`,
      sha256: id.padEnd(64, '0'),
      format: 'jpeg',
      width,
      height,
      focus: { x: 0.5, y: 0.5 },
      caption: '',
      credit: '',
    };
    return id;
  };
  for (let i = 0; i < stories; i++) {
    const share = (weights[i] as number) / sum;
    const isPhoto = i > 0 && pictures > 0 && d.int(0, 2) === 0;
    const kind = isPhoto ? 'photo' : i > 0 && d.int(0, 5) === 0 ? 'commentary' : share < 0.04 ? 'brief' : 'article';
    const s = story(d, `s${i + 1}`, i + 1, kind, Math.max(40, Math.round(share * textLines * charsPerColumn)), language);
    const own: Story['pictures'] = [];
    if (isPhoto) {
      own.push({ picture: addPicture(), caption: null, credit: null });
      pictures--;
    } else if (pictures > 0 && d.int(0, 3) === 0) {
      own.push({ picture: addPicture(), caption: typed(text(d, 14, language)), credit: typed('李明 摄') });
      pictures--;
    }
    made.push({ ...s, pictures: own });
  }
  const page = { ...page0, frames: ads };
  return {
    project: {
      ...project,
      pictures: pics,
      stories: Object.fromEntries(made.map((s) => [s.id, s])),
      storyOrder: made.map((s) => s.id),
      pages: [page],
    },
    page,
    stories: made.map((s) => s.id),
  };
}

/** Up to two locked advertisements at the foot. */
function advertisements(d: ReturnType<typeof dice>, page: Page): Frame[] {
  const { columns, lines } = page.grid;
  const count = Math.max(0, d.int(-2, 2));
  const height = Math.round(lines / d.pick([4, 5, 6]));
  const black = { kind: 'cmyk', c: 0, m: 0, y: 0, k: 1 } as const;
  const at = (column: number, width: number, h: number) => ({ column, line: lines - h, columns: width, lines: h });
  const places =
    count === 0
      ? []
      : count === 1
        ? [at(columns - d.int(2, columns), 0, height)]
        : [at(0, Math.floor(columns / 2), height), at(Math.floor(columns / 2), columns - Math.floor(columns / 2), height)];
  return places.map((p, i) => ({
    id: `ad${i + 1}`,
    article: null,
    shows: { kind: 'box', style: 'plain', weightPt: 0.5, colour: black },
    at: p.columns > 0 ? p : { ...p, columns: columns - p.column },
    dxPt: 0,
    dyPt: 0,
    locked: true,
  }));
}
