import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import type { ButtonHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import classes from './TodayCard.module.css';
import type { TodayRow } from './totals.ts';

export interface TodayClientProps {
  readonly row: TodayRow;
  readonly focus: ButtonHTMLAttributes<HTMLButtonElement>;
  readonly onPress: () => void;
}

/** One client's time today. The whole row is the button. */
export function TodayClient({ row, focus, onPress }: TodayClientProps) {
  const { t } = useTranslation('shell');
  const Icon = row.running ? IconPlayerStopFilled : IconPlayerPlayFilled;
  return (
    <li>
      <button
        type="button"
        className={classes.client}
        data-running={row.running || undefined}
        {...focus}
        onClick={onPress}
      >
        <ClientMark colour={row.colour} />
        <span className={classes.name} title={row.name}>
          {row.name}
        </span>
        <span className={classes.time}>{formatDuration(row.shown)}</span>
        <span className="visually-hidden">, {t(`timer.byClient.${row.running ? 'stop' : 'start'}`)}</span>
        <Icon className={classes.icon} size={14} aria-hidden />
      </button>
    </li>
  );
}
