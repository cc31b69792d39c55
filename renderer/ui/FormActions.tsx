import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

export interface FormActionsProps {
  readonly onCancel: () => void;
  /** What submitting does: "Save" unless said otherwise. */
  readonly submit?: ReactNode;
  readonly busy: boolean;
  readonly disabled?: boolean;
  /** The form is filled in already: the keyboard starts here, so that no picker opens over the fields by itself. */
  readonly focused?: boolean;
}

/** The two buttons at the foot of a dialog with a form. */
export function FormActions(props: FormActionsProps) {
  const { onCancel, submit, busy, disabled = false, focused = false } = props;
  const { t } = useTranslation();
  return (
    <>
      <Button size="lg" onClick={onCancel}>
        {t('common:cancel')}
      </Button>
      <Button
        size="lg"
        variant="primary"
        type="submit"
        busy={busy}
        disabled={disabled}
        data-autofocus={focused || undefined}
      >
        {submit ?? t('common:save')}
      </Button>
    </>
  );
}
