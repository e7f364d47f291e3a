/** What may follow what on a page: the state of the item being read, and the cost of every step. */

import { underLabel } from './couples.ts';
import { closesMore, leftOpen } from './ended.ts';
import { features } from './features.ts';
import { afterHeadline, afterKicker, moreDeck, twoLines } from './heads.ts';
import type { Heard } from './hear.ts';
import { briefLabel, commentaryLabel, ofColumn } from './lexicon/lines.ts';
import type { Piece } from './piece.ts';
import { sizesSay, tooLarge } from './sizes.ts';
import type { Role } from './weights.ts';

export type Phase = 'start' | 'label' | 'kicker' | 'headline' | 'headline2' | 'deck' | 'byline' | 'note' | 'body' | 'subhead';

/** What is known of the item being read; everything a later step's cost depends on. */
export interface State {
  readonly phase: Phase;
  readonly head: boolean;
  readonly by: boolean;
  /** The last paragraph's sentence is not over. */
  readonly open: boolean;
  /** The item said that it is over: a credit, a by-line at its end, a jump. */
  readonly closed: boolean;
  /** A column of short items. */
  readonly brief: boolean;
  /** An announcement: its last lines say who, when and where to ask. */
  readonly notice: boolean;
  /** It argues, or is a letter: short, without subheads. */
  readonly plain: boolean;
  /** Paragraphs so far, up to 2. */
  readonly body: 0 | 1 | 2;
  /** Paragraphs since the last head, up to 2: items of a column have one each, a story's sections more. */
  readonly run: 0 | 1 | 2;
  /** Subheads so far, up to 2. A story has none or several: a single one is more likely another story's headline. */
  readonly subs: 0 | 1 | 2;
  /** The last piece was a caption: 1 it may still get its credit line, 2 it is no caption without one. */
  readonly cap: 0 | 1 | 2;
  /** Another item broke into a story whose sentence was not over: it may go on. */
  readonly parked: boolean;
  /** A line of display type landed in one of its sentences and is not its headline: it may be the next story's. */
  readonly strayed: boolean;
  /** And it was the last piece: a second one beside it is its other line. */
  readonly lifting: boolean;
}

export const initial: State = {
  phase: 'start',
  head: false,
  by: false,
  open: false,
  closed: true,
  brief: false,
  notice: false,
  plain: false,
  body: 0,
  run: 0,
  subs: 0,
  cap: 0,
  parked: false,
  strayed: false,
  lifting: false,
};

const phases: Readonly<Record<Phase, number>> = {
  start: 0,
  label: 1,
  kicker: 2,
  headline: 3,
  headline2: 4,
  deck: 5,
  byline: 6,
  note: 7,
  body: 8,
  subhead: 9,
};

/** States with the same key have the same future. */
export const keyOf = (s: State): number =>
  phases[s.phase] |
  (s.head ? 16 : 0) |
  (s.by ? 32 : 0) |
  (s.open ? 64 : 0) |
  (s.closed ? 128 : 0) |
  (s.brief ? 256 : 0) |
  (s.body << 9) |
  (s.subs << 11) |
  (s.cap << 13) |
  (s.notice ? 1 << 15 : 0) |
  (s.plain ? 1 << 16 : 0) |
  (s.parked ? 1 << 17 : 0) |
  (s.strayed ? 1 << 18 : 0) |
  (s.lifting ? 1 << 19 : 0) |
  (s.run << 20);

export interface Step {
  readonly role: Role;
  /** The piece begins an item of its own. */
  readonly fresh: boolean;
  readonly cost: number;
  readonly next: State;
  /** The story that was broken into goes on here. */
  readonly returns?: true;
}

/** The pieces before, to compare display lines with; `piece` is the one to read. */
export interface Context {
  readonly piece: Piece;
  /** The last piece that was a display line of the same item, when it is the one just before. */
  readonly before: Piece | null;
  /** What the words of the two say of each other, where they are a head; nothing where that is not known. */
  readonly heard: Heard;
  /** The last body piece. */
  readonly text: Piece | null;
  /** The last piece of the story that another item broke into. */
  readonly parked: Piece | null;
  /** Whether the piece may be this at such a cost: neither its own looks nor the reading so far are beyond hope. */
  readonly may: (role: Role, cost: number) => boolean;
}

