import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { type GridLine, sumOf } from './model.ts';
import type { Editing } from './use-cells.ts';
import { TypingCell, WeekCell } from './WeekCell.tsx';
import classes from './WeekGrid.module.css';

export interface WeekLineRowProps {
  readonly line: GridLine;
  readonly dayNames: readonly string[];
  readonly todayAt: number;
  /** The day of the cell that Tab reaches, when it is on this line. */
  readonly reached: number | null;
  readonly editing: Editing | null;
  readonly hintId: string;
  readonly onToggle: (clientId: string) => void;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** A client or a task with its days and its sum. */
export const WeekLineRow = memo(function WeekLineRow(props: WeekLineRowProps) {
  const { line, dayNames, todayAt, reached, editing, hintId, onToggle, onText, onLeave } = props;
  const { t } = useTranslation('time');
  const { client } = line;
  const isTask = line.taskId !== undefined;
  const name = line.name ?? t('entry.noTask');
  const Chevron = line.open ? IconChevronDown : IconChevronRight;
  const sum = sumOf(line.shown);
  const goal = isTask ? null : client.weeklyMinutes;
  return (
    <tr data-task={isTask || undefined}>
      <th scope="row" className={classes.name}>
        {isTask ? (
          <span className={classes.task} title={name}>
            {name}
          </span>
        ) : (
          <button
            type="button"
            className={classes.toggle}
            aria-expanded={line.open ?? false}
            aria-label={t('week.tasksOf', { client: client.clientName })}
            tabIndex={-1}
            onClick={() => onToggle(client.clientId)}
          >
            <Chevron size={14} stroke={1.5} aria-hidden />
            <ClientName name={client.clientName} colour={client.clientColor} />
          </button>
        )}
      </th>
      {line.shown.map((value, day) => {
        const time = formatDuration(value);
        const label = t('week.cell', { client: name, day: dayNames[day], time });
        if (editing?.day === day) {
          const { text, select, error } = editing;
          return (
            <TypingCell
              key={dayNames[day]}
              {...{ label, text, select, error, onText, onLeave }}
              errorId={`${hintId}-error`}
            />
          );
        }
        return (
          <WeekCell
            key={dayNames[day]}
            {...{ day, value, label, hintId }}
            line={line.key}
            locked={(line.line.billed[day] ?? 0) > 0}
            runs={line.line.runs === day}
            today={day === todayAt}
            reached={reached === day}
          />
        );
      })}
      <td className={`${tableStyles.number} ${isTask ? '' : tableStyles.strong}`}>
        {sum > 0 ? formatDuration(sum) : <span className={classes.zero}>–</span>}
        {goal !== null && goal > 0 && (
          <>
            {' '}
            <span className={classes.of}>{t('week.ofAgreed', { goal: formatDuration(goal * MINUTE) })}</span>
            <ProgressLine
              className={classes.progress}
              label={t('week.agreed', { client: client.clientName })}
              done={sum}
              whole={goal * MINUTE}
              text={t('common:ofGoalText', {
                done: formatDuration(sum),
                goal: formatDuration(goal * MINUTE),
              })}
            />
          </>
        )}
      </td>
    </tr>
  );
});
