import {
  IconChevronLeft,
  IconChevronRight,
  IconDownload,
  IconFileImport,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDate, weekNumber } from '#shared/domain/clock-format.ts';
import { addDays, weekday } from '#shared/domain/due-day.ts';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { go, importHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import { useExport } from './export.ts';
import classes from './TimeToolbar.module.css';
import { type TimeView, TimeViews } from './TimeViews.tsx';

export interface TimeToolbarProps {
  readonly view: TimeView;
  readonly date: string;
  /** What the list shows; null for day and week, whose dates are exported. */
  readonly filter: EntryFilter | null;
  readonly clientId: string | null;
  readonly onView: (view: TimeView) => void;
  readonly onStep: (steps: number) => void;
  readonly onToday: () => void;
  readonly onAdd: () => void;
}

export function TimeToolbar(props: TimeToolbarProps) {
  const { view, date, filter, clientId, onView, onStep, onToday, onAdd } = props;
  const { t, i18n } = useTranslation('time');
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const save = useExport();
  const first = addDays(date, -((weekday(date) - weekStart + 7) % 7));
  const dates = view === 'week' ? [first, addDays(first, 6)] : [date, date];
  const title =
    view === 'week'
      ? t('week.title', {
          number: weekNumber(addDays(first, 3)),
          from: formatDate(first, i18n.language, 'day'),
          to: formatDate(addDays(first, 6), i18n.language, 'dated'),
        })
      : formatDate(date, i18n.language, 'long');
  return (
    <Toolbar
      label={t('toolbar')}
      end={
        <>
          <TimeViews view={view} onView={onView} />
          <IconButton
            label={t('import:open')}
            icon={<IconFileImport size={16} stroke={1.5} />}
            size="sm"
            onClick={() => go(importHref())}
          />
          <Button
            size="sm"
            icon={<IconDownload size={16} stroke={1.5} aria-hidden />}
            iconWhenNarrow
            {...tip(t('export'))}
            onClick={() => void save(filter ?? { clientId, fromDate: dates[0], toDate: dates[1] })}
          >
            {t('export')}
          </Button>
          <Button
            size="sm"
            icon={<IconPlus size={16} stroke={1.75} aria-hidden />}
            keys={['A']}
            aria-keyshortcuts="A"
            {...tip(t('command.add'))}
            onClick={onAdd}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      {view === 'list' ? (
        <h2 className={classes.title}>{t('list.title')}</h2>
      ) : (
        <>
          <IconButton
            label={t(view === 'week' ? 'week.previous' : 'day.previous')}
            icon={<IconChevronLeft size={16} stroke={1.5} />}
            size="sm"
            onClick={() => onStep(-1)}
          />
          <IconButton
            label={t(view === 'week' ? 'week.next' : 'day.next')}
            icon={<IconChevronRight size={16} stroke={1.5} />}
            size="sm"
            onClick={() => onStep(1)}
          />
          <h2 className={classes.title}>{title}</h2>
          <Button size="sm" variant="quiet" onClick={onToday}>
            {t(view === 'week' ? 'week.this' : 'day.today')}
          </Button>
        </>
      )}
    </Toolbar>
  );
}