/** What it is worth that a story without a headline follows one that a headline has strayed into. */
const STRAYED = 1.5;

/** What a story's only subhead costs. */
const loneSubhead = 1.8;

/** What it is worth that two lines stand there and not one. */
const PAIR = 2.5;

/** What it costs to begin another item here. */
function beginning(s: State, p: Piece): number {
  const gap = p.gap * 1.5 + p.pair * PAIR + (p.hint?.starts ? 5 : 0) - (s.subs === 1 ? (p.latin ? loneSubhead / 2 : loneSubhead) : 0);
  if (s.phase === 'start') return 0;
  if (s.phase === 'subhead') return -6;
  if (s.phase !== 'body') return -7 + Math.min(2, gap);
  if (s.open) return -6 + gap;
  if (s.closed) return 1 + gap / 2;
  return (s.brief ? -1 : -2.7) + gap + (s.body === 0 ? -1 : 0);
}

/** What it costs that the item which ends here has a headline, and for all its text a few words: 等了1106天 海陵队回来了！ */
const meagre = (s: State, text: Piece | null): number =>
  s.phase === 'body' &&
  s.body === 1 &&
  s.head &&
  !s.closed &&
  !s.brief &&
  !s.notice &&
  text &&
  !text.latin &&
  text.width < 20 &&
  wordy(text)
    ? 3
    : 0;

/** A table ends its item, unless another one follows. */
const underTable = (p: Piece, text: Piece | null): boolean =>
  text !== null && (text.row > 0 || features.schedule(text) > 0) && p.row === 0 && p.tables === 0 && features.schedule(p) === 0;

const wordy = (p: Piece): boolean => p.row === 0 && p.verse === 0 && p.mark === '' && p.says.caption === 0 && p.says.endCredit === 0;

const fresh = (s: State, phase: Phase, more: Partial<State> = {}): State => ({
  ...initial,
  closed: false,
  brief: s.brief,
  phase,
  parked: s.parked || breaksInto(s),
  ...more,
});

/** What begins here begins in the middle of a sentence. */
export const breaksInto = (s: State): boolean => s.phase === 'body' && s.open;

/** Wider than this, in ems, is no line of the page that nothing marks as one; at its head and foot stand wider ones. */
const OWN = { han: 36, latin: 64 } as const;
const OWN_AT_EDGE = { han: 60, latin: 150 } as const;

/** What it costs that nothing says so. */
const UNMARKED = -4;

/**
 * A line that may be the page's and no story's, though nothing in it says so: a slogan, a motto, what a section is called. The only
 * line over the first text is that one's headline.
 */
const marginal = (s: State, p: Piece): boolean =>
  p.hint === null &&
  !(s.phase === 'start' && p.overText) &&
  !(p.latin && /^\p{Lu}\p{Ll}+$/u.test(p.text)) &&
  p.width <= (p.atEdge ? OWN_AT_EDGE : OWN)[p.latin ? 'latin' : 'han'] &&
  !(s.phase === 'body' && s.open) &&
  p.row === 0 &&
  p.verse === 0;

/** Every role the piece may take after this state. */
export function steps(s: State, c: Context): Step[] {
  const list: Step[] = [];
  const p = c.piece;
  const add: Add = (role, isFresh, cost, next) => {
    if (c.may(role, cost)) list.push({ role, fresh: isFresh, cost, next: next() });
  };
  if (p.says.separator) {
    add('separator', false, 0, () => s);
    return list;
  }
  const known = p.says.furniture > 0 || p.hint?.role === 'furniture';
  if (known || marginal(s, p))
    add('furniture', false, s.notice && s.body > 0 && p.says.signOff > 0 ? -9 : known ? 0 : UNMARKED, () =>
      // 本栏目由…协办 stands under the last line of what it speaks of.
      s.phase === 'body' && !s.open && ofColumn.test(p.text) ? { ...s, cap: 0, closed: true } : { ...s, cap: 0 },
    );
  if (p.says.jump)
    add('jump', false, 0, () =>
      s.phase === 'body' && /下转|下轉|转|轉|continued on|see |turn/iu.test(p.text) ? { ...s, closed: true, open: false } : s,
    );
  openings(s, c, add);
  heads(s, c, add);
  bodies(s, c, add);
  goesBack(s, c, list);
  pictures(s, c, add);
  if (s.cap === 2)
    return list.map((step) => (step.role === 'credit' || step.role === 'furniture' ? step : { ...step, cost: step.cost - 6 }));
  return list;
}

