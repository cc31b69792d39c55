import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ColumnKind, columnKinds } from '#shared/domain/board.ts';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { call } from '../../../lib/api.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { KindIcon } from '../lib/icons.tsx';

export interface ColumnDialogProps {
  readonly clientId: string;
  /** Null adds one. */
  readonly column: ColumnRow | null;
  readonly onClose: () => void;
}

/** Name, kind and limit of a column. */
export function ColumnDialog({ clientId, column, onClose }: ColumnDialogProps) {
  const { t } = useTranslation('tasks');
  const [name, setName] = useState(column?.name ?? '');
  const [kind, setKind] = useState<ColumnKind>(column?.kind ?? 'todo');
  const [limit, setLimit] = useState<number | string>(column?.limit ?? '');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);

  const save = async () => {
    const input = { name, kind, limit: limit === '' ? null : Number(limit) };
    setBusy(true);
    try {
      if (column) await call('board.changeColumn', { id: column.id, ...input });
      else await call('board.addColumn', { clientId, ...input });
      onClose();
    } catch (error) {
      const fields = error instanceof AppError ? error.details.fields : undefined;
      if (fields) setErrors(fields);
      else setErrors({ name: '', form: error instanceof Error ? error.message : '' });
    } finally {
      setBusy(false);
    }
  };
  const say = (field: string) => errors[field] && t(`errors:${errors[field]}` as never);
  return (
    <Dialog
      opened
      onClose={onClose}
      onSubmit={() => void save()}
      title={column ? t('columnDialog.edit') : t('columnDialog.add')}
      lead={t('columnDialog.lead')}
      footnote={
        errors.form && (
          <span role="alert" style={{ color: 'var(--danger)' }}>
            {errors.form}
          </span>
        )
      }
      actions={
        <FormActions onCancel={onClose} submit={column ? t('common:save') : t('common:add')} busy={busy} />
      }
    >
      <TextInput
        label={t('columnDialog.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={say('name')}
        maxLength={100}
        data-autofocus
      />
      <Select
        label={t('columnDialog.kind')}
        description={t('columnDialog.kindHint')}
        value={kind}
        onChange={(value) => value && setKind(value as ColumnKind)}
        data={columnKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        leftSection={<KindIcon kind={kind} />}
        allowDeselect={false}
        mt="sm"
      />
      <NumberInput
        label={t('columnDialog.limit')}
        description={t('columnDialog.limitHint')}
        value={limit}
        onChange={setLimit}
        error={say('limit')}
        min={1}
        max={999}
        allowDecimal={false}
        mt="sm"
      />
    </Dialog>
  );
}
