import { useTranslation } from 'react-i18next';
import { ClockField } from '../../../ui/fields/ClockField.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import classes from './EntryDialog.module.css';
import type { LocalEntry } from './local-entry.ts';
import { Which } from './Which.tsx';

interface LocalFieldsProps {
  readonly entry: LocalEntry;
  readonly labels: { readonly date: string; readonly time: string; readonly which: string };
  readonly error: string | undefined;
}

/** One moment by date and time of day; where the clocks go back and it happens twice, it asks which one is meant. */
export function LocalFields({ entry, labels, error }: LocalFieldsProps) {
  const { t } = useTranslation('time');
  const { resolved } = entry;
  const skipped =
    resolved?.kind === 'none'
      ? t('errors:time.skipped', { time: entry.time, next: resolved.next })
      : undefined;
  return (
    <>
      <div className={classes.moment}>
        <DateField
          label={labels.date}
          value={entry.date}
          onChange={(date) => date && entry.set({ date })}
          required
        />
        <ClockField
          label={labels.time}
          value={entry.time}
          onChange={(time) => entry.set({ time })}
          autoFocus
        />
      </div>
      {(skipped ?? error) && (
        <p className={classes.fault} role="alert">
          {skipped ?? error}
        </p>
      )}
      {resolved?.kind === 'two' && (
        <Which
          label={labels.which}
          value={entry.occurrence}
          onChange={(occurrence) => entry.set({ occurrence })}
        />
      )}
    </>
  );
}
