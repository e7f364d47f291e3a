import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type DialogName, setDesk, useDesk } from '../../state/desk.ts';

interface FrameProps {
  readonly name: Exclude<DialogName, null>;
  readonly title: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
  /** A dialog whose title is only heard. */
  readonly bare?: boolean;
}

const close = (): void => setDesk({ dialog: null });

/** Where Enter has a meaning of its own: a button, lines of text, a list that hangs open, a field that asks for it. */
const ownEnter = (el: Element): boolean => el.closest('button, a, textarea, [aria-expanded="true"], [data-own-enter]') !== null;

/** A dialog of the window, open while the desk says so. Enter is its primary button, wherever the focus is. */
export function DialogFrame({ name, title, className, children, bare }: FrameProps) {
  const open = useDesk((s) => s.dialog === name);
  const body = useRef<HTMLDivElement>(null);
  const enter = (e: KeyboardEvent): void => {
    const primary = body.current?.querySelector<HTMLButtonElement>('.action-primary:not(:disabled)');
    if (e.key !== 'Enter' || e.nativeEvent.isComposing || !primary || ownEnter(e.target as Element)) return;
    e.preventDefault();
    e.stopPropagation();
    // A field sets what was typed into it when it is left.
    (e.target as HTMLElement).blur();
    requestAnimationFrame(() => primary.click());
  };
  return (
    <ModalOverlay className="modal-overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && close()}>
      <Modal className={`modal ${className ?? ''}`}>
        <div ref={body} className="dialog-keys" onKeyDownCapture={enter}>
          <Dialog className="dialog" {...(bare ? { 'aria-label': title } : {})}>
            {!bare && (
              <Heading slot="title" className="dialog-title">
                {title}
              </Heading>
            )}
            {children(close)}
          </Dialog>
        </div>
      </Modal>
    </ModalOverlay>
  );
}
