import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { useWrite } from '../../lib/queries.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldRow } from '../../ui/Field.tsx';
import { FormActions } from '../../ui/FormActions.tsx';
import { FormError } from './FormError.tsx';
import { formErrors } from './field-errors.ts';
import classes from './Vault.module.css';

export interface CredentialDialogProps {
  readonly clientId: string;
  /** Null to add a new one. */
  readonly entry: CredentialCard | null;
  readonly onClose: () => void;
}

const texts = ['label', 'userName', 'address', 'grantedBy', 'grantedOn', 'reviewOn', 'notes'] as const;
type Texts = Record<(typeof texts)[number], string>;

function startWith(entry: CredentialCard | null): Texts {
  return Object.fromEntries(texts.map((name) => [name, entry?.[name] ?? ''])) as Texts;
}

/** Describes an entry; a new one takes its password here, an old one keeps it. */
export function CredentialDialog({ clientId, entry, onClose }: CredentialDialogProps) {
  const { t } = useTranslation('vault');
  const [values, setValues] = useState(() => startWith(entry));
  const [secret, setSecret] = useState('');
  const add = useWrite('vault.add');
  const change = useWrite('vault.change');
  const errors = formErrors(add.error ?? change.error, t);
  const busy = add.isPending || change.isPending;

  const submit = () => {
    if (busy) return;
    const description = { ...values, grantedOn: values.grantedOn || null, reviewOn: values.reviewOn || null };
    const done = { onSuccess: onClose };
    if (entry) change.mutate({ id: entry.id, ...description }, done);
    else add.mutate({ clientId, ...description, secret }, done);
  };
  const field = (name: keyof Texts) => ({
    label: t(`columns.${name}`),
    value: values[name],
    error: errors.field(name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((old) => ({ ...old, [name]: value }));
    },
  });

  return (
    <Dialog
      opened
      onClose={onClose}
      width={560}
      title={entry ? t('editTitle', { label: entry.label }) : t('add')}
      lead={entry ? undefined : t('addLead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={entry ? t('common:save') : t('add')} busy={busy} />}
    >
      <div className={classes.form}>
        <FormError text={errors.form} />
        <TextInput {...field('label')} required data-autofocus placeholder={t('placeholders.label')} />
        <FieldRow>
          <TextInput {...field('userName')} autoComplete="off" spellCheck={false} />
          <TextInput {...field('address')} spellCheck={false} placeholder="shop.example/admin" />
        </FieldRow>
        {!entry && (
          <PasswordInput
            label={t('password')}
            required
            description={t('passwordText')}
            autoComplete="new-password"
            value={secret}
            error={errors.field('secret')}
            onChange={(event) => setSecret(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('toggle'), tabIndex: 0 }}
          />
        )}
        <div className={classes.three}>
          <TextInput {...field('grantedBy')} />
          <TextInput {...field('grantedOn')} type="date" />
          <TextInput {...field('reviewOn')} type="date" />
        </div>
        <Textarea {...field('notes')} description={t('notesText')} autosize minRows={2} maxRows={6} />
      </div>
    </Dialog>
  );
}
