import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DialogFrame, type DialogFrameProps } from './DialogFrame.tsx';
import { useChangedForm } from './unsaved/changed-form.ts';
import { useUnsaved } from './unsaved/Unsaved.tsx';

export interface DialogProps extends DialogFrameProps {
  /** It only searches or chooses: nothing in it is worth a question. */
  readonly disposable?: boolean;
}

/**
 * A modal dialog: focus goes in and comes back, the title names it, Escape closes. A form whose fields were changed
 * asks before Escape, the cross or a click beside it closes it; the button that cancels says clearly enough what it
 * does.
 */
export function Dialog({ disposable = false, ...props }: DialogProps) {
  const { t } = useTranslation();
  const { form, changed } = useChangedForm();
  const [asking, setAsking] = useState(false);
  const unsaved = () => !disposable && props.opened && changed();
  const covered = useUnsaved(unsaved, props.onClose);
  return (
    <>
      <DialogFrame
        {...props}
        form={form}
        covered={covered || asking}
        onClose={() => {
          // Once this key is dealt with: the question would take the same Escape for an answer.
          if (unsaved()) setTimeout(() => setAsking(true));
          else props.onClose();
        }}
      />
      <ConfirmDialog
        opened={asking && props.opened}
        danger
        title={t('common:discard.title')}
        confirm={t('common:discard.go')}
        cancel={t('common:discard.stay')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          props.onClose();
        }}
      >
        {t('common:discard.text')}
      </ConfirmDialog>
    </>
  );
}
