import { useElementSize } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { moveFocus } from '../../../ui/roving-grid.ts';
import type { Period } from '../days.ts';
import { itemsOn } from '../place.ts';
import { MonthDay } from './MonthDay.tsx';
import classes from './MonthView.module.css';

export interface MonthViewProps {
  readonly period: Period;
  /** `2026-11`. */
  readonly month: string;
  readonly zone: string;
  readonly today: string;
  readonly items: readonly OccurrenceView[];
  readonly client: ClientCard;
  readonly openKey: string | null;
  readonly onOpen: (item: OccurrenceView, at: HTMLElement) => void;
  readonly onDay: (date: string) => void;
}

/** A row's number and one event, in px at normal text. */
const headHeight = 28;
const lineHeight = 22;

/** Whole weeks of a month; a day shows as much as fits and leads to its week. */
export function MonthView(props: MonthViewProps) {
  const { period, month, zone, today, items, client, openKey, onOpen, onDay } = props;
  const { t, i18n } = useTranslation('calendar');
  const { dates } = period;
  const [last, setLast] = useState<string | null>(null);
  const { ref, height } = useElementSize<HTMLTableSectionElement>();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const weeks = useMemo(() => chunk(dates, 7), [dates]);
  const fits = Math.max(1, Math.floor((height / weeks.length / rem - headHeight - 4) / lineHeight));
  const days = useMemo(() => dates.map((date) => itemsOn(items, date, zone)), [dates, items, zone]);
  const first = dates.includes(today) && today.startsWith(month) ? today : `${month}-01`;
  const active = last !== null && dates.includes(last.slice(0, 10)) ? last : first;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the days inside, caught on their way up
    <div className={classes.scroller} onKeyDown={(event) => moveFocus(event, 7)}>
      <table className={classes.month}>
        <caption className="visually-hidden">
          {t('month.caption', { month: formatDate(`${month}-01`, i18n.language, 'month') })}
        </caption>
        <thead>
          <tr>
            {dates.slice(0, 7).map((date) => (
              <th key={date} scope="col">
                {weekdayName(date, i18n.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={ref}>
          {weeks.map((week, row) => (
            <tr key={week[0]}>
              {week.map((date, column) => (
                <MonthDay
                  key={date}
                  date={date}
                  index={row * 7 + column}
                  outside={!date.startsWith(month)}
                  isToday={date === today}
                  items={days[row * 7 + column] ?? []}
                  fits={fits}
                  zone={zone}
                  client={client}
                  active={active}
                  openKey={openKey}
                  onFocus={setLast}
                  onOpen={onOpen}
                  onDay={onDay}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const weekdayName = (date: string, locale: string) => formatDate(date, locale, 'long').split(/[ ,]/)[0] ?? '';

function chunk(dates: readonly string[], size: number): string[][] {
  return Array.from({ length: dates.length / size }, (_, index) =>
    dates.slice(index * size, (index + 1) * size),
  );
}
