import { IconLock } from '@tabler/icons-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { formatDuration } from '#shared/domain/duration.ts';
import { tableStyles } from '../../../ui/table.ts';
import classes from './WeekGrid.module.css';

export interface WeekCellProps {
  readonly line: string;
  readonly day: number;
  readonly value: number;
  readonly label: string;
  readonly locked: boolean;
  readonly runs: boolean;
  readonly today: boolean;
  /** The one cell that Tab reaches. */
  readonly reached: boolean;
  readonly hintId: string;
}

/** A length of time that can be typed over. The grid hears its keys. */
export const WeekCell = memo(function WeekCell(props: WeekCellProps) {
  const { line, day, value, label, locked, runs, today, reached, hintId } = props;
  return (
    <td
      className={`${tableStyles.number} ${classes.cell}`}
      tabIndex={reached ? 0 : -1}
      data-line={line}
      data-day={day}
      data-today={today || undefined}
      data-runs={runs || undefined}
      aria-label={label}
      aria-describedby={reached ? hintId : undefined}
    >
      {locked && <IconLock className={classes.lock} size={12} stroke={1.5} aria-hidden />}
      {value > 0 ? formatDuration(value) : <span className={classes.zero}>–</span>}
    </td>
  );
});

export interface TypingCellProps {
  readonly label: string;
  readonly text: string;
  readonly select: boolean;
  readonly error: string | null;
  readonly errorId: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** The same cell while it is typed in. */
export function TypingCell({ label, text, select, error, errorId, onText, onLeave }: TypingCellProps) {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    input.current?.focus();
    if (select) input.current?.select();
  }, [select]);
  useLayoutEffect(() => {
    if (error) input.current?.focus();
  }, [error]);
  return (
    <td className={`${tableStyles.number} ${classes.typing}`}>
      <input
        ref={input}
        className={classes.input}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        value={text}
        maxLength={12}
        autoComplete="off"
        onChange={(event) => onText(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {error && (
        <div id={errorId} role="alert" className={classes.error}>
          {error}
        </div>
      )}
    </td>
  );
}
