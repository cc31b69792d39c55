import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDates, weekNumber } from '#shared/domain/clock-format.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { KeyHints } from '../../ui/KeyHints.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import classes from './CalendarScreen.module.css';
import type { CalendarMode, Period } from './days.ts';

export interface CalendarToolbarProps {
  readonly mode: CalendarMode;
  readonly date: string;
  readonly period: Period;
  /** Nothing happens in what is shown. */
  readonly empty: boolean;
  readonly onMode: (mode: CalendarMode) => void;
  readonly onStep: (steps: number) => void;
  readonly onToday: () => void;
}

/** Which dates are shown, the ways to others, and week or month. */
export function CalendarToolbar(props: CalendarToolbarProps) {
  const { mode, date, period, empty, onMode, onStep, onToday } = props;
  const { t, i18n } = useTranslation('calendar');
  const { dates } = period;
  const title =
    mode === 'week'
      ? formatDates(dates[0] ?? date, dates.at(-1) ?? date, i18n.language)
      : formatDate(date, i18n.language, 'month');
  return (
    <Toolbar
      label={t('toolbar')}
      end={
        <>
          <KeyHints
            hints={[
              { keys: ['[', ']'], label: t('hint.turn') },
              { keys: ['.'], label: t('hint.today') },
            ]}
          />
          <Segmented
            label={t('view')}
            value={mode}
            onChange={onMode}
            options={[
              { value: 'week', label: t('week.name') },
              { value: 'month', label: t('month.name') },
            ]}
          />
        </>
      }
    >
      <IconButton
        size="sm"
        label={t(`${mode}.previous`)}
        keys={['[']}
        icon={<IconChevronLeft size={16} stroke={1.5} aria-hidden />}
        onClick={() => onStep(-1)}
      />
      <IconButton
        size="sm"
        label={t(`${mode}.next`)}
        keys={[']']}
        icon={<IconChevronRight size={16} stroke={1.5} aria-hidden />}
        onClick={() => onStep(1)}
      />
      <h2 className={classes.title} aria-live="polite">
        {title}
      </h2>
      {mode === 'week' && (
        <span className={classes.week}>{t('week.number', { number: weekNumber(dates[3] ?? date) })}</span>
      )}
      <Button size="sm" variant="quiet" aria-keyshortcuts="." onClick={onToday}>
        {t('today')}
      </Button>
      {empty && (
        <span className={classes.nothing} role="status">
          {t(`${mode}.nothing`)}
        </span>
      )}
    </Toolbar>
  );
}
