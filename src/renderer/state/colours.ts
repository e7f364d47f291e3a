/** Colours of the project: swatches, and where each is used. Pure. */
import {
  DEFAULT_PALETTE,
  type Edit,
  type Frame,
  type ObjectStyle,
  type Palette,
  type Project,
  type StyleOverrides,
  type StyleSheet,
  type Swatch,
  type TextStyle,
  templatesOf,
} from '../../core/document/index.ts';
import type { Colour } from '../../core/scene/index.ts';
import { putFrame, together } from './edits.ts';

export const paletteOf = (project: Project): Palette => project.palette ?? DEFAULT_PALETTE;

const key = (c: Colour): string => JSON.stringify(c.kind === 'cmyk' ? [c.c, c.m, c.y, c.k] : [c.name, c.tint, c.c, c.m, c.y, c.k]);
export const sameColour = (a: Colour, b: Colour): boolean => key(a) === key(b);

export const swatchOf = (project: Project, colour: Colour): Swatch | null =>
  paletteOf(project).swatches.find((s) => sameColour(s.colour, colour)) ?? null;

const percent = (v: number): number => Math.round(v * 100);

/** A colour in the trade's words: `C100 M60`, `K12`, `PANTONE 186 80%`. */
export function colourName(c: Colour): string {
  if (c.kind === 'spot') return c.tint === 1 ? c.name : `${c.name} ${percent(c.tint)}%`;
  const inks = (
    [
      ['C', c.c],
      ['M', c.m],
      ['Y', c.y],
      ['K', c.k],
    ] as const
  ).flatMap(([n, v]) => (percent(v) > 0 ? [`${n}${percent(v)}`] : []));
  return inks.join(' ') || 'K0';
}

export const putPalette = (after: Palette): Edit => ({ kind: 'palette', after });

function restyled(style: Partial<TextStyle>, from: Colour, to: Colour): Partial<TextStyle> | null {
  return style.colour && sameColour(style.colour, from) ? { ...style, colour: to } : null;
}

/** The records of a sheet with one colour changed; null where it holds none of it. */
function recoloured<T extends StyleSheet | StyleOverrides>(sheet: T, from: Colour, to: Colour): T | null {
  let changed = false;
  const after = Object.fromEntries(
    Object.entries(sheet).map(([role, style]) => {
      const next = style && restyled(style as Partial<TextStyle>, from, to);
      changed ||= Boolean(next);
      return [role, next ?? style];
    }),
  );
  return changed ? (after as T) : null;
}

/** Everything in the issue that has one colour gets another: what changing a swatch means. */
export function recolour(project: Project, from: Colour, to: Colour): Edit[] {
  const edits: Edit[] = [];
  for (const page of [...project.pages, ...templatesOf(project)]) {
    for (const f of page.frames) {
      const { shows } = f;
      if ('colour' in shows && sameColour(shows.colour, from)) edits.push(putFrame(page, { ...f, shows: { ...shows, colour: to } }));
      else if (shows.kind === 'text' && shows.overrides) {
        const overrides = recoloured(shows.overrides, from, to);
        if (overrides) edits.push(putFrame(page, { ...f, shows: { ...shows, overrides } }));
      }
    }
    for (const a of page.articles) {
      const overrides = recoloured(a.overrides, from, to);
      if (overrides) edits.push({ kind: 'article', page: page.id, id: a.id, after: { ...a, overrides } });
    }
  }
  const styles = recoloured(project.styles, from, to);
  if (styles) edits.push({ kind: 'styles', after: styles });
  return edits;
}

/** A swatch put in, changed or taken out; what had its colour follows a change. */
export function swatchEdit(project: Project, index: number, after: Swatch | null): Edit | null {
  const palette = paletteOf(project);
  const before = palette.swatches[index];
  const swatches = after
    ? before
      ? palette.swatches.map((s, i) => (i === index ? after : s))
      : [...palette.swatches, after]
    : palette.swatches.filter((_, i) => i !== index);
  const objects =
    before && after
      ? palette.objects.map((o) => (sameColour(o.colour, before.colour) ? { ...o, colour: after.colour } : o))
      : palette.objects;
  const edits = before && after && !sameColour(before.colour, after.colour) ? recolour(project, before.colour, after.colour) : [];
  return together([putPalette({ swatches, objects }), ...edits]);
}

type Drawn = Extract<Frame['shows'], { kind: 'rule' | 'box' | 'tint' }>;
export const drawnShows = (f: Frame): Drawn | null =>
  f.shows.kind === 'rule' || f.shows.kind === 'box' || f.shows.kind === 'tint' ? f.shows : null;

/** A frame drawn as an object style says. A style for rules serves borders too, and the other way round. */
export function drawnAs(f: Frame, o: ObjectStyle): Frame | null {
  const shows = drawnShows(f);
  if (!shows || (shows.kind === 'tint') !== (o.kind === 'tint')) return null;
  if (shows.kind === 'tint') return { ...f, look: o.id, shows: { ...shows, colour: o.colour } };
  return { ...f, look: o.id, shows: { ...shows, style: o.style ?? shows.style, weightPt: o.weightPt ?? shows.weightPt, colour: o.colour } };
}

/** An object style put in, changed or taken out. Frames that follow it change with it; without it they stay as they are. */
export function objectStyleEdit(project: Project, id: string, after: ObjectStyle | null): Edit | null {
  const palette = paletteOf(project);
  const known = palette.objects.some((o) => o.id === id);
  const objects = !after
    ? palette.objects.filter((o) => o.id !== id)
    : known
      ? palette.objects.map((o) => (o.id === id ? after : o))
      : [...palette.objects, after];
  const edits = [...project.pages, ...templatesOf(project)].flatMap((page) =>
    page.frames.flatMap((f) => {
      if (f.look !== id) return [];
      if (after) {
        const next = drawnAs(f, after);
        return next ? [putFrame(page, next)] : [];
      }
      const { look: _look, ...rest } = f;
      return [putFrame(page, rest)];
    }),
  );
  return together([putPalette({ ...palette, objects }), ...edits]);
}

export function freshLook(project: Project): string {
  const taken = new Set(paletteOf(project).objects.map((o) => o.id));
  let n = 1;
  while (taken.has(`o${n}`)) n++;
  return `o${n}`;
}
