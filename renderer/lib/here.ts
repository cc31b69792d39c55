import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { useByMinute } from './clock.tsx';
import { useRead } from './queries.ts';

export interface Here {
  /** The computer's zone, IANA. */
  readonly zone: string;
  readonly locale: string;
  /** Today's date in that zone, ISO. */
  readonly today: string;
}

const pageZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Where and when the person is at `now`, UTC milliseconds. @param zone that of the computer, once it is known. */
export function hereAt(now: number, zone = pageZone): Pick<Here, 'zone' | 'today'> {
  return { zone, today: dateIn(now, zone) };
}

/** Where and when the person is. Renders again when the day ends. */
export function useHere(): Here {
  const { i18n } = useTranslation();
  const zone = useRead('app.info').data?.zone ?? pageZone;
  const today = useByMinute((minute) => dateIn(minute, zone));
  return { zone, locale: i18n.language, today };
}
