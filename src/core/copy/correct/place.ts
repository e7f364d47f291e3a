/** A passage's role in its story: taken out of one place and put into another; nothing it displaces is lost. */
import { type Block, type Passage, passageAt, type Story, type StoryField, type TextPlace } from '../../story/index.ts';

/** What a passage can be on the desk, in the order of its keys. */
export const deskRoles = ['label', 'kicker', 'headline', 'deck', 'byline', 'paragraph', 'subhead', 'note', 'caption', 'credit'] as const;
export type DeskRole = (typeof deskRoles)[number];

const bare = ({ text, origin, marks }: Passage): Passage => ({ text, origin, ...(marks ? { marks } : {}) });
const asBlock = (p: Passage, type: Block['type']): Block => ({ ...bare(p), type });
/** The editor has said what it is: there is no doubt left. */
const sure = (p: Passage): Passage => (p.origin ? { ...p, origin: { ...p.origin, confidence: 1 } } : p);

/** The role of what stands at a place. */
export function roleAt(story: Story, place: TextPlace): DeskRole {
  if (place.field === 'body') return story.body[place.block]?.type ?? 'paragraph';
  if (place.field === 'pictureCredit') return 'credit';
  return place.field;
}

/** The story without the passage at a place. */
export function without(story: Story, place: TextPlace): Story {
  if (place.field === 'body') return { ...story, body: story.body.filter((_, i) => i !== place.block) };
  if (place.field === 'caption' || place.field === 'pictureCredit') {
    const key = place.field === 'caption' ? 'caption' : 'credit';
    const pictures = story.pictures.map((p, i) => (i === place.picture ? { ...p, [key]: null } : p));
    // A place that neither a picture nor words ask for is none; one in the middle keeps the others' numbers.
    while (pictures.length > 0 && Object.values(pictures.at(-1) ?? {}).every((x) => x === null)) pictures.pop();
    return { ...story, pictures };
  }
  return { ...story, [place.field]: null };
}

const isBlock = (role: DeskRole): role is Block['type'] => role === 'paragraph' || role === 'subhead' || role === 'note';

/** Where a role's passage stands in a story: of captions and picture credits, the first free place. */
function slotOf(story: Story, role: Exclude<DeskRole, Block['type']>): TextPlace {
  if (role === 'caption' || (role === 'credit' && story.kind !== 'photo' && story.pictures.length > 0)) {
    const key = role === 'caption' ? 'caption' : 'credit';
    const free = story.pictures.findIndex((p) => p[key] === null);
    const picture = free >= 0 ? free : role === 'caption' ? story.pictures.length : story.pictures.length - 1;
    return { field: role === 'caption' ? 'caption' : 'pictureCredit', picture };
  }
  return { field: role as StoryField };
}

/** The story with a passage set at a place that is no block of its body. */
function set(story: Story, place: TextPlace, p: Passage): Story {
  if (place.field === 'body') return story;
  if (place.field === 'caption' || place.field === 'pictureCredit') {
    const key = place.field === 'caption' ? 'caption' : 'credit';
    const pictures = [...story.pictures];
    while (pictures.length <= place.picture) pictures.push({ picture: null, caption: null, credit: null });
    return { ...story, pictures: pictures.map((x, i) => (i === place.picture ? { ...x, [key]: bare(p) } : x)) };
  }
  return { ...story, [place.field]: bare(p) };
}

const firstSpan = (p: Passage): number => p.origin?.spans[0]?.[0] ?? -1;

/** Where in the body a passage belongs by its place in the copy. */
function bodyIndex(story: Story, p: Passage, fallback: number): number {
  const at = firstSpan(p);
  if (at < 0) return fallback;
  const after = story.body.findIndex((b) => b.origin?.copy === p.origin?.copy && firstSpan(b) > at);
  return after >= 0 ? after : story.body.length;
}

export interface Put {
  readonly story: Story;
  readonly place: TextPlace;
}

