import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { formatDuration, formatRunning, MINUTE } from '#shared/domain/duration.ts';
import type { CardRow } from '#shared/ipc/board.ts';
import { useSecond } from '../../../lib/clock.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './Card.module.css';
import type { CardWords } from './words.ts';

export interface CardTimeProps {
  readonly card: CardRow;
  readonly words: CardWords;
  /** UTC milliseconds of the current minute. */
  readonly now: number;
  readonly onToggle: () => void;
}

/** Whether there is a time to show; otherwise the button stands beside what is there. */
export function hasTime({ estimateMinutes, trackedSeconds, runningSince }: CardRow): boolean {
  return Boolean(estimateMinutes) || trackedSeconds > 0 || runningSince !== null;
}

/** Tracked against estimate, and the button that starts or stops the timer on this card. */
export function CardTime({ card, words, now, onToggle }: CardTimeProps) {
  const { t } = words;
  const { runningSince, estimateMinutes } = card;
  const tracked = card.trackedSeconds * 1000 + (runningSince === null ? 0 : Math.max(0, now - runningSince));
  const estimate = (estimateMinutes ?? 0) * MINUTE;
  const over = estimate > 0 && tracked > estimate;
  const sums = { tracked: formatDuration(tracked), estimate: formatDuration(estimate) };
  const shown = estimate > 0 || tracked > 0;
  return (
    <div className={classes.time}>
      {estimate > 0 ? (
        <ProgressLine
          label={words.progress}
          done={tracked}
          whole={estimate}
          text={t('card.trackedOf', sums)}
          accent={runningSince !== null}
        />
      ) : (
        <span className={classes.spacer} />
      )}
      {shown && (
        <span className={classes.sum} data-over={over || undefined} data-none={tracked < MINUTE || undefined}>
          <span className={classes.tracked}>{sums.tracked}</span>
          {estimate > 0 && ` / ${sums.estimate}`}
        </span>
      )}
      {runningSince === null ? (
        <button
          type="button"
          className={classes.play}
          tabIndex={-1}
          aria-label={t('card.start', { title: card.title })}
          onClick={onToggle}
          {...tip(words.startTip, ['T'])}
        >
          <IconPlayerPlayFilled size={13} aria-hidden />
        </button>
      ) : (
        <button type="button" className={classes.stop} tabIndex={-1} onClick={onToggle}>
          <IconPlayerStopFilled size={12} aria-hidden />
          <span className="visually-hidden">{t('card.stop', { title: card.title })} </span>
          <Running since={runningSince} />
        </button>
      )}
    </div>
  );
}

function Running({ since }: { readonly since: number }) {
  return <span className="tabular">{formatRunning(useSecond() - since)}</span>;
}
