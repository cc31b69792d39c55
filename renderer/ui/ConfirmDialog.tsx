import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { DialogFrame } from './DialogFrame.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  /** The question: "Delete Fjord & Co?" */
  readonly title: ReactNode;
  /** Exactly what happens, and what stays. */
  readonly children?: ReactNode;
  /** The verb on the button: "Delete client", never "OK". */
  readonly confirm: string;
  /** The safe answer; "Cancel" unless another word is clearer. */
  readonly cancel?: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that is not undone with Ctrl Z. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirm, danger = false, busy = false, onConfirm, onCancel } = props;
  const { t } = useTranslation();
  const cancel = props.cancel ?? t('cancel');
  return (
    <DialogFrame
      opened={opened}
      onClose={onCancel}
      title={title}
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
    </DialogFrame>
  );
}
