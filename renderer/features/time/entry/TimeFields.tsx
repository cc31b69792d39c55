import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { ClockField } from '../../../ui/fields/ClockField.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import classes from './EntryDialog.module.css';
import { type EntryValues, endOf, isDoubled, startOf } from './form.ts';
import { Which } from './Which.tsx';

export interface TimeFieldsProps {
  readonly values: EntryValues;
  readonly errors: Readonly<Record<string, string>>;
  /** The zone the times are in, and the person's own. */
  readonly zone: string;
  readonly hereZone: string;
  readonly running: boolean;
  /** How long it is, in words; empty while that cannot be told. */
  readonly length: string;
  readonly onChange: (changes: Partial<EntryValues>) => void;
}

/** Date, start and end. Where the clocks go back and a time happens twice, it asks which one is meant. */
export function TimeFields(props: TimeFieldsProps) {
  const { values, errors, zone, hereZone, running, length, onChange } = props;
  const { t, i18n } = useTranslation('time');
  const overnight = values.endDays > 0 || (values.end !== '' && values.end <= values.start);
  return (
    <>
      <div className={classes.times}>
        <DateField
          label={t('entry.date')}
          value={values.date}
          onChange={(date) => date && onChange({ date })}
          error={errors['start.date']}
          required
        />
        <ClockField
          label={t('entry.start')}
          value={values.start}
          onChange={(start) => onChange({ start, startOccurrence: null })}
          error={errors['start.time']}
          autoFocus={values.clientId !== null}
        />
        {!running && (
          <ClockField
            label={t('entry.end')}
            value={values.end}
            onChange={(end) => onChange({ end, endOccurrence: null })}
            error={errors['end.time']}
          />
        )}
        <output className={classes.length}>{running ? t('entry.running') : length}</output>
      </div>
      {isDoubled(startOf(values), zone) && (
        <Which
          label={t('entry.whichStart', { time: values.start })}
          value={values.startOccurrence}
          onChange={(startOccurrence) => onChange({ startOccurrence })}
        />
      )}
      {!running && isDoubled(endOf(values), zone) && (
        <Which
          label={t('entry.whichEnd', { time: values.end })}
          value={values.endOccurrence}
          onChange={(endOccurrence) => onChange({ endOccurrence })}
        />
      )}
      {!running && overnight && (
        <Checkbox
          label={t('entry.endsOn', {
            day: formatDate(addDays(values.date, Math.max(1, values.endDays)), i18n.language),
          })}
          checked={values.endDays > 0}
          onChange={(event) => onChange({ endDays: event.currentTarget.checked ? 1 : 0 })}
        />
      )}
      {zone !== hereZone && <p className={classes.zone}>{t('entry.zone', { zone })}</p>}
    </>
  );
}