/** Put a passage into a story under a role. What holds the field already goes into the body, before the text that follows it. */
export function putAs(story: Story, role: DeskRole, given: Passage, index?: number): Put {
  const p = sure(given);
  const plain = role === 'caption' && story.kind === 'photo' ? 'paragraph' : role;
  if (isBlock(plain)) {
    const block = Math.min(story.body.length, index ?? bodyIndex(story, p, story.body.length));
    const body = [...story.body.slice(0, block), asBlock(p, plain), ...story.body.slice(block)];
    return { story: { ...story, body }, place: { field: 'body', block } };
  }
  const place = slotOf(story, plain);
  const held = passageAt(story, place);
  const put = set(story, place, p);
  if (!held) return { story: put, place };
  const type = plain === 'byline' || plain === 'credit' ? 'paragraph' : 'subhead';
  return { story: putAs(put, type, held, bodyIndex(put, held, 0)).story, place };
}

/** Another role for a passage of a story. Two passages of single fields change places. */
export function changeRole(story: Story, place: TextPlace, role: DeskRole): Put | null {
  const p = passageAt(story, place);
  if (!p) return null;
  const now = roleAt(story, place);
  if (now === role || (role === 'caption' && story.kind === 'photo' && now === 'paragraph')) return settle(story, place, p);
  if (place.field === 'body' && isBlock(role)) {
    const body = story.body.map((b, i) => (i === place.block ? asBlock(sure(p), role) : b));
    return { story: { ...story, body }, place };
  }
  const rest = without(story, place);
  if (place.field !== 'body' && !isBlock(role)) {
    const to = slotOf(rest, role);
    const held = passageAt(rest, to);
    if (held) return { story: set(set(rest, to, sure(p)), place, sure(held)), place: to };
  }
  return putAs(rest, role, p);
}

/** The role it has is confirmed. */
function settle(story: Story, place: TextPlace, p: Passage): Put {
  if (place.field === 'body')
    return { story: { ...story, body: story.body.map((b, i) => (i === place.block ? { ...b, ...sure(b) } : b)) }, place };
  return { story: set(story, place, sure(p)), place };
}

/** A short line without a full stop can head a story. */
const heads = (b: Block): boolean => b.type === 'subhead' || (b.text.length <= 30 && !/[。！？.!?…]["”’」』）)]*$/u.test(b.text));

const order: readonly StoryField[] = ['label', 'kicker', 'headline', 'deck', 'byline'];

/** A story cut in two before the passage at `place`; what begins the second heads it where it can. Null at the very beginning. */
export function startHere(story: Story, place: TextPlace, id: string): [Story, Story] | null {
  const at = place.field === 'body' ? order.length : order.indexOf(place.field as StoryField);
  if (at < 0) return null;
  const block = place.field === 'body' ? place.block : 0;
  const before = order.slice(0, at).filter((f) => story[f] !== null);
  if (before.length === 0 && block === 0) return null;
  const empty = Object.fromEntries(order.map((f) => [f, null]));
  const { cuts: _signed, ...plain } = story;
  const stays = Object.fromEntries(before.map((f) => [f, story[f]]));
  const goes = Object.fromEntries(order.slice(at).map((f) => [f, story[f]]));
  const first = { ...plain, ...empty, ...stays, body: story.body.slice(0, block), credit: null } as Story;
  let second = { ...plain, id, pictures: [], ...empty, ...(place.field === 'body' ? {} : goes), body: story.body.slice(block) } as Story;
  const [top] = second.body;
  if (!second.headline && top && heads(top)) second = { ...second, headline: sure(bare(top)), body: second.body.slice(1) };
  return [first, second];
}

/** One story put to the end of another: a field that is free there is taken, the rest follows in the body. */
export function mergeStories(into: Story, from: Story): Story {
  let story = into;
  for (const field of order) {
    const p = from[field];
    if (!p) continue;
    if (field !== 'label' && story[field] === null && story.body.length === 0) story = { ...story, [field]: p };
    else story = { ...story, body: [...story.body, asBlock(p, field === 'byline' ? 'paragraph' : 'subhead')] };
  }
  story = { ...story, body: [...story.body, ...from.body], pictures: [...story.pictures, ...from.pictures] };
  if (!from.credit) return story;
  return story.credit ? { ...story, body: [...story.body, asBlock(from.credit, 'paragraph')] } : { ...story, credit: from.credit };
}
