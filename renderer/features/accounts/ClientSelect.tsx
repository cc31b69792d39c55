import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.ts';
import { ClientName } from '../../ui/ClientName.tsx';

const nobody = 'nobody';

interface ClientSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (clientId: string | null) => void;
  /** Whether nobody may be chosen too. */
  readonly withNobody?: boolean;
  readonly error?: string | undefined;
  /** Shows the label above the field, outside tables. */
  readonly labelled?: boolean;
}

/** Chooses one of the clients that are not archived; "nobody" where that may be. */
export function ClientSelect({
  label,
  value,
  onChange,
  withNobody = true,
  error,
  labelled = false,
}: ClientSelectProps) {
  const { t } = useTranslation('settings');
  const { data: clients = [] } = useRead('clients.list');
  const shown = clients.filter((client) => !client.archived || client.id === value);
  return (
    <Select
      {...(labelled ? { label } : { 'aria-label': label })}
      placeholder={t('accounts.chooseClient')}
      data={[
        ...(withNobody ? [{ value: nobody, label: t('accounts.nobody') }] : []),
        ...shown.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? (withNobody ? nobody : null)}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('accounts.noClient')}
      error={error}
      onChange={(id) => onChange(id === nobody ? null : id)}
      renderOption={({ option }) => {
        const client = shown.find(({ id }) => id === option.value);
        return client ? <ClientName name={client.name} colour={client.color} /> : option.label;
      }}
    />
  );
}
