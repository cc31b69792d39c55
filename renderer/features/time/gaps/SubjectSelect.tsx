import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMinus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenGap } from '#shared/ipc/time.ts';
import { useRead } from '../../../lib/queries.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { titleOf } from '../words.ts';
import classes from './Split.module.css';
import { choiceSubject, eventSubjects, type PieceSubject, runningSubject, subjectKey } from './subject.ts';

interface SubjectSelectProps {
  readonly gap: OpenGap;
  readonly label: string;
  readonly subject: PieceSubject | null;
  readonly onChange: (subject: PieceSubject | null) => void;
}

/** What a piece was: the work that ran, an event of that time, nothing, or any client or open task by typing. */
export function SubjectSelect({ gap, label, subject, onChange }: SubjectSelectProps) {
  const { t } = useTranslation('gaps');
  const nothing = t('nothing');
  const shown = subject ? titleOf(subject) : nothing;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed === shown ? '' : typed.trim(), 80);
  const found = useRead('time.choices', { text, clientId: null }, { keepPrevious: true }).data ?? [];

  const near = [runningSubject(gap), ...eventSubjects(gap)];
  // Filtered at once by what is typed, so that Enter never means something from before the last letter.
  const words = (typed === shown ? '' : typed).toLowerCase().split(/\s+/);
  const holds = (content: string) => words.every((word) => content.toLowerCase().includes(word));
  const fits = (one: PieceSubject) => holds(`${one.clientName} ${titleOf(one)}`);
  const here = [...near.filter(fits), ...(holds(nothing) ? [null] : [])];
  const lately = found
    .filter(({ recent }) => recent)
    .map(choiceSubject)
    .filter(fits);
  const others = found
    .filter(({ recent }) => !recent)
    .map(choiceSubject)
    .filter(fits);
  const known = new Map<string, PieceSubject | null>();
  const groups = [
    { group: t('here'), subjects: here },
    { group: t('time:picker.recent'), subjects: lately },
    { group: t('time:picker.clients'), subjects: others.filter(({ taskId }) => taskId === null) },
    { group: t('time:picker.tasks'), subjects: others.filter(({ taskId }) => taskId !== null) },
  ];
  const data = groups.map(({ group, subjects }) => ({
    group,
    items: subjects.flatMap((one) => {
      const value = subjectKey(one);
      if (known.has(value)) return [];
      known.set(value, one);
      return [{ value, label: one ? titleOf(one) : nothing }];
    }),
  }));
  const first = data.find(({ items }) => items.length > 0)?.items[0]?.value;
  const current = subjectKey(subject);
  if (!known.has(current)) {
    known.set(current, subject);
    data.at(-1)?.items.push({ value: current, label: shown });
  }
  // What is found comes after the key that asked for it; nothing is marked then, and Enter means the first.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const unmarked = !event.currentTarget.getAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || !unmarked || typed === shown || first === undefined) return;
    event.preventDefault();
    onChange(known.get(first) ?? null);
  };
  return (
    <Select
      onKeyDown={onKeyDown}
      className={classes.select ?? ''}
      classNames={{ input: classes.selectInput ?? '', dropdown: classes.dropdown ?? '' }}
      aria-label={label}
      data={data.filter(({ items }) => items.length > 0)}
      value={current}
      onChange={(value) => value !== null && onChange(known.get(value) ?? null)}
      allowDeselect={false}
      searchable
      selectFirstOptionOnChange
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('time:nothingFound')}
      leftSection={subject ? <ClientMark colour={subject.clientColor} size={10} /> : undefined}
      rightSectionWidth="1.5rem"
      leftSectionWidth={subject ? '1.625rem' : '0.5rem'}
      comboboxProps={{ width: '20rem', position: 'bottom-start' }}
      maxDropdownHeight={260}
      renderOption={({ option }) => {
        const one = known.get(option.value);
        return (
          <span className={classes.option}>
            {one ? <ClientMark colour={one.clientColor} size={12} /> : <IconMinus size={12} aria-hidden />}
            <span className={classes.optionTitle}>{option.label}</span>
            {one && option.label !== one.clientName && (
              <span className={classes.optionClient}>{one.clientName}</span>
            )}
          </span>
        );
      }}
    />
  );
}
