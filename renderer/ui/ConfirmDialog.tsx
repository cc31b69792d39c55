import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  /** The question: "Delete Fjord & Co?" */
  readonly title: ReactNode;
  /** Exactly what happens, and what stays. */
  readonly children?: ReactNode;
  /** The verb on the button: "Delete client", never "OK". */
  readonly confirm: string;
  readonly cancel: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that is not undone with Ctrl Z. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    title,
    children,
    confirm,
    cancel,
    danger = false,
    busy = false,
    onConfirm,
    onCancel,
  } = props;
  return (
    <Dialog
      opened={opened}
      onClose={onCancel}
      title={title}
      closeLabel={cancel}
      width={440}
      actions={
        <>
          <Button onClick={onCancel} size="lg" data-autofocus>
            {cancel}
          </Button>
          <Button onClick={onConfirm} size="lg" variant={danger ? 'danger' : 'primary'} busy={busy}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
