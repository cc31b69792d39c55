import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { WorkKindSelect } from '../../../ui/fields/WorkKindSelect.tsx';
import { emptyFilter, isNarrowed } from './filter.ts';
import classes from './ListPane.module.css';

export interface FiltersProps {
  readonly filter: EntryFilter;
  readonly fixedClient: string | null;
  readonly onFilter: (filter: EntryFilter) => void;
}

/** What narrows the list: words, client, category, dates. */
export function Filters({ filter, fixedClient, onFilter }: FiltersProps) {
  const { t } = useTranslation('time');
  const clients = useRead('clients.list', undefined, { enabled: fixedClient === null }).data ?? [];
  const [typed, setTyped] = useState(filter.text ?? '');
  const search = useDebouncedCallback((text: string) => onFilter({ ...filter, text }), 150);
  const reset = () => {
    setTyped('');
    onFilter(emptyFilter(fixedClient));
  };
  return (
    <search className={classes.filters} aria-label={t('list.filter')}>
      <TextInput
        className={classes.search}
        size="sm"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
        value={typed}
        maxLength={200}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      {fixedClient === null && (
        <Select
          className={classes.choice}
          size="sm"
          aria-label={t('client')}
          placeholder={t('list.allClients')}
          data={clients.map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.clientId}
          onChange={(clientId) => onFilter({ ...filter, clientId })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('list.allClients') }}
        />
      )}
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('categoryLabel')}
        placeholder={t('list.allCategories')}
        data={[
          ...categories.map((value) => ({ value: value as string, label: t(`category.${value}`) })),
          { value: 'none', label: t('category.none') },
        ]}
        value={filter.category ?? null}
        onChange={(category) => onFilter({ ...filter, category: category as EntryFilter['category'] })}
        clearable
        clearButtonProps={{ 'aria-label': t('list.allCategories') }}
      />
      <WorkKindSelect
        filter
        className={classes.choice}
        value={filter.workKindId ?? null}
        onChange={(workKindId) => onFilter({ ...filter, workKindId })}
      />
      <DateField
        compact
        label={t('list.from')}
        value={filter.fromDate ?? null}
        onChange={(fromDate) => onFilter({ ...filter, fromDate })}
      />
      <DateField
        compact
        label={t('list.to')}
        value={filter.toDate ?? null}
        onChange={(toDate) => onFilter({ ...filter, toDate })}
      />
      {isNarrowed(filter, fixedClient) && (
        <Button size="sm" variant="quiet" onClick={reset}>
          {t('list.reset')}
        </Button>
      )}
    </search>
  );
}
