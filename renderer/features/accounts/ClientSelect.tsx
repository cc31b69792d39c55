import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.ts';
import { ClientName } from '../../ui/ClientName.tsx';

interface ClientSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
  readonly clearable?: boolean;
  readonly error?: string | undefined;
  /** Shows the label above the field, outside tables. */
  readonly labelled?: boolean;
}

/** Chooses one of the clients that are not archived; "nobody" where that may be. */
export function ClientSelect({
  label,
  value,
  onChange,
  clearable = true,
  error,
  labelled = false,
}: ClientSelectProps) {
  const { t } = useTranslation('settings');
  const { data: clients = [] } = useRead('clients.list');
  const shown = clients.filter((client) => !client.archived || client.id === value);
  return (
    <Select
      {...(labelled ? { label } : { 'aria-label': label })}
      placeholder={t('accounts.nobody')}
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('accounts.takeBack', { name: label }), tabIndex: 0 }}
      allowDeselect={false}
      nothingFoundMessage={t('accounts.noClient')}
      error={error}
      onChange={onChange}
      renderOption={({ option }) => {
        const client = shown.find(({ id }) => id === option.value);
        return client ? <ClientName name={client.name} colour={client.color} /> : option.label;
      }}
    />
  );
}
