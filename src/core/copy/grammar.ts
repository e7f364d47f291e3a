/** What may follow what on a page: the state of the item being read, and the cost of every step. */
import { closesMore, leftOpen } from './ended.ts';
import { briefLabel, commentaryLabel } from './lexicon/lines.ts';
import type { Piece } from './piece.ts';
import { features, type Role } from './weights.ts';

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
  /** Subheads so far, up to 2. A story has none or several: a single one is more likely another story's headline. */
  readonly subs: 0 | 1 | 2;
  /** The last piece was a caption: 1 it may still get its credit line, 2 it is no caption without one. */
  readonly cap: 0 | 1 | 2;
  /** Another item broke into a story whose sentence was not over: it may go on. */
  readonly parked: boolean;
  /** A line of display type landed in one of its sentences and is not its headline: it may be the next story's. */
  readonly strayed: boolean;
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
  subs: 0,
  cap: 0,
  parked: false,
  strayed: false,
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
  (s.strayed ? 1 << 18 : 0);

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

/** What it costs to begin another item here. */
function beginning(s: State, p: Piece): number {
  const gap = p.gap * 1.5 + (p.hint?.starts ? 5 : 0) - (s.subs === 1 ? loneSubhead : 0);
  if (s.phase === 'start') return 0;
  if (s.phase === 'subhead') return -6;
  if (s.phase !== 'body') return -7 + Math.min(2, gap);
  if (s.open) return -6 + gap;
  if (s.closed) return 1 + gap / 2;
  return (s.brief ? -1 : -2.7) + gap + (s.body === 0 ? -1 : 0);
}

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
  if (p.says.furniture > 0 || p.hint?.role === 'furniture')
    add('furniture', false, s.notice && s.body > 0 && p.says.signOff > 0 ? -9 : 0, () => ({ ...s, cap: 0 }));
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
function openings(s: State, { piece: p, before }: Context, add: Add): void {
  const begin = beginning(s, p);
  if (p.width <= 16)
    add('label', true, begin, () =>
      fresh(s, 'label', {
        brief: briefLabel.test(p.text),
        plain: commentaryLabel.test(p.text) || /(?:来信|來函|投書|letters)/iu.test(p.text),
      }),
    );
  const head: Partial<State> = { head: true, notice: p.says.notice > 0 };
  add('kicker', true, begin, () => fresh(s, 'kicker'));
  add('headline', true, begin + (s.brief && p.mark !== '' ? 1.5 : 0), () => fresh(s, 'headline', head));
  if (s.phase === 'label' && s.body === 0) {
    add('kicker', false, 0.2, () => ({ ...s, phase: 'kicker' }));
    // Marked heads of one family under a label: a column of short items, whatever the label says.
    const column = s.brief || p.heads === 1 || (p.mark !== '' && p.peers >= 1 && !p.boxed);
    const own = { ...head, notice: s.notice || p.says.notice > 0 };
    add('headline', false, 0.6 + (column && p.mark !== '' ? 1.5 : 0), () => ({ ...s, phase: 'headline', ...own, brief: column }));
  }
  if (s.phase === 'kicker' && before) add('headline', false, afterKicker(before, p), () => ({ ...s, phase: 'headline', ...head }));
  if (s.phase === 'byline' && !s.head && s.body === 0) add('headline', false, -0.5, () => ({ ...s, phase: 'headline', head: true }));
  // A run-in brief: a paragraph that is an item of its own.
  const inBriefs = s.brief && (s.phase === 'label' || s.phase === 'body');
  const cost = s.phase === 'label' ? (s.brief ? 0.8 : -4.5) : begin - (inBriefs ? 0.6 : 2.5);
  const next: State =
    s.phase === 'label'
      ? { ...s, phase: 'body', body: 1, open: !p.ended, closed: closes(p) }
      : fresh(s, 'body', { body: 1, open: !p.ended, closed: closes(p) });
  if (!p.says.note) add('brief', s.phase !== 'label', cost, () => next);
}

