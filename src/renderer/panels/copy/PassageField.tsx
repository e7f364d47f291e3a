/** One passage of a story under the keyboard. While an input method composes, the page waits; then it follows. */
import { memo, type KeyboardEvent as ReactKeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { TextPlace } from '../../../core/story/index.ts';
import { textDiff, typeText } from '../../state/change.ts';
import { LineEnds } from './PageLines.tsx';

export interface PassageKeys {
  /** Enter at a character of a paragraph. */
  onEnter?(at: number): void;
  /** Backspace at the very beginning. */
  onJoin?(): void;
  /** Several lines pasted over `from`…`to`. */
  onLines?(from: number, to: number, lines: string[]): void;
}

interface PassageFieldProps extends PassageKeys {
  readonly story: string;
  readonly place: TextPlace;
  readonly text: string;
  readonly label: string;
  readonly className: string;
  readonly placeholder?: string;
}

/** The place as one word, to find the field again. */
export const placeName = (place: TextPlace): string =>
  place.field === 'body' ? `body-${place.block}` : 'picture' in place ? `${place.field}-${place.picture}` : place.field;

function PassageFieldOf({ story, place, text, label, className, placeholder, onEnter, onJoin, onLines }: PassageFieldProps) {
  /** What stands in the field while an input method composes; null when the project's own text stands there. */
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const shown = useRef(text);
  const put = (value: string): void => {
    shown.current = value.replace(/\r?\n/gu, '');
    typeText(story, place, text, shown.current, performance.now());
  };
  // Text that changed under the caret (undo, redo) takes the caret to where it changed.
  useLayoutEffect(() => {
    const change = textDiff(shown.current, text);
    shown.current = text;
    const el = field.current;
    if (!change || !el || document.activeElement !== el) return;
    const caret = change.at + change.inserted.length;
    el.setSelectionRange(caret, caret);
  }, [text]);
  const keyDown = (e: ReactKeyboardEvent<HTMLTextAreaElement>): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    const { selectionStart, selectionEnd } = e.currentTarget;
    if (e.key === 'Enter' && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      onEnter?.(selectionStart);
    } else if (e.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && onJoin) {
      e.preventDefault();
      onJoin();
    }
  };
  return (
    <div className={`passage ${className}`} data-text={`${draft ?? text}\u200b`}>
      <LineEnds name={placeName(place)} text={draft ?? text} />
      <textarea
        ref={field}
        aria-label={label}
        rows={1}
        spellCheck={false}
        placeholder={placeholder}
        value={draft ?? text}
        data-passage={placeName(place)}
        onChange={(e) => {
          if (draft !== null) setDraft(e.target.value);
          else put(e.target.value);
        }}
        onCompositionStart={(e) => setDraft(e.currentTarget.value)}
        onCompositionEnd={(e) => {
          put(e.currentTarget.value);
          setDraft(null);
        }}
        onBlur={() => {
          if (draft !== null) put(draft);
          setDraft(null);
        }}
        onKeyDown={keyDown}
        onPaste={(e) => {
          const lines = e.clipboardData.getData('text/plain').replace(/\r\n?/gu, '\n').replace(/\n+$/u, '').split(/\n+/u);
          if (lines.length < 2 || !onLines) return;
          e.preventDefault();
          onLines(e.currentTarget.selectionStart, e.currentTarget.selectionEnd, lines);
        }}
      />
    </div>
  );
}

export const PassageField = memo(
  PassageFieldOf,
  (a, b) =>
    a.text === b.text &&
    a.story === b.story &&
    a.label === b.label &&
    placeName(a.place) === placeName(b.place) &&
    a.className === b.className,
);
