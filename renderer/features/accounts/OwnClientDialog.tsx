import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/ipc/errors.ts';
import { useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import classes from './Accounts.module.css';

const steps = ['project', 'apis', 'consent', 'client', 'paste'] as const;

/** The person's own OAuth client, with the way to one step by step. */
export function OwnClientDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['settings', 'common', 'errors', 'vault']);
  const [id, setId] = useState('');
  const [secret, setSecret] = useState('');
  const save = useWrite('accounts.useClient');
  const fields = save.error instanceof AppError ? (save.error.details.fields ?? {}) : {};
  const wrong = (path: string) => (fields[path] ? t(`errors:${fields[path]}`) : undefined);
  const close = () => {
    setSecret('');
    save.reset();
    onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={close}
      onSubmit={() => save.mutate({ id: id.trim(), secret: secret.trim() }, { onSuccess: close })}
      title={t('accounts.ownClient')}
      lead={t('accounts.ownClientText')}
      width={560}
      actions={
        <>
          <Button onClick={close}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>{t(`accounts.steps.${step}`)}</li>
        ))}
      </ol>
      <TextInput
        label={t('accounts.clientId')}
        value={id}
        required
        spellCheck={false}
        error={wrong('id')}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('accounts.clientSecret')}
        description={t('accounts.clientSecretText')}
        value={secret}
        autoComplete="off"
        error={wrong('secret')}
        onChange={(event) => setSecret(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('vault:toggle'), tabIndex: 0 }}
      />
      {save.error && Object.keys(fields).length === 0 && (
        <p role="alert" className={classes.lost}>
          {save.error.message}
        </p>
      )}
    </Dialog>
  );
}
