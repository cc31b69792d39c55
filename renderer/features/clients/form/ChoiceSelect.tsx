import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../lib/choice.ts';
import { findOptions } from '../../../ui/fields/find-options.ts';
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
        findOptions(
          options.filter((option) => 'value' in option),
          search,
          ({ label: name, value: own }) => `${name} ${own} ${wordsOf?.(own) ?? ''}`,
        )
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
