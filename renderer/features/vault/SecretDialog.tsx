import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { useWrite } from '../../lib/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { FormError } from './FormError.tsx';
import { formErrors } from './field-errors.ts';
import classes from './Vault.module.css';

export interface SecretDialogProps {
  readonly entry: CredentialCard;
  readonly onClose: () => void;
}

/** Puts a new password in the place of the old one. */
export function SecretDialog({ entry, onClose }: SecretDialogProps) {
  const { t } = useTranslation('vault');
  const { show } = useToast();
  const [secret, setSecret] = useState('');
  const { mutate, error, isPending } = useWrite('vault.changeSecret');
  const errors = formErrors(error, t);
  const submit = () => {
    if (isPending) return;
    const onSuccess = () => {
      onClose();
      show({ text: t('secretChanged', { label: entry.label }), tone: 'success' });
    };
    mutate({ id: entry.id, secret }, { onSuccess });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('changeTitle', { label: entry.label })}
      lead={t('changeLead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={t('changeSecret')} busy={isPending} />}
    >
      <div className={classes.form}>
        <FormError text={errors.form} />
        <PasswordInput
          label={t('newPassword')}
          required
          data-autofocus
          autoComplete="new-password"
          value={secret}
          error={errors.field('secret')}
          onChange={(event) => setSecret(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('toggle'), tabIndex: 0 }}
        />
      </div>
    </Dialog>
  );
}