/** Who speaks for the paper, without a name. */
const unnamed = /^(?:本报|本報|本刊)(?:特约|特約)?(?:评论员|評論員|编辑部|編輯部|评论部)$/u;

/** Second headline line, deck, by-line: what stands between an item's headline and its text. */
function heads(s: State, { piece: p, before }: Context, add: Add): void {
  if ((s.phase === 'headline' || s.phase === 'headline2') && before)
    add('headline2', false, twoLines(before, p), () => ({ ...s, phase: 'headline2' }));
  if ((s.phase === 'headline' || s.phase === 'headline2') && before)
    add('deck', false, afterHeadline(before, p), () => ({ ...s, phase: 'deck' }));
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
  if (s.phase === 'byline') add('byline', false, p.says.byline > 0.4 ? 0 : -6, () => s);
  if (s.phase !== 'start' && s.phase !== 'body' && s.phase !== 'subhead') add('note', false, 0.2, () => ({ ...s, phase: 'note' }));
  // 开栏的话 alone on its line heads a piece of its own.
  if (s.phase === 'body' && s.body === 1 && !s.closed && p.says.bareNote === 0) add('note', false, -1.5, () => ({ ...s, phase: 'body' }));
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
    open: !p.ended && !(s.notice && p.says.signOff > 0),
    cap: 0,
    closed: closes(p),
  });
  const first = s.body === 0;
  if (s.strayed && s.phase === 'body' && !s.open && p.says.dateline > 0)
    add('para', true, STRAYED + 1.8, () => ({ ...fresh(s, 'body', { head: true }), body: 1, open: !p.ended, closed: closes(p) }));
  if (s.phase === 'start') add('para', true, -2.6, () => ({ ...fresh(s, 'body'), body: 1, open: !p.ended }));
  else if (s.phase === 'kicker') add('para', false, -6, body);
  else if (s.phase === 'label')
    add('para', false, p.row > 0 ? 0 : c.before?.says.label ? (c.before.says.notice && c.before.latin ? -0.3 : -1.8) : -4.5, body);
  else {
    let cost = s.phase === 'byline' ? 0.4 : 0;
    if (p.says.dateline) cost += first ? 1.8 : -3.5;
    if (s.open) cost -= 2.6;
    // English stories are signed or begin with a place; briefs are neither.
    if (first && p.latin && !s.by && !s.brief && s.phase !== 'byline' && !p.says.dateline) cost -= 0.3;
    // A line between a headline and its by-line is display type, whatever mark ends it.
    if (first && s.phase !== 'byline' && !s.by && p.beforeByline) cost -= 2.5;
    if (s.closed) cost -= 4;
    if (!first && s.brief && !s.by) cost -= 0.8;
    if (!first && p.says.signOff > 0) cost += s.notice ? 6 : 0;
    add('para', false, cost, body);
  }
  if (s.open && s.phase === 'body') add('cont', false, resumes(c), () => ({ ...body(), body: s.body }));
  if (s.phase === 'body' && !s.open)
    add(
      'subhead',
      false,
      (s.closed ? -5 : s.by || s.body > 1 ? -0.4 : -0.8) - p.gap * 0.9 - (s.brief ? 3 : s.notice ? 3.5 : s.plain ? 1.2 : 0),
      () => ({
        ...s,
        phase: 'subhead',
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
    add('subhead', false, -1, () => ({ ...s, phase: 'subhead', open: false, subs: 2 }));
  if (s.phase === 'subhead') add('subhead', false, -3.2, () => s);
  if (s.phase === 'body' && s.open)
    add('lifted', false, s.head ? (s.subs === 0 && features.comma(p) === 0 ? -1.4 : -2.2) : 0.8, () => ({
      ...s,
      head: true,
      strayed: s.head,
    }));
}

/** A few characters over a heading are a column's name, not a headline over a subhead. */
const stubOver = (s: State, { before }: Context): number =>
  s.phase === 'headline' && before && !before.latin && before.width <= 5 ? 2.5 : 0;

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
  const next: State = { ...initial, phase: 'body', head: true, by: true, open: !p.ended, closed: closes(p), body: 2, subs: 2 };
  list.push({ role: 'cont', fresh: false, cost, next, returns: true });
}

/** Captions and credits. A caption inside a story is set aside and the story goes on. */
function pictures(s: State, { piece: p, text }: Context, add: Add): void {
  const begin = beginning(s, p);
  const cap: State['cap'] = p.says.endCredit >= 0.5 ? 0 : p.says.caption > 0 ? 1 : 2;
  // Cut at a comma, a caption goes on.
  const cut = /[，、,]$/u.test(p.text) || p.halved > 0;
  const done = (t: State): State => ({ ...t, phase: 'body', body: 1, open: cut, closed: !cut, cap: cut ? 0 : cap });
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

/** 守护群众温暖过冬——: what is said before the headline goes over to it. */
const goesOver = (p: Piece): boolean => /(?:—|–|─|－|--)$/u.test(p.text);

/** 六部门联合开展: a verb that wants what the next line says. */
const wantsMore =
  /(?:开展|开启|推进|推动|推出|印发|出台|发布|打造|发起|落实|实施|贯彻|组织|建成|荣获|获评|跻身|入选|破解|助力|带动|促进|守护|探索|构建|完善|加强|提升|部署|啟動|推動|發布|實施|建設)$/u;

/** 将在九月建成, 已全面启动: the sentence is whole with its verb. */
const told = /(?:将|已|全面|正式|全部|今日|昨日|[月日年底前])(?:建成|发布|出台|实施|开启|推出|完善)$/u;

/** 女足世界杯赛小组赛结束: the line tells a whole event, no second line belongs to its sentence. */
const whole =
  /(?:结束|開幕|开幕|闭幕|閉幕|落幕|揭幕|启幕|召开|召開|举行|舉行|揭晓|揭曉|启动|啟動|完成|问世|問世|夺冠|奪冠|收官|开赛|开馆|开业|开通|通车|通車|投产|竣工|出版|成立|签约|亮相|开园|获批|封顶|合龙|起航|开机|落成|告捷|发车|首航|开放|開放|启用|啟用|并网|開跑|开跑)$/u;

/** 服务各类教育: a phrase that begins with its verb and names nobody stands over the line that says who. */
const acts =
  /^(?:服务|加强|深入|推动|坚持|促进|抓好|抓实|抓住|聚焦|立足|紧扣|围绕|打造|提升|提高|落实|贯彻|深化|弘扬|创新|发挥|保护|破解|瞄准|践行|凝聚|汇聚|用好|用活|做好|做强|做优|筑牢|守护|守住|传承|激活|赋能|拓展|拓宽|优化|完善|构建|搭建|强化|夯实|压实|擦亮|织密|架起|点亮|厚植|锚定|紧盯|着力|努力|全力|大力|积极|扎实|毁坏|破坏|认清|畅通|牢记|缓解|紓解|纾解|改善|解决|解決|带动|惠及|践诺|倾情|倾听|心系|情系|加快|推进|服務|加強|推動|堅持|促進|落實|發揮|守護|傳承)/u;

/** 前旗：… : who or where, and after the colon what: a headline's form. */
const named = (p: Piece): boolean => features.sourced(p) === 0 && /^[^：:]{2,10}[：:][^：:]{4,}$/u.test(p.text);

/** 记者的脚印: a phrase with 的 is the headline's; what explains it, over it or under it, is a plain statement. */
const saysMore = (one: Piece, other: Piece): boolean => /的/u.test(one.text) && !/的/u.test(other.text);

const inner = (p: Piece): boolean => /\S[ \u3000]+\S/u.test(p.text) && !p.latin;

/**
 * How well `k` stands as the kicker of `h`. The headline is set largest, so it is the shorter of two lines
 * as a rule; a short kicker gives itself away by its spaces.
 */
function afterKicker(k: Piece, h: Piece): number {
  let cost = -0.8;
  if (k.latin) return cost + (k.text === k.text.toUpperCase() && h.text !== h.text.toUpperCase() ? 1.2 : -1) - (k.width > 20 ? 1 : 0);
  if (k.width > h.width * 1.1 && k.width > 8) cost += 0.6;
  if (inner(k) && !inner(h)) cost += 1;
  if (inner(h) && !inner(k)) cost += 0.4;
  if (k.width <= 9 && k.width < h.width) cost += 0.2;
  if (h.width > k.width * 1.9) cost -= 0.4;
  if (goesOver(k)) cost += 3;
  if (saysMore(h, k)) cost += 0.5;
  if (acts.test(k.text) && !acts.test(h.text)) cost += 0.8;
  if (whole.test(k.text) && acts.test(h.text)) cost -= 0.4;
  if (named(k) !== named(h)) cost += named(h) ? 0.6 : -0.8;
  return cost;
}

/** A line that ends so goes on. */
const functionWord = /\b(?:to|of|the|a|an|in|on|for|and|with|at|as|by|from|is|are|over|after|into|amid|says|will|its|their|his|her)$/iu;

/** How well two lines make one headline. */
function twoLines(a: Piece, b: Piece): number {
  let cost = -1.5 + b.glued * 1.6;
  if (a.open) cost += 2.4;
  if (a.latin) {
    if (/^\p{Ll}/u.test(b.text)) cost += 3;
    if (functionWord.test(a.text)) cost += 3;
    if (Math.abs(a.width - b.width) <= 6 && a.width <= 22) cost += 1;
    return cost;
  }
  if (goesOver(a)) cost -= 2.5;
  if (whole.test(a.text)) cost -= 1.5;
  if (wantsMore.test(a.text) && !told.test(a.text) && a.width <= 14) cost += 1.6;
  if (Math.abs(a.width - b.width) <= 0.5 && inner(a) === inner(b)) cost += 1.1;
  else if (Math.abs(a.width - b.width) <= 1.5) cost += 0.5;
  return cost;
}

/** How well `d` stands as the deck of `h`. */
function afterHeadline(h: Piece, d: Piece): number {
  let cost = -1.2 - d.glued * 0.6;
  if (d.width > h.width * 1.1) cost += 0.6;
  if (h.latin) {
    if (d.width > h.width * 1.15) cost += 1;
    if (d.ended || /,/u.test(d.text)) cost += 0.7;
    if (/^\p{Lu}\S*(?: \p{Ll}+)+/u.test(d.text)) cost += 0.3;
    return cost;
  }
  if ((wantsMore.test(h.text) && !told.test(h.text)) || goesOver(h)) cost -= 1;
  if (saysMore(d, h)) cost -= 0.5;
  if (acts.test(h.text) && !acts.test(d.text)) cost -= 0.5;
  if (whole.test(h.text) && acts.test(d.text)) cost += 0.6;
  if (named(h) !== named(d)) cost += named(h) ? 0.5 : -0.3;
  if (d.width >= 20) cost += 0.6;
  // Four characters over a longer line without a dash are a column's name, hardly a headline with its deck.
  if (h.width <= 5 && d.width > h.width * 1.8 && !/^[—－-]/u.test(d.text)) cost -= 1.2;
  if (inner(h) && !inner(d)) cost -= 0.5;
  return cost;
}

/** How well another line belongs to the deck: the same block, a sentence that runs on, a second ——. */
function moreDeck(a: Piece, b: Piece): number {
  if (b.says.byline > 0.4) return -5;
  let cost = -2 + b.glued * 2;
  if (a.open) cost += 2;
  if (a.latin && (/^\p{Ll}/u.test(b.text) || functionWord.test(a.text))) cost += 3;
  if (/^[—－-]/u.test(a.text) && b.width > 6) cost += 0.4;
  return cost;
}

/** What the page's end costs in this state. */
export const ending = (s: State): number => (s.cap === 2 ? -6 : 0) - (s.subs === 1 ? loneSubhead : 0) + phaseEnd(s);

const phaseEnd = (s: State): number => (s.phase === 'body' ? (s.open ? -1 : 0) : s.phase === 'start' ? 0 : s.phase === 'subhead' ? -4 : -3);
