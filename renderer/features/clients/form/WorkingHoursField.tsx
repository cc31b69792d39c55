import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WorkingDay } from '#shared/domain/clients.ts';
import { Field } from '../../../ui/Field.tsx';
import { ClockInput } from './ClockInput.tsx';
import { weekdayName } from './choices.ts';
import classes from './WorkingHoursField.module.css';

export interface WorkingHoursFieldProps {
  readonly value: readonly WorkingDay[];
  readonly onChange: (value: WorkingDay[]) => void;
  /** The message at `<index>.<start|end>` of the list. */
  readonly errorAt: (path: string) => string | undefined;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

/** When the client works, in the client's own zone: a row for each weekday. */
export function WorkingHoursField({ value, onChange, errorAt }: WorkingHoursFieldProps) {
  const { t, i18n } = useTranslation('clients');
  const put = (day: number, next: WorkingDay | null) => {
    const others = value.filter((entry) => entry.day !== day);
    onChange([...others, ...(next ? [next] : [])].sort((a, b) => a.day - b.day));
  };
  return (
    <Field label={t('fields.workingHours')} description={t('fields.workingHoursHint')}>
      <div className={classes.days}>
        {weekdays.map((day) => {
          const index = value.findIndex((entry) => entry.day === day);
          const hours = value[index];
          const name = weekdayName(day, i18n.language);
          const usual = value[0] ?? { start: '09:00', end: '17:00' };
          const error = errorAt(`${index}.start`) ?? errorAt(`${index}.end`);
          return (
            <div key={day} className={classes.day}>
              <Checkbox
                label={name}
                classNames={{ body: classes.check }}
                checked={hours !== undefined}
                onChange={(event) => put(day, event.currentTarget.checked ? { ...usual, day } : null)}
              />
              {hours ? (
                <span className={classes.span}>
                  <ClockInput
                    label={t('fields.from', { day: name })}
                    value={hours.start}
                    invalid={Boolean(error)}
                    onChange={(start) => put(day, { ...hours, start })}
                  />
                  <span aria-hidden="true">–</span>
                  <ClockInput
                    label={t('fields.to', { day: name })}
                    value={hours.end}
                    invalid={Boolean(error)}
                    onChange={(end) => put(day, { ...hours, end })}
                  />
                </span>
              ) : (
                <span className={classes.off}>{t('fields.dayOff')}</span>
              )}
              {error && index >= 0 && (
                <span className={classes.error} role="alert">
                  {error}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </Field>
  );
}
