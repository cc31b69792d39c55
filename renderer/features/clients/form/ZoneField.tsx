import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { offsetLabel, zoneChoices, zoneWords } from '../../../lib/zone-choices.ts';
import { ChoiceSelect } from './ChoiceSelect.tsx';

export interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** The client's time zone, with the time it is there now: the quickest way to see a wrong choice. */
export function ZoneField({ value, onChange, error }: ZoneFieldProps) {
  const { t, i18n } = useTranslation('clients');
  const now = useMinute();
  const choices = useMemo(() => zoneChoices(value), [value]);
  const day = Math.floor(now / 86_400_000) * 86_400_000;
  const wordsOf = useMemo(() => zoneWords(day, i18n.language), [day, i18n.language]);
  return (
    <ChoiceSelect
      label={t('fields.zone')}
      description={t('fields.zoneNow', { time: formatClock(now, value) })}
      choices={choices}
      value={value}
      onChange={onChange}
      error={error}
      noteOf={(zone) => offsetLabel(zone, now)}
      wordsOf={wordsOf}
    />
  );
}
