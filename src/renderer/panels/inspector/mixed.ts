/** One value for several things where they agree. */

/** What all have in common; null where they differ. Compared as JSON, so that colours count as values. */
export function commonOf<T, V>(things: readonly T[], of: (thing: T) => V): V | null {
  const [first, ...others] = things.map(of);
  if (first === undefined) return null;
  const key = JSON.stringify(first);
  return others.every((v) => JSON.stringify(v) === key) ? first : null;
}
