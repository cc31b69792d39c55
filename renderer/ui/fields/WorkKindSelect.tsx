import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkKinds } from '../../lib/work-kinds.ts';

export interface WorkKindSelectProps {
  /** Null for none; `none` too where it is a choice of its own. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  /** In a filter: the label is only spoken, all kinds are the empty choice, and "none" is one. */
  readonly filter?: boolean;
  /** There is no choice of none. */
  readonly required?: boolean;
  /** It takes the place of what had the focus. */
  readonly reached?: boolean;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

/** A kind of work, found by typing. */
export function WorkKindSelect(props: WorkKindSelectProps) {
  const { value, onChange, filter = false, required = false, reached = false, error, className } = props;
  const { t } = useTranslation();
  const kinds = useWorkKinds();
  const options = kinds.options(value);
  const empty = t(required ? 'workKinds.one' : filter ? 'workKinds.all' : 'workKinds.none');
  return (
    <Select
      {...(filter ? { 'aria-label': t('workKinds.one'), size: 'sm' } : { label: t('workKinds.one') })}
      className={className}
      placeholder={empty}
      data={filter && !required ? [...options, { value: 'none', label: t('workKinds.none') }] : options}
      value={value}
      onChange={onChange}
      searchable
      selectFirstOptionOnChange
      clearable={!required}
      clearButtonProps={{ 'aria-label': empty }}
      nothingFoundMessage={t('workKinds.nothingFound')}
      error={error}
      autoFocus={reached}
    />
  );
}
