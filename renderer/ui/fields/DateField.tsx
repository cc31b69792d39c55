import { DateInput, type DayOfWeek } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/de';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { useRead } from '../../lib/queries.ts';
import classes from './DateField.module.css';
import { useDateText } from './use-date-text.ts';

export interface DateFieldProps {
  readonly label: string;
  readonly description?: string;
  /** Stands in the empty field. */
  readonly placeholder?: string;
  /** ISO date or null. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: ReactNode;
  /** The label is only spoken, and stands in the empty field. */
  readonly compact?: boolean;
  /** There must be a date. */
  readonly required?: boolean;
}

const parts = {
  dropdown: classes.dropdown ?? '',
  calendarHeader: classes.header ?? '',
  calendarHeaderControl: classes.headerControl ?? '',
  calendarHeaderLevel: classes.headerLevel ?? '',
  weekday: classes.weekday ?? '',
  day: classes.day ?? '',
  monthsListControl: classes.choice ?? '',
  yearsListControl: classes.choice ?? '',
};

/** A calendar date, typed or picked; the picker's weeks begin as the person has set it. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    description,
    placeholder,
    value,
    onChange,
    error,
    compact = false,
    required = false,
  } = props;
  const { t, i18n } = useTranslation();
  const typed = useDateText({ value, onChange, required });
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const named = compact
    ? { 'aria-label': label, placeholder: label, w: '9rem', size: 'sm' as const }
    : { label };
  return (
    <DateInput
      {...named}
      {...(placeholder ? { placeholder } : {})}
      description={description}
      {...typed.props}
      error={typed.error ?? error}
      popoverProps={{
        // What is said under the field is to be seen.
        disabled: typed.error !== undefined,
        position: 'bottom-start',
        // Below what is wrong, which may take two lines.
        ...(error ? { offset: 46 } : {}),
      }}
      value={value}
      locale={i18n.language}
      firstDayOfWeek={(weekStart % 7) as DayOfWeek}
      weekendDays={[]}
      highlightToday
      hideOutsideDates
      valueFormat={(iso) => formatDate(iso, i18n.language, 'dated')}
      clearable={!required}
      clearButtonProps={{ 'aria-label': t('clearField', { field: label }) }}
      leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden />}
      classNames={parts}
    />
  );
}
