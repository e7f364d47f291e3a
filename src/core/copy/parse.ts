/** The best reading of a whole page: every line keeps all the roles it may have until the page's end decides. */
import { leadOf } from './echo.ts';
import type { Scale } from './features.ts';
import { breaksInto, type Context, ending, initial, keyOf, type State, steps } from './grammar.ts';
import { type Heard, hear, SILENCE } from './hear.ts';
import { type Piece, WIDEST } from './piece.ts';
import { type Bias, taught } from './taught.ts';
import { emissions, ROLES, type Role } from './weights.ts';

export interface Assigned {
  readonly piece: Piece;
  readonly role: Role;
  /** The piece begins another item. */
  readonly fresh: boolean;
  /** It begins in the middle of the sentence of the item before. */
  readonly parks: boolean;
  /** The item that was broken into goes on here. */
  readonly returns: boolean;
  /** It stands in a column of short items. */
  readonly brief: boolean;
  /** How sure, 0…1: the role's share among the roles the piece could have had beside the same neighbours. */
  readonly confidence: number;
}

/** One reading of the page up to a piece. */
export interface Node {
  readonly score: number;
  readonly state: State;
  readonly role: Role | null;
  readonly fresh: boolean;
  readonly returns: boolean;
  readonly back: Node | null;
  /** Last display line of the item and last line of text, as indices of pieces. */
  readonly display: number;
  readonly text: number;
  /** And the last line of text of the item that was broken into. */
  readonly parked: number;
}

/** Readings kept at each line: beyond these the best has never come from. */
const kept = 32;
/** A role whose own evidence is so far behind the best role's is not tried: no neighbour speaks so loud. */
const unthinkable = 11;
const any = (): boolean => true;
/** A reading so far behind the best (in nats) never catches up: no two lines give so much. */
const hopeless = 13;
/** No more does what was taught say for a step, in nats. */
const MOST_TAUGHT = 3;
/** In nats: what the next line may cost one role more than another, and what a share below a thousandth is. */
const negligible = 23;
const displayRoles = new Set<Role>(['label', 'kicker', 'headline', 'headline2', 'deck']);
const silent = new Set<Role>(['furniture', 'separator', 'jump', 'aside', 'lifted']);

/** What the lines of a page say by themselves, and what the words of neighbours say of each other. */
export interface Seen {
  readonly pieces: readonly Piece[];
  /** For each piece and role, in nats. */
  readonly evidence: readonly Record<Role, number>[];
  readonly heard: readonly Heard[];
}

/** And what was taught is in the evidence. */
export interface Known extends Seen {
  readonly bias: Bias;
}

export function parse(pieces: readonly Piece[], scale: Scale): Assigned[] {
  const known = knownOf(seenOf(pieces, scale), taught(pieces, scale));
  return assigned(known, bestPath(known));
}

export function seenOf(pieces: readonly Piece[], scale: Scale): Seen {
  const evidence = pieces.map((p) => emissions(p, scale));
  return { pieces, evidence, heard: pieces.map((_, i) => heardAt(pieces, evidence, i, scale)) };
}

export function knownOf({ pieces, evidence, heard }: Seen, bias: Bias): Known {
  const both = evidence.map((own, i) => {
    const more = bias.roles(i);
    const sum = { ...own };
    for (const [r, role] of ROLES.entries()) sum[role] += more[r] as number;
    return sum;
  });
  return { pieces, evidence: both, heard, bias };
}

/** The best reading, a node for each piece. `breadth` keeps so many times more readings than are ever needed. */
export function bestPath(known: Known, breadth = 1): Node[] {
  let front: Node[] = [
    { score: 0, state: initial, role: null, fresh: false, returns: false, back: null, display: -1, text: -1, parked: -1 },
  ];
  for (const i of known.pieces.keys()) front = advance(front, known, i, breadth);
  let best: Node | null = null;
  let top = Number.NEGATIVE_INFINITY;
  for (const node of front) {
    const score = node.score + ending(node.state);
    if (score > top) [best, top] = [node, score];
  }
  const path: Node[] = [];
  for (let node = best; node?.back; node = node.back) path.push(node);
  return path.reverse();
}

export function assigned(known: Known, path: readonly Node[]): Assigned[] {
  return path.map((node, i) => ({
    piece: known.pieces[i] as Piece,
    role: node.role as Role,
    fresh: node.fresh,
    parks: node.fresh && breaksInto((node.back as Node).state),
    returns: node.returns,
    brief: node.state.brief,
    confidence: confidence(node, path[i + 1] ?? null, known, i),
  }));
}

