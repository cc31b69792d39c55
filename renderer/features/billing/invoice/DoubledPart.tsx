import { useTranslation } from 'react-i18next';
import { dateIn, formatClockRange } from '#shared/domain/clock-format.ts';
import type { DoubledPlace, InvoiceView } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';

/** Names entries of a draft that claim the same time; nothing where there are none. */
export function DoubledPart({ doubled }: Pick<InvoiceView, 'doubled'>) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  if (doubled.seconds === 0) return null;
  const place = ({ first, second }: DoubledPlace) =>
    t('doubled.place', {
      day: format.date(dateIn(second.startedAt, second.zone), 'short'),
      one: formatClockRange(first.startedAt, first.endedAt, first.zone),
      other: formatClockRange(second.startedAt, second.endedAt, second.zone),
    });
  return (
    <p className={classes.hint} role="status">
      <span>
        {t('doubled.text', { time: format.hours(doubled.seconds) })} {doubled.places.map(place).join(' ')}
      </span>
    </p>
  );
}