type Add = (role: Role, isFresh: boolean, cost: number, next: () => State) => void;

/** Label, kicker, headline, run-in brief: what begins an item. */
function openings(s: State, { piece: p, before, text, heard }: Context, add: Add): void {
  const begin = beginning(s, p) - meagre(s, text) + (underTable(p, text) ? 2 : 0);
  if (p.width <= 16)
    add('label', true, begin, () =>
      fresh(s, 'label', {
        brief: p.over === 1 || briefLabel.test(p.text),
        plain: commentaryLabel.test(p.text) || /(?:来信|來函|投書|letters)/iu.test(p.text),
      }),
    );
  const head: Partial<State> = { head: true, notice: p.says.notice > 0 };
  add('kicker', true, begin, () => fresh(s, 'kicker'));
  add('headline', true, begin + (s.brief && p.mark !== '' ? 1.5 : 0), () => fresh(s, 'headline', head));
  if (s.phase === 'label' && s.body === 0) {
    add('kicker', false, underLabel.kicker + heard['label-kicker'], () => ({ ...s, phase: 'kicker' }));
    // Marked heads of one family under a label: a column of short items, whatever the label says.
    const column = s.brief || p.heads === 1 || (p.mark !== '' && p.peers >= 1 && !p.boxed);
    const own = { ...head, notice: s.notice || p.says.notice > 0 };
    add('headline', false, underLabel.headline + heard['label-headline'] + (column && p.mark !== '' ? 1.5 : 0), () => ({
      ...s,
      phase: 'headline',
      ...own,
      brief: column,
    }));
  }
  if (s.phase === 'kicker' && before)
    add('headline', false, afterKicker(before, p) + heard['kicker-headline'] + sizesSay(before, p, 'kicker-headline'), () => ({
      ...s,
      phase: 'headline',
      ...head,
    }));
  // 她在殡仪馆对面开了二十一年花店， | 只卖一种颜色的花
  if (s.phase === 'kicker' && before?.open) add('kicker', false, 0.5, () => s);
  if (s.phase === 'byline' && !s.head && s.body === 0) add('headline', false, -0.5, () => ({ ...s, phase: 'headline', head: true }));
  // A run-in brief: a paragraph that is an item of its own.
  const inBriefs = s.brief && (s.phase === 'label' || s.phase === 'body');
  const cost =
    s.phase === 'label'
      ? s.brief
        ? 1.4
        : p.listed > 0 && overBriefs(before)
          ? 0.2
          : -4.5
      : begin - (inBriefs ? (s.head || p.mark !== '' ? 0.6 : -0.4) : 2.5);
  const next: State =
    s.phase === 'label'
      ? { ...s, phase: 'body', body: 1, run: 1, brief: s.brief || p.listed > 0, open: !p.ended, closed: closes(p) }
      : fresh(s, 'body', { body: 1, run: 1, open: !p.ended, closed: closes(p) });
  if (!p.says.note) add('brief', s.phase !== 'label', cost, () => next);
}

/** A label that stands over a column of short items: a known one, or two or three characters that are no name. */
const overBriefs = (label: Piece | null): boolean =>
  label !== null && (label.says.label > 0.5 || label.says.column > 0 || (label.width <= 4 && label.says.name < 0.6));

/** Who speaks for the paper, without a name. */
const unnamed = /^(?:本报|本報|本刊)(?:特约|特約)?(?:评论员|評論員|编辑部|編輯部|评论部)$/u;

