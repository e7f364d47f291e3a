/**
 * The field under the caret: it holds the passage that is written in and the caret within it, so that input methods and
 * screen readers find them, and hands on what is typed. The project's text is the truth; the field follows it.
 */
import { caretNow, putCaret, rangeOf, selects, textsNow, writing } from '../../state/caret.ts';
import { redoStep, textDiff, undoStep } from '../../state/change.ts';
import { moveByKey, moves, selectAll } from '../../tools/text/keys.ts';
import { wordsIn } from '../../tools/text/stream.ts';
import { stopWriting } from '../../tools/text/tool.ts';
import { Composition, enter, insert, paste, remove, replaceRange } from '../../tools/text/write.ts';
import { composing } from '../../typing.ts';

const stopped = (e: Event): void => {
  e.preventDefault();
  e.stopPropagation();
};

export class Ear {
  private composition: Composition | null = null;
  private readonly stop = new AbortController();
  private plain = false;
  /** What was pressed while the page was being composed, and needs its lines; and all that was pressed after it. */
  private waiting: { readonly lines: boolean; readonly act: () => void }[] = [];

  constructor(private readonly field: HTMLTextAreaElement) {
    const on = <K extends keyof HTMLElementEventMap>(name: K, heard: (e: HTMLElementEventMap[K]) => void): void =>
      field.addEventListener(name, heard, { signal: this.stop.signal });
    on('keydown', (e) => this.key(e));
    on('beforeinput', (e) => this.before(e));
    on('input', (e) => this.input(e as InputEvent));
    on('compositionstart', () => {
      this.composition = new Composition();
    });
    on('compositionupdate', (e) => this.composition?.show(e.data));
    on('compositionend', (e) => this.composed(e.data));
    on('blur', () => {
      if (this.composition) this.composed('');
    });
    on('copy', (e) => this.take(e, false));
    on('cut', (e) => this.take(e, true));
    on('paste', (e) => {
      stopped(e);
      paste(e.clipboardData?.getData('text/plain') ?? '', this.plain);
      this.plain = false;
    });
  }

  dispose(): void {
    this.stop.abort();
  }

  /** Do now, or when the page has come that the last keystroke is still being composed into. Order is kept. */
  private soon(lines: boolean, act: () => void): void {
    if (this.waiting.length > 0 || (lines && writing().waiting)) this.waiting.push({ lines, act });
    else act();
  }

  /** The page has come: what waited for it. */
  resume(): void {
    for (let next = this.waiting[0]; next && !(next.lines && writing().waiting); next = this.waiting[0]) {
      this.waiting.shift();
      next.act();
    }
  }

  /** The field shows the passage and the caret as they are; left alone while an input method works in it. */
  follow(): void {
    const caret = caretNow();
    if (!caret || this.composition) return;
    const text = textsNow()[caret.focus.passage]?.passage.text ?? '';
    if (this.field.value !== text) this.field.value = text;
    const { passage, at } = caret.focus;
    const other = caret.anchor.passage === passage ? caret.anchor.at : caret.anchor.passage < passage ? 0 : text.length;
    const [from, to] = [Math.min(at, other), Math.max(at, other)];
    if (this.field.selectionStart !== from || this.field.selectionEnd !== to)
      this.field.setSelectionRange(from, to, at < other ? 'backward' : 'forward');
  }

  private composed(text: string): void {
    const { composition } = this;
    if (!composition) return;
    this.composition = null;
    composition.end(text);
    // The method's last input event follows and must find nothing to do.
    queueMicrotask(() => this.follow());
  }

  private key(e: KeyboardEvent): void {
    if (composing(e) || this.composition) return;
    const mod = e.ctrlKey || e.metaKey;
    this.plain = mod && e.shiftKey && e.code === 'KeyV';
    if (moves(e)) {
      stopped(e);
      this.soon(e.key !== 'ArrowLeft' && e.key !== 'ArrowRight', () => moveByKey(e));
    } else if (e.key === 'Backspace' || e.key === 'Delete') {
      stopped(e);
      this.soon(false, () => remove(e.key === 'Delete', mod));
    } else if (e.key === 'Enter' && !mod) {
      stopped(e);
      this.soon(false, enter);
    } else if (e.key === 'Escape') {
      stopped(e);
      stopWriting();
      this.field.closest<HTMLElement>('[data-page-view]')?.focus({ preventScroll: true });
    } else if (e.key === 'Tab') stopped(e);
    else if (mod && !e.shiftKey && !e.altKey && e.code === 'KeyA') {
      stopped(e);
      selectAll();
    }
  }

  private before(e: InputEvent): void {
    if (this.composition || e.isComposing || !e.cancelable) return;
    const kind = e.inputType;
    e.preventDefault();
    if (kind === 'historyUndo') undoStep();
    else if (kind === 'historyRedo') redoStep();
    else if (kind.startsWith('deleteBy')) insert('', 'text.delete');
    else if (kind.startsWith('delete')) remove(kind.endsWith('Forward'), kind.includes('Word'));
    else if (kind === 'insertLineBreak' || kind === 'insertParagraph') enter();
    else if (e.data !== null) {
      const { data } = e;
      this.soon(false, () => insert(data.replace(/\r?\n/gu, '')));
    }
    this.follow();
  }

  /** What changed the field without asking, as some methods do: the difference is what was typed. */
  private input(e: InputEvent): void {
    const caret = caretNow();
    if (this.composition || e.isComposing || !caret) return;
    const { passage } = caret.focus;
    const d = textDiff(textsNow()[passage]?.passage.text ?? '', this.field.value);
    if (d && selects(caret) && caret.anchor.passage !== passage) insert(d.inserted);
    else if (d) replaceRange({ from: { passage, at: d.at }, to: { passage, at: d.at + d.removed.length } }, d.inserted.replace(/\n/gu, ''));
    this.follow();
  }

  private take(e: ClipboardEvent, cut: boolean): void {
    const caret = caretNow();
    stopped(e);
    if (!caret || !selects(caret)) return;
    e.clipboardData?.setData('text/plain', wordsIn(textsNow(), rangeOf(caret)));
    if (cut) insert('', 'text.cut');
    else putCaret(caret.focus, { extend: true, seek: false });
  }
}
