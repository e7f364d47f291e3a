/** The page first: what the eye looks for when the window opens is drawn before the panels around it are made. */
import { startTransition, useEffect, useState } from 'react';
import { desk, sceneOf } from '../state/desk.ts';
import { onDrawn } from '../worker/painter.ts';

/** Panels wait no longer than this for the first page, in milliseconds. */
const LONGEST_MS = 2500;

let drawn = false;

/** True once a page has been drawn, or none will be. */
export function usePageFirst(): boolean {
  const [ready, setReady] = useState(drawn);
  useEffect(() => {
    if (ready) return;
    const go = (): void => {
      drawn = true;
      startTransition(() => setReady(true));
    };
    if (desk().project === null) {
      go();
      return;
    }
    const stop = onDrawn(({ at }) => {
      if (at !== null && sceneOf(desk()) !== null) go();
    });
    const timer = setTimeout(go, LONGEST_MS);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [ready]);
  return ready;
}
