/** What every view of a page draws with: one store of glyphs and one of pictures for the whole window. */
import { Glyphs } from './canvas/glyphs.ts';
import type { Painter } from './canvas/paint.ts';
import { Pictures } from './canvas/pictures.ts';
import { desk, setDesk } from './state/desk.ts';

const arrivals = new Set<(picture: string) => void>();

export const glyphs = new Glyphs();

const pictures = new Pictures(
  (id) => desk().project?.pictures[id]?.sha256 ?? null,
  (id) => {
    if (desk().amiss[id] === 'missing') {
      const { [id]: _found, ...amiss } = desk().amiss;
      setDesk({ amiss });
    }
    for (const tell of arrivals) tell(id);
  },
  (id) => {
    const { amiss } = desk();
    if (!amiss[id]) setDesk({ amiss: { ...amiss, [id]: 'missing' } });
  },
);

export const painter: Painter = { glyphs, pictures };

/** Be told when a picture's pixels have come; the function given back stops it. */
export function onPicture(tell: (picture: string) => void): () => void {
  arrivals.add(tell);
  return () => arrivals.delete(tell);
}
