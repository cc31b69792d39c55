import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import type { EntryValues } from './form.ts';

export interface SubjectFieldsProps {
  readonly values: EntryValues;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changes: Partial<EntryValues>) => void;
}

/** Whose time it is and on which task. Another client takes the task away, for it belongs to the first. */
export function SubjectFields({ values, errors, onChange }: SubjectFieldsProps) {
  const { t } = useTranslation('time');
  const clients = useRead('clients.list').data ?? [];
  const offered = clients.filter((client) => !client.archived || client.id === values.clientId);
  const colours = new Map(clients.map((client) => [client.id, client.color]));
  const chosen = values.clientId ? colours.get(values.clientId) : undefined;
  return (
    <>
      <Select
        label={t('client')}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.clientId}
        onChange={(clientId) => clientId && onChange({ clientId, taskId: null })}
        allowDeselect={false}
        searchable
        selectFirstOptionOnChange
        selectFirstOptionOnDropdownOpen
        required
        withAsterisk={false}
        data-autofocus={values.clientId ? undefined : true}
        nothingFoundMessage={t('nothingFound')}
        leftSection={chosen ? <ClientMark colour={chosen} /> : undefined}
        renderOption={({ option }) => (
          <ClientName name={option.label} colour={colours.get(option.value) ?? 1} />
        )}
        error={errors.clientId}
      />
      {values.clientId && (
        <TaskSelect
          clientId={values.clientId}
          taskId={values.taskId}
          error={errors.taskId}
          onChange={(taskId) => onChange({ taskId })}
        />
      )}
    </>
  );
}

interface TaskSelectProps {
  readonly clientId: string;
  readonly taskId: string | null;
  readonly error: string | undefined;
  readonly onChange: (taskId: string | null) => void;
}

function TaskSelect({ clientId, taskId, error, onChange }: TaskSelectProps) {
  const { t } = useTranslation('time');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed, 120);
  const current = useRead('tasks.get', { id: taskId ?? '' }, { enabled: taskId !== null }).data;
  const searching = text !== (current?.title ?? '');
  const found = useRead(
    'time.choices',
    { text: searching ? text : '', clientId },
    { keepPrevious: true },
  ).data;
  const options = (found ?? []).flatMap((choice) =>
    choice.taskId && choice.taskTitle && choice.clientId === clientId
      ? [{ value: choice.taskId, label: choice.taskTitle }]
      : [],
  );
  if (current && taskId && !options.some((option) => option.value === taskId)) {
    options.unshift({ value: taskId, label: current.title });
  }
  return (
    <Select
      label={t('task')}
      placeholder={t('entry.noTask')}
      data={options}
      value={taskId}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('entry.noTask') }}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('nothingFound')}
      error={error}
    />
  );
}
