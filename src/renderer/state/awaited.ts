/**
 * Whether a page is on its way from the composer. What goes with the page (handles, the read-out) then waits and is drawn
 * together with it: a frame of its own would keep the page waiting, and show handles where the page is not yet.
 */
import { useEffect, useState } from 'react';
import { LONGEST_WAIT_MS } from '../worker/painting.ts';
import { listenToChanges } from './change.ts';
import { type Desk, sceneOf, useDesk } from './desk.ts';

let asked = Number.NEGATIVE_INFINITY;
listenToChanges({
  opened: () => {},
  step: () => {
    asked = performance.now();
  },
  lasting: () => {},
});
useDesk.subscribe((s, before) => {
  if (sceneOf(s) !== sceneOf(before)) asked = Number.NEGATIVE_INFINITY;
});

export const pageAwaited = (): boolean => performance.now() - asked < LONGEST_WAIT_MS;

/** What `of` gives of the desk; where a page is on its way, what it gives when that has come. `of` must give the same thing for the same desk. */
export function useWithPage<T>(of: (s: Desk) => T): T {
  const [value, setValue] = useState(() => of(useDesk.getState()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      clearTimeout(timer);
      timer = undefined;
      setValue(() => of(useDesk.getState()));
    };
    follow();
    const stop = useDesk.subscribe((s, before) => {
      if (sceneOf(s) !== sceneOf(before) || !pageAwaited()) follow();
      else if (!Object.is(of(s), of(before))) timer ??= setTimeout(follow, LONGEST_WAIT_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [of]);
  return value;
}
