import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { WeekView } from '#shared/ipc/time.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tableStyles } from '../../../ui/table.ts';
import classes from './WeekGrid.module.css';

export interface WeekGridProps {
  readonly week: WeekView;
  /** The cells as they are shown, milliseconds in whole minutes, adding up both ways. */
  readonly shown: readonly (readonly number[])[];
  readonly today: string;
  readonly onDay: (date: string) => void;
}

/** Client by day with sums both ways. Arrows move over the cells, Enter opens the day. */
export function WeekGrid({ week, shown, today, onDay }: WeekGridProps) {
  const { t, i18n } = useTranslation('time');
  const sums = week.dates.map((_, index) => sumOf(shown.map((row) => row[index] ?? 0)));
  const goal = week.targetMinutes * MINUTE;
  const nameOf = (date: string) => formatDate(date, i18n.language, 'weekday');
  return (
    <div className={tableStyles.scroll}>
      <table
        className={`${tableStyles.table} ${tableStyles.editable} ${classes.grid}`}
        onKeyDown={moveOverCells}
      >
        <caption className="visually-hidden">{t('week.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('client')}</th>
            {week.dates.map((date) => (
              <th
                key={date}
                scope="col"
                className={tableStyles.number}
                data-today={date === today || undefined}
                aria-current={date === today ? 'date' : undefined}
              >
                <button type="button" className={classes.day} onClick={() => onDay(date)}>
                  {nameOf(date)}
                </button>
              </th>
            ))}
            <th scope="col" className={tableStyles.number}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {week.rows.map((row, r) => (
            <tr key={row.clientId}>
              <th scope="row" className={classes.client}>
                <ClientName name={row.clientName} colour={row.clientColor} />
              </th>
              {week.dates.map((date, c) => {
                const value = shown[r]?.[c] ?? 0;
                return (
                  <td key={date} className={tableStyles.number} data-today={date === today || undefined}>
                    <button
                      type="button"
                      className={classes.cell}
                      tabIndex={r === 0 && c === 0 ? 0 : -1}
                      data-cell={`${r},${c}`}
                      aria-label={t('week.cell', {
                        client: row.clientName,
                        day: nameOf(date),
                        time: formatDuration(value),
                      })}
                      onClick={() => onDay(date)}
                    >
                      {value > 0 ? formatDuration(value) : <span className={classes.zero}>–</span>}
                    </button>
                  </td>
                );
              })}
              <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                {formatDuration(sumOf(shown[r] ?? []))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {sums.map((sum, c) => (
              <td
                key={week.dates[c]}
                className={tableStyles.number}
                data-today={week.dates[c] === today || undefined}
              >
                {sum > 0 ? formatDuration(sum) : <span className={classes.zero}>–</span>}
                {goal > 0 && (
                  <ProgressLine
                    className={classes.progress}
                    label={t('week.goal', { day: nameOf(week.dates[c] ?? '') })}
                    done={sum}
                    whole={goal}
                    text={t('common:ofGoalText', { done: formatDuration(sum), goal: formatDuration(goal) })}
                  />
                )}
              </td>
            ))}
            <td className={tableStyles.number}>{formatDuration(sumOf(sums))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function moveOverCells(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key];
  const cell = (document.activeElement as HTMLElement | null)?.dataset.cell;
  if (!step || !cell) return;
  const [row = 0, column = 0] = cell.split(',').map(Number);
  const next = event.currentTarget.querySelector<HTMLElement>(
    `[data-cell="${row + step[0]},${column + step[1]}"]`,
  );
  event.preventDefault();
  next?.focus();
}

function sumOf(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
