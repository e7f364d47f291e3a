/** What the window draws small pages with: one store of glyphs and one of pictures. The large page has a worker of its own. */
import { Glyphs } from './canvas/glyphs.ts';
import type { Painter } from './canvas/paint.ts';
import { Pictures } from './canvas/pictures.ts';
import { desk, setDesk } from './state/desk.ts';

const arrivals = new Set<(picture: string) => void>();

export const glyphs = new Glyphs();

/** A picture's file was read, here or by the worker that paints. */
export function pictureFound(id: string): void {
  if (desk().amiss[id] !== 'missing') return;
  const { [id]: _found, ...amiss } = desk().amiss;
  setDesk({ amiss });
}

/** A picture's file is not there. */
export function pictureLost(id: string): void {
  const { amiss } = desk();
  if (!amiss[id]) setDesk({ amiss: { ...amiss, [id]: 'missing' } });
}

const pictures = new Pictures(
  (id) => desk().project?.pictures[id]?.sha256 ?? null,
  (id) => {
    pictureFound(id);
    for (const tell of arrivals) tell(id);
  },
  pictureLost,
);

export const painter: Painter = { glyphs, pictures };

/** Be told when a picture's pixels have come; the function given back stops it. */
export function onPicture(tell: (picture: string) => void): () => void {
  arrivals.add(tell);
  return () => arrivals.delete(tell);
}
