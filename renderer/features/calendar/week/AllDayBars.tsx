import { useTranslation } from 'react-i18next';
import type { Bar } from '../place.ts';
import type { BlockContext } from './block.ts';
import { EventButton } from './EventButton.tsx';
import classes from './WeekView.module.css';

/** What lasts whole days, as bars above the hours. */
export function AllDayBars({ bars, ...block }: BlockContext & { readonly bars: readonly Bar[] }) {
  const { t } = useTranslation('calendar');
  return (
    <ul className={classes.bars} aria-label={t('event.allDay')}>
      {bars.map(({ item, first, days, row }) => (
        <li key={item.key} style={{ gridColumn: `${first + 1} / span ${days}`, gridRow: row + 1 }}>
          <EventButton {...block} item={item} spot={`${first} ${row - 1_000}`} size="bar" />
        </li>
      ))}
    </ul>
  );
}