/** Second headline line, deck, by-line: what stands between an item's headline and its text. */
function heads(s: State, { piece: p, before, heard }: Context, add: Add): void {
  if ((s.phase === 'headline' || s.phase === 'headline2') && before)
    add(
      'headline2',
      false,
      twoLines(before, p) +
        heard['headline-headline2'] +
        sizesSay(before, p, 'headline-headline2') -
        (s.phase === 'headline2' && !p.latin ? 1.5 : 0),
      () => ({
        ...s,
        phase: 'headline2',
      }),
    );
  if ((s.phase === 'headline' || s.phase === 'headline2') && before)
    add('deck', false, afterHeadline(before, p) + heard['headline-deck'] + sizesSay(before, p, 'headline-deck'), () => ({
      ...s,
      phase: 'deck',
    }));
  if (s.phase === 'deck' && before) add('deck', false, moreDeck(before, p), () => ({ ...s, phase: 'deck' }));
  const signable = s.phase === 'headline' || s.phase === 'headline2' || s.phase === 'deck' || s.phase === 'note';
  if (signable && !s.by) add('byline', false, 0.5, () => ({ ...s, phase: 'byline', by: true }));
  if (s.phase === 'label' && !s.by) add('byline', false, -1.2 - (p.says.byline > 0.4 ? 0 : 3), () => ({ ...s, phase: 'byline', by: true }));
  // 本报评论员 over the headline.
  if (p.says.byline > 0.7 && !p.latin)
    add('byline', true, beginning(s, p) - (unnamed.test(p.text) ? -2.5 : 2.5), () => fresh(s, 'byline', { by: true }));
  // Its headline strayed into the text above.
  if (s.strayed && s.phase === 'body' && !s.open && (p.says.byline > 0.5 || p.says.name > 0.55))
    add('byline', true, STRAYED, () => fresh(s, 'byline', { head: true, by: true }));
  // ——…纪事, or what stands over a by-line: so did the headline of this deck.
  if (s.strayed && s.phase === 'body' && !s.open && (/^[—–－-]/u.test(p.text) || features.headed(p) > 0) && !p.ended)
    add('deck', true, STRAYED, () => fresh(s, 'deck', { head: true }));
  if (s.phase === 'byline') add('byline', false, p.says.byline > 0.4 ? 0 : -6, () => s);
  if (s.phase !== 'start' && s.phase !== 'body' && s.phase !== 'subhead') add('note', false, 0.2, () => ({ ...s, phase: 'note' }));
  // 开栏的话 alone on its line heads a piece of its own.
  if (s.phase === 'body' && s.body === 1 && !s.closed && p.says.bareNote === 0) add('note', false, -1.5, () => ({ ...s, phase: 'body' }));
  // 编辑附记 under the name of who wrote.
  if (s.phase === 'body' && s.closed && p.says.note > 0 && p.says.bareNote === 0) add('note', false, 0.5, () => ({ ...s, phase: 'body' }));
  if (s.phase === 'body' && !s.open)
    add('endByline', false, s.by ? -3.5 : unnamed.test(p.text) ? -2.5 : wrote(p) && s.body === 2 ? 3.4 : 0.6, () => ({
      ...s,
      by: true,
      closed: true,
    }));
}

