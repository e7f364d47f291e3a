/** A name written two ways: three characters, two of them the same, one way more often than the other. */
import { passages, type Story, type TextPlace } from '../../story/index.ts';
import { surnames } from '../lexicon/people.ts';
import type { Check, Fault } from './finding.ts';
import { speaks, titles } from './tables.ts';

interface Seen {
  readonly title: string;
  readonly name: string;
  readonly place: TextPlace;
  readonly at: number;
}

const titled = new RegExp(`(${titles})(\\p{Script=Han}{2,3}?)(?=[${speaks}，。：、在对對就向（“「]|$)`, 'gu');
const titledAfter = new RegExp(`(?<!\\p{Script=Han})(\\p{Script=Han}{3})(${titles})(?=[${speaks}])`, 'gu');
/** Without a title at the beginning of a clause: somebody the story has named before. */
const again = new RegExp(`(?<![\\p{Script=Han}·])(\\p{Script=Han}{3})(?=[${speaks}])`, 'gu');

const isName = (text: string): boolean => surnames.has(text[0] as string);

export const checkNames: Check = (story) => [...besideTitles(story), ...spokenOf(story)];

/** The same title with two names. */
function besideTitles(story: Story): Fault[] {
  const seen: Seen[] = passages(story).flatMap(({ place, passage: { text } }) => [
    ...[...text.matchAll(titled)].map((m) => ({
      title: m[1] as string,
      name: m[2] as string,
      place,
      at: m.index + (m[1] as string).length,
    })),
    ...[...text.matchAll(titledAfter)].map((m) => ({ title: m[2] as string, name: m[1] as string, place, at: m.index })),
  ]);
  const count = (s: Seen): number => seen.filter((o) => o.title === s.title && o.name === s.name).length;
  return seen.flatMap((s): Fault[] => {
    const other = seen.find((o) => o.title === s.title && nearly(o.name, s.name) && count(o) > count(s));
    return other ? [twoWays(s, other.name)] : [];
  });
}

/** 王健国说, once, in a story that else knows a 王建国. Whoever is new comes with a title or a place before the name. */
function spokenOf(story: Story): Fault[] {
  const all = passages(story);
  const whole = all.map((p) => p.passage.text).join('\n');
  const times = (name: string): number => whole.split(name).length - 1;
  const seen = all.flatMap(({ place, passage: { text } }) =>
    [...text.matchAll(again)].map((m): Seen => ({ title: '', name: m[1] as string, place, at: m.index })),
  );
  return seen.flatMap((s): Fault[] => {
    if (!isName(s.name) || times(s.name) > 1) return [];
    const other = seen.find((o) => nearly(o.name, s.name) && o.name[0] === s.name[0] && times(o.name) > 1);
    return other ? [twoWays(s, other.name)] : [];
  });
}

const twoWays = (s: Seen, other: string): Fault => ({
  place: s.place,
  from: s.at,
  to: s.at + s.name.length,
  text: s.name,
  key: 'name-two-ways',
  figures: { other },
});

const nearly = (a: string, b: string): boolean =>
  a.length === 3 && b.length === 3 && a !== b && [...a].filter((c, i) => c === b[i]).length === 2;
