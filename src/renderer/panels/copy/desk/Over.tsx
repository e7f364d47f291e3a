/** A dialog of the copy desk, open while the desk says so. */
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { type CopyView, setCopyView, useCopyView } from '../../../state/copy-view.ts';

interface OverProps {
  readonly name: Exclude<CopyView['over'], null>;
  readonly title: string;
  readonly children: (close: () => void) => ReactNode;
}

const close = (): void => setCopyView({ over: null });

export function Over({ name, title, children }: OverProps) {
  const open = useCopyView((s) => s.over === name);
  return (
    <ModalOverlay className="modal-overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && close()}>
      <Modal className="modal modal-desk">
        {/* Its keys are its own: what the desk does with single letters must not reach the rows behind it. */}
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children(close)}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