/** Paragraphs and what stands between them. */
function bodies(s: State, c: Context, add: Add): void {
  const { piece: p } = c;
  const body = (): State => ({
    ...s,
    phase: 'body',
    body: Math.min(2, s.body + 1) as 1 | 2,
    run: Math.min(2, s.run + 1) as 1 | 2,
    open: breaksOff(p) && !(s.notice && p.says.signOff > 0),
    cap: 0,
    lifting: false,
    closed: closes(p),
  });
  const first = s.body === 0;
  if (s.strayed && s.phase === 'body' && !s.open && p.says.dateline > 0)
    add('para', true, STRAYED + 1.8, () => ({ ...fresh(s, 'body', { head: true }), body: 1, run: 1, open: !p.ended, closed: closes(p) }));
  if (s.phase === 'start') add('para', true, -2.6, () => ({ ...fresh(s, 'body'), body: 1, run: 1, open: !p.ended }));
  else if (s.phase === 'kicker') add('para', false, -6, body);
  else if (s.phase === 'label')
    add(
      'para',
      false,
      p.row > 0 ? 0 : c.before?.says.label ? (c.before.says.notice && c.before.latin ? -0.3 : -1.8) - (p.beforeByline ? 2.5 : 0) : -4.5,
      body,
    );
  else {
    let cost = s.phase === 'byline' ? 0.4 : 0;
    if (p.says.dateline) cost += first ? 1.8 : -3.5;
    if (s.open) cost -= 2.6;
    // English stories are signed or begin with a place; briefs are neither.
    if (first && p.latin && !s.by && !s.brief && s.phase !== 'byline' && !p.says.dateline) cost -= 0.3;
    // A line between a headline and its by-line is display type, whatever mark ends it.
    if (first && s.phase !== 'byline' && !s.by && p.beforeByline) cost -= 2.5;
    // 收了“电子红包”再退回，算不算违纪？ under a few words is the headline, and they its column's name.
    if (first && s.phase === 'headline' && columnQuestion(c.before, p)) cost -= 2.5;
    if (s.phase === 'subhead' && !p.latin && p.width <= 26 && /[？?]$/u.test(p.text) && !/^[问問]/u.test(p.text)) cost -= 2;
    if (s.closed) cost -= features.continues(p) > 0 ? 1 : 4;
    // In a column whose items have no heads each paragraph is one.
    if (!first && s.brief && !s.by) cost -= s.head ? 0.8 : 2.2;
    if (!first && p.says.signOff > 0) cost += s.notice ? 6 : 0;
    add('para', false, cost, body);
  }
  if (s.open && s.phase === 'body') add('cont', false, resumes(c), () => ({ ...body(), body: s.body, run: s.run }));
  if (s.phase === 'body' && !s.open)
    add(
      'subhead',
      false,
      (s.closed ? -5 : s.by || s.body > 1 ? -0.4 : -0.8) -
        (underTable(p, c.text) ? 3 : 0) +
        tooLarge(p) -
        p.gap * 0.9 -
        (s.brief ? 3 : s.notice ? 3.5 : s.plain ? 1.2 : 0),
      () => ({
        ...s,
        phase: 'subhead',
        run: 0,
        subs: s.subs === 0 ? 1 : 2,
        cap: 0,
      }),
    );
  if (s.phase === 'headline' || s.phase === 'headline2' || s.phase === 'deck' || s.phase === 'byline' || s.phase === 'note')
    add('subhead', false, s.phase === 'byline' || s.phase === 'note' ? -1.4 : -2.6 - stubOver(s, c), () => ({
      ...s,
      phase: 'subhead',
      subs: 1,
    }));
  // 一, 二 between the parts of a poem, whose lines end no sentence.
  if (s.phase === 'body' && s.open && features.ordinal(p) > 0)
    add('subhead', false, -1, () => ({ ...s, phase: 'subhead', run: 0, open: false, subs: 2 }));
  if (s.phase === 'subhead') add('subhead', false, -3.2, () => s);
  if (s.phase === 'body' && s.open)
    add('lifted', false, s.lifting ? -0.3 : s.head ? (s.subs === 0 && features.comma(p) === 0 ? -1.4 : -2.2) : 0.8, () => ({
      ...s,
      head: true,
      strayed: s.head,
      lifting: true,
    }));
}

/** A question in one line, under a few words. */
const columnQuestion = (before: Piece | null, p: Piece): boolean =>
  !p.latin && p.width <= 26 && /[？?]$/u.test(p.text) && before !== null && before.width <= 6;

/** A few characters over a heading are a column's name, not a headline over a subhead. */
const stubOver = (s: State, { before }: Context): number =>
  s.phase === 'headline' && before && !before.latin && before.width <= 5 ? 2.5 : 0;

/** The paragraph's sentence is not over. Rows of a table have none. */
const breaksOff = (p: Piece): boolean => !p.ended && p.row < 1 && features.schedule(p) === 0;

/** The paragraph ends its item: a by-line or a jump stands at its end. */
const closes = (p: Piece): boolean => p.says.endByline > 0.5 || features.tailNote(p) > 0;

/** The paragraph cut off before goes on here. */
function resumes({ piece: p, text }: Context): number {
  if (!text) return -4;
  if (text.runIn && p.sameLine) return 0.5;
  let cost = text.width > 25 ? 1.2 : -2;
  // A short line that neither ends nor breaks off is hardly a third of a sentence: a heading stands in it.
  if (!p.ended && !p.open && !p.latin && !/[，,；;]/u.test(p.text) && p.width >= 4 && text.width > p.width * 1.8 && p.width <= 22)
    cost -= 1.8;
  if (p.latin && !p.ended && !p.open && /^\p{Lu}/u.test(p.text) && p.width >= 6 && p.width <= 30 && text.width > p.width * 1.8) cost -= 1.8;
  if (text.open) cost += 1.2;
  if (text.halved && /^\p{Ll}/u.test(p.text)) cost += 2.5;
  if (/^\p{Lu}/u.test(p.text) && p.latin) cost -= 0.8;
  if (p.says.dateline) cost -= 3;
  return cost;
}

