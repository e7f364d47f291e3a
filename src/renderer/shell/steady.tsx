/** Controls that rest: drawn again only where what they show has changed, however often the panel around them is. */
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react';

type Props = Record<string, unknown>;
type Call = (...args: unknown[]) => unknown;

const sameInside = (a: object, b: object): boolean => {
  const [x, y] = [Object.entries(a), Object.entries(b)];
  return x.length === y.length && x.every(([key, v]) => v === (b as Props)[key]);
};

/** Functions count as the same: whoever calls one gets the newest. Lists and records are compared by what they hold. */
function sameShown(a: unknown, b: unknown): boolean {
  if (typeof a === 'function' && typeof b === 'function' && !('$$typeof' in a)) return true;
  if (a === b) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && !('$$typeof' in a) && sameInside(a, b);
}

const sameProps = (a: object, b: object): boolean => {
  const [x, y] = [a as Props, b as Props];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((k) => sameShown(x[k], y[k]));
};

/**
 * The same control, resting. Its functions must follow from what else it is given, or only be called by the user's hand:
 * a change of them alone draws nothing anew.
 */
export function steady<P extends object>(Drawn: (props: P) => ReactNode): (props: P) => ReactNode {
  const Resting = memo(Drawn as (props: object) => ReactNode, sameProps);
  return function Steady(props: P) {
    const newest = useRef(props as Props);
    const calls = useRef<Record<string, Call>>({});
    useLayoutEffect(() => {
      newest.current = props as Props;
    });
    const given = Object.fromEntries(
      Object.entries(props).map(([key, v]): [string, unknown] => {
        if (typeof v !== 'function') return [key, v];
        calls.current[key] ??= (...args) => (newest.current[key] as Call)(...args);
        return [key, calls.current[key]];
      }),
    );
    return <Resting {...given} />;
  };
}