/** A line that may be one of a head's. */
const shows = (p: Piece): boolean => p.mark === '' && !p.sameLine && p.width <= WIDEST && p.row === 0 && p.verse === 0;

/** What the words of a piece and of the one before it say of the two. */
function heardAt(pieces: readonly Piece[], evidence: readonly Record<Role, number>[], i: number, scale: Scale): Heard {
  const [a, b] = [pieces[i - 1], pieces[i] as Piece];
  if (!a || a.latin !== b.latin || !shows(a) || !shows(b)) return SILENCE;
  return hear(a, b, evidence[i - 1] as Record<Role, number>, evidence[i] as Record<Role, number>, scale, leadOf(pieces, i));
}

function advance(front: readonly Node[], known: Known, i: number, breadth: number): Node[] {
  const emission = known.evidence[i] as Record<Role, number>;
  const best = new Map<number, Node>();
  const floor = Math.max(...Object.values(emission)) - unthinkable * breadth;
  let top = Number.NEGATIVE_INFINITY;
  for (const from of front) {
    let likely = false;
    const may = (role: Role, cost: number): boolean => {
      if (emission[role] <= floor) return false;
      likely = true;
      // What would be let go at the end of this line is not even made.
      return from.score + cost + emission[role] + MOST_TAUGHT > top - hopeless * breadth;
    };
    const possible = steps(from.state, contextOf(from, known, i, may));
    // Where the grammar allows none of the likely roles, an unlikely one must do.
    for (const step of likely ? possible : steps(from.state, contextOf(from, known, i, any))) {
      const score = from.score + step.cost + emission[step.role] + known.bias.step(i, from.state, step);
      top = Math.max(top, score);
      const key = keyOf(step.next);
      const rival = best.get(key);
      if (rival && rival.score >= score) continue;
      best.set(key, {
        score,
        state: step.next,
        role: step.role,
        fresh: step.fresh,
        returns: step.returns === true,
        back: from,
        display: displayRoles.has(step.role) ? i : silent.has(step.role) ? from.display : -1,
        text: step.role === 'para' || step.role === 'cont' || step.role === 'brief' || step.role === 'caption' ? i : from.text,
        parked: step.fresh && breaksInto(from.state) ? from.text : from.parked,
      });
    }
  }
  const nodes = [...best.values()].sort((a, b) => b.score - a.score);
  const behind = (nodes[0]?.score ?? 0) - hopeless * breadth;
  return nodes.slice(0, kept * breadth).filter((n) => n.score > behind);
}

const contextOf = (from: Node, { pieces, heard }: Known, i: number, may: Context['may']): Context => ({
  piece: pieces[i] as Piece,
  may,
  heard: from.display === i - 1 ? (heard[i] as Heard) : SILENCE,
  before: pieces[from.display] ?? null,
  text: pieces[from.text] ?? null,
  parked: pieces[from.parked] ?? null,
});

/** Softmax over the roles possible here, the neighbours as they were read; what the next line then costs counts too. */
function confidence(node: Node, next: Node | null, known: Known, i: number): number {
  const { pieces, heard, bias } = known;
  const emission = known.evidence[i] as Record<Role, number>;
  const back = node.back as Node;
  const piece = pieces[i] as Piece;
  const rivals = new Map<Role, number>();
  // So far behind, a rival has no thousandth of a share, whatever the next line then costs.
  const least = node.score - back.score - negligible;
  const near = (role: Role, cost: number): boolean => cost + emission[role] > least;
  const follows = (role: Role): boolean => role === next?.role;
  for (const step of steps(back.state, contextOf(back, known, i, near))) {
    let score = step.cost + emission[step.role] + bias.step(i, back.state, step);
    const after = pieces[i + 1];
    if (next && after) {
      const context: Context = {
        piece: after,
        before: displayRoles.has(step.role) ? piece : null,
        heard: displayRoles.has(step.role) ? (heard[i + 1] as Heard) : SILENCE,
        text: pieces[node.text] ?? null,
        parked: pieces[node.parked] ?? null,
        may: follows,
      };
      const follow = steps(step.next, context);
      score += follow.length > 0 ? Math.max(...follow.map((s) => s.cost + bias.step(i + 1, step.next, s))) : -8;
    }
    rivals.set(step.role, Math.max(score, rivals.get(step.role) ?? Number.NEGATIVE_INFINITY));
  }
  const own = rivals.get(node.role as Role) ?? 0;
  let sum = 0;
  for (const score of rivals.values()) sum += Math.exp(Math.min(30, score - own));
  return Math.round(Math.min(1, 1 / sum) * 1000) / 1000;
}