/** The story that was broken into goes on: a photograph with its title, or a whole story, stood in the middle of a sentence. */
function goesBack(s: State, { piece: p, parked, may }: Context, list: Step[]): void {
  if (!s.parked || !parked || s.phase !== 'body' || s.open || p.says.dateline > 0 || p.mark !== '') return;
  // Verse, tables and captions end without a stop.
  if (parked.width <= 25 || parked.verse > 0 || parked.row > 0 || parked.says.caption > 0 || p.verse > 0 || p.row > 0) return;
  // What was opened before is closed here, or nothing says that these two are one.
  const quoted = leftOpen(parked.text) ? (closesMore(p.text) ? 2.5 : -3.5) : closesMore(p.text) ? -2 : 0;
  const own = s.closed ? 1 : (p.width <= 6 && p.ended) || /^\p{Ll}/u.test(p.text) ? 1.5 : quoted > 0 ? 0.5 : -2.5;
  const cost = 3.6 + own + quoted;
  if (!may('cont', cost)) return;
  const next: State = { ...initial, phase: 'body', head: true, by: true, open: !p.ended, closed: closes(p), body: 2, run: 2, subs: 2 };
  list.push({ role: 'cont', fresh: false, cost, next, returns: true });
}

/** Captions and credits. A caption inside a story is set aside and the story goes on. */
function pictures(s: State, { piece: p, text }: Context, add: Add): void {
  const begin = beginning(s, p);
  const cap: State['cap'] = p.says.endCredit >= 0.5 ? 0 : p.says.caption > 0 ? 1 : 2;
  // Cut at a comma, a caption goes on.
  const cut = /[，、,]$/u.test(p.text) || p.halved > 0 || (p.says.caption === 1 && !p.ended && p.width > 12);
  const done = (t: State): State => ({ ...t, phase: 'body', body: 1, run: 1, open: cut, closed: !cut, cap: cut ? 0 : cap });
  if (s.phase === 'label' || s.phase === 'headline' || s.phase === 'headline2' || s.phase === 'deck')
    add('caption', false, s.phase === 'label' ? -0.6 : 0.3, () => done(s));
  else if (s.phase === 'byline') add('caption', false, -0.6, () => done(s));
  if (s.phase === 'body' && s.body === 1 && !s.by && !s.closed && !s.open)
    add('caption', false, text && text.says.dateline > 0 ? -4.5 : s.brief || (text && text.width > 50) ? -2.9 : -1.4, () => ({
      ...done(s),
      body: 2,
    }));
  if (s.phase === 'start' || s.closed) add('caption', true, begin - 0.6, () => done(fresh(s, 'body')));
  else {
    add('aside', false, s.phase === 'body' ? -0.3 : -1.2, () => ({ ...s, cap }));
    if (s.phase === 'body' && !s.open) add('caption', true, Math.max(begin, -2.2) - 0.6, () => done(fresh(s, 'body')));
  }
  if (s.cap > 0) add('credit', false, s.cap === 2 ? (wrote(p) ? 0 : 4.5) : 1, () => ({ ...s, cap: 0 }));
  else if (s.head && s.body === 0 && (s.phase === 'headline' || s.phase === 'byline'))
    add('credit', false, p.says.byline > 0.5 ? -8 : 2.6, () => done(s));
  else if (s.phase === 'body' && !s.open)
    add('credit', false, (s.body === 1 && !s.by) || ownPictures.test(p.text) ? 0.4 : -6, () => ({ ...s, closed: true }));
}

/** Who also wrote signs a story: 摄影报道 stands under headlines and long texts more often than under captions. */
const wrote = (p: Piece): boolean => p.says.byline > 0.5 && /报道|報導|文/u.test(p.text);

/** Whose the pictures of the story above are. */
const ownPictures = /^[（(]?(?:题图|題圖|插图|插圖|配图|配圖|资料图|本文图片|文中图片|图片均?由)/u;

/** What the page's end costs in this state. */
export const ending = (s: State): number => (s.cap === 2 ? -6 : 0) - (s.subs === 1 ? loneSubhead : 0) + phaseEnd(s);

const phaseEnd = (s: State): number => (s.phase === 'body' ? (s.open ? -1 : 0) : s.phase === 'start' ? 0 : s.phase === 'subhead' ? -4 : -3);
