import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../lib/choice.ts';
import classes from './ChoiceSelect.module.css';

export interface ChoiceSelectProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
  /** A second word at the right of each choice, made only for those on screen. */
  readonly noteOf?: (value: string) => string;
  /** More words to find a choice by; asked for only while somebody searches. */
  readonly wordsOf?: (value: string) => string;
}

/** One of many known values, found by typing; capitals and accents do not matter. */
export function ChoiceSelect(props: ChoiceSelectProps) {
  const { label, choices, value, onChange, error, description, noteOf, wordsOf } = props;
  const { t } = useTranslation('clients');
  return (
    <Select
      label={label}
      description={description}
      error={error}
      data={choices as Choice[]}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      maxDropdownHeight={280}
      onKeyDown={(event) => {
        // Enter chooses here; before the list has caught up with the typing it must not send the form instead.
        const open = event.currentTarget.getAttribute('aria-expanded') === 'true';
        if (event.key === 'Enter' && open) event.preventDefault();
      }}
      nothingFoundMessage={t('nothingFound')}
      filter={({ options, search }) =>
        options.filter((option) => {
          if (!('value' in option)) return false;
          const words = search.trim() === '' ? '' : (wordsOf?.(option.value) ?? '');
          return matches(`${option.label} ${option.value} ${words}`, search);
        })
      }
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.label}</span>
          {noteOf && <span className={classes.note}>{noteOf(option.value)}</span>}
        </span>
      )}
    />
  );
}

function matches(text: string, search: string): boolean {
  const plain = (value: string) =>
    value.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
  const words = plain(text);
  return plain(search)
    .split(/\s+/)
    .every((word) => words.includes(word));
}
