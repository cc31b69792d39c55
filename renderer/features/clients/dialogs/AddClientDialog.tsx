import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proposeColor } from '#shared/domain/clients.ts';
import type { ClientCard, NewClient } from '#shared/ipc/clients.ts';
import { clientsContract } from '#shared/ipc/clients.ts';
import { useDraft } from '../../../lib/draft.ts';
import { checkFields, useFormErrors } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { FormProblem } from '../form/FormProblem.tsx';
import { IdentityFields } from '../form/IdentityFields.tsx';
import { ZoneField } from '../form/ZoneField.tsx';

export interface AddClientDialogProps {
  readonly others: readonly ClientCard[];
  /** The VA's zone: where a new client is until said otherwise. */
  readonly zone: string;
  readonly onClose: () => void;
  readonly onAdded: (clientId: string, name: string) => void;
}

/** Name, colour and time zone are enough to begin; the rest has its place under "Edit client". */
export function AddClientDialog({ others, zone, onClose, onAdded }: AddClientDialogProps) {
  const { t } = useTranslation(['clients', 'common']);
  const colors = others.filter((other) => !other.archived).map((other) => other.color);
  const draft = useDraft({ name: '', code: '', color: proposeColor(colors), zone });
  const errors = useFormErrors(draft);
  const [codeIsOwn, setCodeIsOwn] = useState(false);
  const add = useWrite('clients.add');

  const submit = () => {
    const { code, ...rest } = draft.values;
    const input: NewClient = code.trim() === '' ? rest : { ...rest, code };
    if (errors.show(checkFields(t, clientsContract['clients.add'], input)) || add.isPending) return;
    add.mutate(input, {
      onSuccess: ({ clientId }) => onAdded(clientId, draft.values.name.trim()),
      onError: errors.refuse,
    });
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('add.title')}
      lead={t('add.lead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={t('add.submit')} busy={add.isPending} />}
    >
      <IdentityFields
        values={draft.values}
        others={others}
        codeFollows={!codeIsOwn}
        error={draft.error}
        onChange={(changes) => {
          if (changes.code !== undefined && changes.name === undefined) setCodeIsOwn(changes.code !== '');
          for (const [key, value] of Object.entries(changes)) draft.set(key as 'name', value as string);
        }}
      />
      <ZoneField
        value={draft.values.zone}
        onChange={(value) => draft.set('zone', value)}
        error={draft.error('zone')}
      />
      <FormProblem error={add.error} />
    </Dialog>
  );
}
