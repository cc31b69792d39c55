import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { WeekView } from '#shared/ipc/time.ts';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import type { GridLine } from './model.ts';
import classes from './WeekGrid.module.css';

interface CellHintProps {
  readonly id: string;
  readonly week: WeekView;
  readonly line: GridLine | undefined;
  readonly day: number;
}

/** What typing into the chosen cell does, and what of it is fixed. */
export function CellHint({ id, week, line, day }: CellHintProps) {
  const { t } = useTranslation('time');
  const billed = line?.line.billed[day] ?? 0;
  const later = (week.days[day]?.from ?? 0) >= week.now;
  const parts = [
    later ? t('week.hint.later') : t('week.hint.usual'),
    billed > 0 ? t('week.hint.billed', { time: formatDuration(billed) }) : null,
    line?.line.runs === day ? t('week.hint.runs') : null,
  ];
  return (
    <div className={classes.foot}>
      <p id={id} className={classes.hint}>
        {parts.filter(Boolean).join(' ')}
      </p>
      <KeyHints
        hints={[
          { keys: ['Enter'], label: t('hint.edit') },
          { keys: ['Del'], label: t('week.clear') },
          { keys: ['Space'], label: t('week.tasks') },
        ]}
      />
    </div>
  );
}
