/** Files dropped anywhere in the window: what the page does not take itself comes in as copy all the same. */
import { dropFiles } from './files.ts';

const hasFiles = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') ?? false;

export function takeDrops(): void {
  window.addEventListener('dragover', (e) => {
    if (hasFiles(e)) e.preventDefault();
  });
  window.addEventListener('drop', (e) => {
    if (!hasFiles(e) || e.defaultPrevented) return;
    e.preventDefault();
    void dropFiles(null);
  });
}
