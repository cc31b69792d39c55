import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { readDate } from '#shared/domain/date-text.ts';

export interface DateFieldProps {
  readonly label: string;
  /** ISO date or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  /** The label is only spoken, and stands in the empty field. */
  readonly compact?: boolean;
  /** There must be a date. */
  readonly required?: boolean;
}

/** A calendar date, typed or picked. */
export function DateField({
  label,
  value,
  onChange,
  error,
  compact = false,
  required = false,
}: DateFieldProps) {
  const { t, i18n } = useTranslation();
  return (
    <DateInput
      {...(compact ? { 'aria-label': label, placeholder: label, w: '9rem' } : { label })}
      {...(compact ? { size: 'sm' } : {})}
      error={error}
      value={value}
      onChange={(next) => (next === null && required ? undefined : onChange(next))}
      locale={i18n.language}
      valueFormat={(iso) => formatDate(iso, i18n.language, 'dated')}
      dateParser={readDate}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('clearField', { field: label }) }}
      leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden />}
    />
  );
}
