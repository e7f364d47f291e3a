import type { ReactNode } from 'react';
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

/** A dialog of the window, open while the desk says so. */
export function DialogFrame({ name, title, className, children, bare }: FrameProps) {
  const open = useDesk((s) => s.dialog === name);
  return (
    <ModalOverlay className="modal-overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && close()}>
      <Modal className={`modal ${className ?? ''}`}>
        <Dialog className="dialog" {...(bare ? { 'aria-label': title } : {})}>
          {!bare && (
            <Heading slot="title" className="dialog-title">
              {title}
            </Heading>
          )}
          {children(close)}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
