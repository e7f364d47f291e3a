/** Which roles the pieces of a marked page may have, if they are to be read as its truth says. */
import type { Piece } from '../../../src/core/copy/piece.ts';
import type { Role } from '../../../src/core/copy/weights.ts';
import type { Mark } from './marks.ts';

/** How many faults it is that a piece has a role, and begins an item or not. */
export type Faults = (i: number, role: Role, fresh: boolean) => number;

interface Wanted {
  readonly roles: ReadonlySet<Role>;
  /** Null: it begins nothing and goes on with nothing. */
  readonly fresh: boolean | null;
  /** A caption, which may stand beside a story that goes on. */
  readonly caption: boolean;
}

const edge: Wanted = { roles: new Set<Role>(['furniture', 'jump', 'separator']), fresh: null, caption: false };
const beside = new Set<Role>(['furniture', 'jump', 'separator']);

/** The mark that most of the piece's letters have: brackets around a name of two are none of it. */
function markOf(piece: Piece, marks: readonly (Mark | null)[]): Mark | null {
  const count = new Map<string, { n: number; mark: Mark | null }>();
  const counts = /[\p{L}\p{N}]/u.test(piece.text) ? /[\p{L}\p{N}]/u : /\S/u;
  for (let k = piece.from; k < piece.to; k++) {
    if (!counts.test(piece.line.text[k] as string)) continue;
    const mark = marks[piece.line.map[k] as number] ?? null;
    const key = mark ? `${mark.item}.${mark.field}.${mark.block}` : '';
    const seen = count.get(key) ?? { n: 0, mark };
    seen.n++;
    count.set(key, seen);
  }
  return [...count.values()].reduce<{ n: number; mark: Mark | null }>((a, b) => (b.n > a.n ? b : a), { n: 0, mark: null }).mark;
}

const simple: Readonly<Record<string, readonly Role[]>> = {
  L: ['label'],
  K: ['kicker'],
  D: ['deck'],
  B: ['byline', 'endByline'],
  C: ['credit', 'endByline'],
  S: ['subhead', 'lifted'],
};

function rolesFor(mark: Mark, before: readonly (Mark | null)[], kind: string): readonly Role[] {
  const earlier = (field: string): boolean => before.some((m) => m?.item === mark.item && m.field === field);
  if (mark.field === 'H') return earlier('H') ? ['headline2', 'lifted', 'headline'] : ['headline', 'lifted'];
  if (mark.field !== 'P') return simple[mark.field] as readonly Role[];
  if (before.some((m) => m?.item === mark.item && m.block === mark.block && m.field === 'P')) return ['cont'];
  if (kind === 'photo') return ['caption', 'aside', 'para'];
  return ['para', 'note', 'brief'];
}

export function faultsOf(pieces: readonly Piece[], marks: readonly (Mark | null)[], kinds: readonly string[]): Faults {
  const ofPiece = pieces.map((p) => markOf(p, marks));
  const wanted = ofPiece.map((mark, i): Wanted => {
    if (!mark) return edge;
    const before = ofPiece.slice(0, i);
    const kind = kinds[mark.item] as string;
    const roles = new Set(rolesFor(mark, before, kind));
    return { roles, fresh: !before.some((m) => m?.item === mark.item), caption: kind === 'photo' && mark.field === 'P' };
  });
  return (i, role, fresh) => {
    const { roles, fresh: begins, caption } = wanted[i] as Wanted;
    if (role === 'aside') return caption ? 0 : 1;
    const wrong = roles.has(role) ? 0 : 1;
    return begins === null || beside.has(role) || role === 'lifted' || begins === fresh ? wrong : wrong + 1;
  };
}
