/** For panels beside the page: they follow when the typing pauses, so that a keystroke waits for no list. */
import { startTransition, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Page, Template } from '../../core/document/index.ts';
import { type Desk, useDesk } from './desk.ts';

/** How soon a panel follows. A figure is quick to draw; a list is long, and rests until the hand does. */
export type Calm = 'figure' | 'list';

/** Milliseconds without a change after which it follows. */
const QUIET_MS: Readonly<Record<Calm, number>> = { figure: 160, list: 420 };

/** True where the eye went elsewhere: to another document, page or selection. Nothing waits then. */
const elsewhere = (s: Desk, before: Desk): boolean =>
  s.document !== before.document || s.page !== before.page || s.selected !== before.selected;

/** A pointer that reaches for a panel; the page itself is none. */
const reaches = (e: Event): boolean => e.target instanceof Element && !e.target.closest('[data-page-view]');

/**
 * What `of` gives of the desk, a moment later. `of` must give the same thing for the same desk; another document, page
 * or selection is followed at once, and so are figures when the pointer reaches for a panel: nobody changes what is shown late.
 */
export function useCalm<T>(of: (s: Desk) => T, calm: Calm = 'list'): T {
  const [value, setValue] = useState(() => of(useDesk.getState()));
  const shown = useRef(value);
  useEffect(() => {
    shown.current = value;
  });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      startTransition(() => setValue(() => of(useDesk.getState())));
    };
    const reached = (e: Event): void => {
      if (Object.is(shown.current, of(useDesk.getState())) || !reaches(e)) return;
      clearTimeout(timer);
      flushSync(() => setValue(() => of(useDesk.getState())));
    };
    follow();
    const stop = useDesk.subscribe((s, before) => {
      if (Object.is(of(s), of(before))) return;
      clearTimeout(timer);
      if (elsewhere(s, before)) follow();
      else timer = setTimeout(follow, QUIET_MS[calm]);
    });
    // A list must not move under the pointer that aims at a row.
    if (calm === 'figure') window.addEventListener('pointerdown', reached, true);
    return () => {
      clearTimeout(timer);
      stop();
      window.removeEventListener('pointerdown', reached, true);
    };
  }, [of, calm]);
  return value;
}

export const projectNow = (s: Desk): Desk['project'] => s.project;
export const scenesNow = (s: Desk): Desk['scenes'] => s.scenes;
export const findingsNow = (s: Desk): Desk['findings'] => s.findings;
export const historyNow = (s: Desk): Desk['history'] => s.history;
export const sceneNow = (s: Desk): Desk['scenes'][string] | undefined => (s.page ? s.scenes[s.page] : undefined);
export const selectedNow = (s: Desk): Desk['selected'] => s.selected;
export const pagesNow = (s: Desk): readonly Page[] | undefined => s.project?.pages;

const NO_TEMPLATES: readonly Template[] = [];
export const templatesNow = (s: Desk): readonly Template[] => s.project?.templates ?? NO_TEMPLATES;
