/** Whether a key belongs to text that is being typed. */

/** True while an input method composes: Enter then chooses a word and letters are not commands. */
export const composing = (e: KeyboardEvent): boolean => e.isComposing || e.keyCode === 229 || e.key === 'Process';

/** True where the key goes into a text field. */
export function editing(e: Event): boolean {
  const el = e.target;
  if (!(el instanceof HTMLElement)) return false;
  return (
    el.isContentEditable ||
    el instanceof HTMLTextAreaElement ||
    (el instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(el.type))
  );
}
