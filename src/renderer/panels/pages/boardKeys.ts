/** Single keys for the page under the pointer in 版序, as on an issue board: T, A, P, L, S. */
import { useEffect, useState } from 'react';
import { showPage } from '../../shell/commands/page.ts';
import { run } from '../../shell/commands/registry.ts';
import { desk, setDesk } from '../../state/desk.ts';
import { editing } from '../../typing.ts';

/** The choice of a template stands among the page's own fields: shown where nothing is selected. */
function chooseTemplate(): void {
  setDesk({ inspectorTab: 'inspector', selected: [] });
  const open = (tries: number): void => {
    const button = document.querySelector<HTMLButtonElement>('[data-panel="inspector"] [data-field="page-template"]');
    if (button) {
      button.focus();
      button.click();
    } else if (tries > 0) requestAnimationFrame(() => open(tries - 1));
  };
  // Panels beside the page follow when the hand rests.
  open(60);
}

const BOARD: Readonly<Record<string, () => void>> = {
  KeyT: chooseTemplate,
  KeyA: () => run('page.arrange'),
  KeyP: () => run('file.proof'),
  KeyL: () => run('page.lock'),
  KeyS: () => run('page.state'),
};

/** The page under the pointer; its keys are heard before those of the tools. Returns how the list says what is under it. */
export function useBoardKeys(): (page: string | null) => void {
  const [hovered, setHovered] = useState<string | null>(null);
  useEffect(() => {
    if (hovered === null) return;
    const hear = (e: KeyboardEvent): void => {
      const act = BOARD[e.code];
      if (!act || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || editing(e) || desk().dialog) return;
      e.preventDefault();
      e.stopPropagation();
      if (hovered !== desk().page) showPage(hovered);
      act();
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [hovered]);
  return setHovered;
}
