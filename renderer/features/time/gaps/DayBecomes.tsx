import { useTranslation } from 'react-i18next';
import { dateIn, formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { useCountedUntil } from '../../../lib/clock.tsx';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Marked, mark } from '../../../ui/Marked.tsx';
import { type Added, dayAfter } from './after.ts';
import classes from './GapQuestion.module.css';

interface DayBecomesProps {
  readonly gap: OpenGap;
  /** Null while no answer is chosen. */
  readonly added: readonly Added[] | null;
  /** What runs is not counted. */
  readonly stops: boolean;
}

/** What the gap's day comes to with the chosen answer: "Day becomes 3h 56m". */
export function DayBecomes({ gap, added, stops }: DayBecomesProps) {
  const { t } = useTranslation('gaps');
  const { zone, locale, today } = useHere();
  const date = dateIn(added?.[0]?.from ?? gap.startedAt, zone);
  const day = useRead('time.day', { date, clientId: null }, { keepPrevious: true }).data;
  const running = day?.entries.find((entry) => entry.endedAt === null);
  const now = useCountedUntil(running?.startedAt ?? null);
  const entries = stops ? day?.entries.filter((entry) => entry !== running) : day?.entries;
  const time = day && entries && added ? formatDuration(dayAfter({ ...day, entries }, now, added)) : null;
  const text =
    date === today ? t('day', { time: mark }) : t('dayOn', { day: formatDate(date, locale), time: mark });
  return <output className={classes.becomes}>{time && <Marked text={text} value={time} />}</output>;
}
