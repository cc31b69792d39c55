import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** One sentence under the title: what this does. */
  readonly lead?: ReactNode;
  /** Buttons, right-aligned, the primary one last. */
  readonly actions?: ReactNode;
  /** At the left of the actions: a sum or a hint. */
  readonly footnote?: ReactNode;
  /** Width in px. */
  readonly width?: number;
  /** With it the dialog is a form: Enter submits, the primary button is `type="submit"`. */
  readonly onSubmit?: () => void;
  readonly children?: ReactNode;
}

/** A modal dialog: focus goes in and comes back, Escape closes, the title names it. */
export function Dialog(props: DialogProps) {
  const {
    opened,
    onClose,
    title,
    lead,
    actions,
    footnote,

    width = 480,
    onSubmit,
    children,
  } = props;
  const { t } = useTranslation();
  const id = useId();
  const content = (
    <>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title} id={`${id}-title`}>
            {title}
          </h2>
          {lead && (
            <p className={classes.lead} id={`${id}-lead`}>
              {lead}
            </p>
          )}
        </div>
        <IconButton label={t('close')} icon={<IconX size={18} stroke={1.5} />} onClick={onClose} />
      </div>
      {children && <div className={classes.body}>{children}</div>}
      {(actions || footnote) && (
        <div className={classes.foot}>
          {footnote && <div className={classes.footnote}>{footnote}</div>}
          <div className={classes.actions}>{actions}</div>
        </div>
      )}
    </>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  return (
    <Modal.Root opened={opened} onClose={onClose} size={`${width / 16}rem`} radius="lg" centered padding={0}>
      <Modal.Overlay />
      <Modal.Content aria-labelledby={`${id}-title`} {...(lead ? { 'aria-describedby': `${id}-lead` } : {})}>
        {onSubmit ? (
          <form onSubmit={submit} noValidate>
            {content}
          </form>
        ) : (
          content
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
