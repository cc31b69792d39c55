import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { readDate } from '#shared/domain/date-text.ts';
import { useRead } from '../../../lib/queries.ts';

export interface DateFieldProps {
  readonly label: string;
  /** ISO date or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | undefined;
  readonly description?: string;
}

/** A calendar date, typed or picked; empty means none. */
export function DateField({ label, value, onChange, error, description }: DateFieldProps) {
  const { t, i18n } = useTranslation('clients');
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  return (
    <DateInput
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={onChange}
      locale={i18n.language}
      firstDayOfWeek={(weekStart % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6}
      weekendDays={[]}
      hideOutsideDates
      valueFormat={(iso) => formatDate(iso, i18n.language, 'dated')}
      dateParser={readDate}
      clearable
      clearButtonProps={{ 'aria-label': t('fields.clear', { field: label }) }}
      placeholder={t('fields.noDate')}
      leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden />}
    />
  );
}
