/** Single keys for the page under the pointer in 版序, as on an issue board: T, A, P, L, S. */
import { useEffect } from 'react';
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

let hovered: string | null = null;

/** The page under the pointer; null where it is on none. */
export function hoverPage(page: string | null): void {
  hovered = page;
}

function hear(e: KeyboardEvent): void {
  const act = BOARD[e.code];
  if (hovered === null || !act || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || editing(e) || desk().dialog) return;
  e.preventDefault();
  e.stopPropagation();
  if (hovered !== desk().page) showPage(hovered);
  act();
}

/** Listen while the list is shown, before the tools do. */
export function useBoardKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', hear, true);
    return () => {
      hoverPage(null);
      window.removeEventListener('keydown', hear, true);
    };
  }, []);
}
