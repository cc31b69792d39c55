import { Modal } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dialog.module.css';
import { Form } from './Form.tsx';
import { rememberFocus } from './focus-return.ts';
import { IconButton } from './IconButton.tsx';

export interface DialogFrameProps {
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
  /** See `Form`: for a form that holds dates beside other fields. */
  readonly onCheck?: () => void;
  readonly children?: ReactNode;
}

interface Beneath {
  /** Another dialog lies over this one and takes the keys. */
  readonly covered?: boolean;
  readonly form?: Ref<HTMLFormElement>;
}

/** What all dialogs look like. Use `Dialog`, which keeps what was typed from being lost. */
export function DialogFrame(props: DialogFrameProps & Beneath) {
  const { opened, onClose, title, lead, actions, footnote, width = 480, onSubmit, onCheck, children } = props;
  const { covered = false, form } = props;
  const { t } = useTranslation();
  const content = (
    <>
      <Head title={title} lead={lead} />
      {children && (onSubmit ? <div className={classes.body}>{children}</div> : <Words>{children}</Words>)}
      {(actions || footnote) && (
        <div className={classes.foot}>
          {footnote && <div className={classes.footnote}>{footnote}</div>}
          <div className={classes.actions}>{actions}</div>
        </div>
      )}
      {/* Last in order, so that the focus starts in the first field and not on the way out. */}
      <IconButton
        className={classes.close}
        label={t('close')}
        icon={<IconX size={18} stroke={1.5} />}
        onClick={onClose}
      />
    </>
  );
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      closeOnEscape={!covered}
      size={`${width / 16}rem`}
      radius="lg"
      centered
      padding={0}
    >
      <Modal.Overlay />
      <Modal.Content className={classes.content}>
        {onSubmit ? (
          <Form {...(form ? { ref: form } : {})} onSubmit={onSubmit} onCheck={onCheck}>
            {content}
          </Form>
        ) : (
          content
        )}
      </Modal.Content>
    </Modal.Root>
  );
}

/**
 * Also puts the keyboard in before anything is painted: `Modal` does a moment later, and a letter could be lost. For
 * the same reason it brings the keyboard back: `Modal` would take the first field for where it came from, and does not
 * notice a dialog that is taken out of the page.
 */
function Head({ title, lead }: Pick<DialogFrameProps, 'title' | 'lead'>) {
  const head = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const giveBack = rememberFocus();
    head.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return giveBack;
  }, []);
  return (
    <div className={classes.head} ref={head}>
      <Modal.Title className={classes.title}>{title}</Modal.Title>
      {lead && <p className={classes.lead}>{lead}</p>}
    </div>
  );
}

/** What a dialog without fields says is read out as its description. */
function Words({ children }: { readonly children: ReactNode }) {
  return <Modal.Body className={classes.body}>{children}</Modal.Body>;
}
