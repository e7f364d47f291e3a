/**
 * Files dropped on the window. The window's own code must not learn their paths, so the preload tells main what lay under
 * a drop before the page hears of it; the page then asks main for what arrived (`files.dropped`).
 */
import { webUtils } from 'electron';

/** `webUtils` came with Electron 29; before it a File carried its path itself. Empty for what lies on no disk. */
function pathOf(file: File): string {
  const tool = webUtils as typeof webUtils | undefined;
  return tool ? tool.getPathForFile(file) : ((file as File & { readonly path?: string }).path ?? '');
}

/** Calls `tell` with the paths under each drop made by a hand (never one made by a script), before any listener of the page. */
export function watchDrops(tell: (paths: string[]) => void): void {
  window.addEventListener(
    'drop',
    (event) => {
      if (event.isTrusted) tell([...(event.dataTransfer?.files ?? [])].map(pathOf).filter((path) => path !== ''));
    },
    true,
  );
}
