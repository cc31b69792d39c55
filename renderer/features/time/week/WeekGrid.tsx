import { type KeyboardEvent, useCallback, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { WeekView } from '#shared/ipc/time.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { CellHint } from './CellHint.tsx';
import { columnSums, gridLines } from './model.ts';
import { type CellAt, useCells } from './use-cells.ts';
import { WeekFoot } from './WeekFoot.tsx';
import classes from './WeekGrid.module.css';
import { WeekHead } from './WeekHead.tsx';
import { WeekLineRow } from './WeekLineRow.tsx';

export interface WeekGridProps {
  readonly week: WeekView;
  readonly today: string;
  /** One client: its tasks take the place of clients. */
  readonly tasksOnly: boolean;
  readonly onDay: (date: string) => void;
}

/** The person's goal is for a working day; a week has so many of them. */
const WORKING_DAYS = 5;

const steps: Readonly<Record<string, readonly [lines: number, days: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Clients and tasks by days, typed in like a sheet: arrows move, digits begin, Enter goes down, Tab right. */
export function WeekGrid({ week, today, tasksOnly, onDay }: WeekGridProps) {
  const { t, i18n } = useTranslation('time');
  const hintId = useId();
  const table = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const [at, setAt] = useState<CellAt | null>(null);
  const lines = useMemo(() => gridLines(week, open, tasksOnly), [week, open, tasksOnly]);
  const dayNames = useMemo(
    () => week.dates.map((date) => formatDate(date, i18n.language, 'weekday')),
    [week.dates, i18n.language],
  );
  const todayAt = week.dates.indexOf(today);
  const cells = useCells(week, lines);
  const { editing, setEditing, asking, setAsking, commit, send } = cells;
  const first = lines[0] && { line: lines[0].key, day: Math.max(0, todayAt) };
  const here = at && lines.some(({ key }) => key === at.line) ? at : (first ?? null);

  // The focus moves at once, so that the next key is heard by the right cell, and leaving a field so commits nothing.
  const moving = useRef(false);
  const focus = useCallback((cell: CellAt) => {
    const { line, day } = cell;
    moving.current = true;
    flushSync(() => setAt(cell));
    table.current
      ?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"][data-day="${day}"]`)
      ?.focus();
    moving.current = false;
  }, []);
  const beside = (from: CellAt, [down, right]: readonly [number, number]): CellAt => {
    const index = lines.findIndex(({ key }) => key === from.line) + down;
    const line = lines[Math.min(Math.max(index, 0), lines.length - 1)]?.key ?? from.line;
    return { line, day: Math.min(Math.max(from.day + right, 0), 6) };
  };
  const toggle = useCallback((clientId: string) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(clientId)) after.add(clientId);
      return after;
    });
  }, []);
  const valueAt = ({ line, day }: CellAt) => lines.find(({ key }) => key === line)?.shown[day] ?? 0;
  const begin = (cell: CellAt, text: string, select: boolean) => {
    setAt(cell);
    setEditing({ ...cell, text, select, error: null });
  };

  const onTypingKey = (event: KeyboardEvent) => {
    if (!editing) return;
    const go = (step: readonly [number, number]) => {
      event.preventDefault();
      commit(editing, () => focus(beside(editing, step)));
    };
    if (event.key === 'Enter') go(event.shiftKey ? [-1, 0] : [1, 0]);
    else if (event.key === 'Tab') go([0, event.shiftKey ? -1 : 1]);
    else if (event.key === 'Escape') {
      flushSync(() => setEditing(null));
      focus(editing);
    } else if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
  };

  const onCellKey = (event: KeyboardEvent<HTMLElement>, cell: CellAt) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const value = valueAt(cell);
    const line = lines.find(({ key }) => key === cell.line);
    if (step) focus(beside(cell, step));
    else if (event.key === 'Home' || event.key === 'End')
      focus({ ...cell, day: event.key === 'Home' ? 0 : 6 });
    else if (event.key === 'Enter' || event.key === 'F2')
      begin(cell, value > 0 ? formatDuration(value) : '', true);
    else if (/^[\d.,]$/.test(event.key)) begin(cell, event.key, false);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (value > 0) void send(cell, 0, false, () => focus(cell));
    } else if (event.key === ' ' && line?.open !== null) toggle(line?.client.clientId ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const cellOf = (target: EventTarget): CellAt | null => {
    const cell = (target as HTMLElement).closest<HTMLElement>('[data-line]');
    return cell ? { line: cell.dataset.line ?? '', day: Number(cell.dataset.day) } : null;
  };
  const editRef = useRef(editing);
  editRef.current = editing;
  const onText = useCallback(
    (text: string) => setEditing((now) => now && { ...now, text, select: false, error: null }),
    [setEditing],
  );
  const askRef = useRef(asking);
  askRef.current = asking;
  const commitRef = useRef(commit);
  commitRef.current = commit;
  const onLeave = useCallback(() => {
    const typed = editRef.current;
    if (typed && !typed.error && !moving.current && !askRef.current)
      commitRef.current(typed, () => undefined);
  }, []);

  return (
    <>
      <div className={`${tableStyles.scroll} ${classes.scroll}`}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are typed in, as in a sheet
          role="grid"
          data-flat={tasksOnly || undefined}
          className={`${tableStyles.table} ${tableStyles.editable} ${classes.grid}`}
          onKeyDown={(event) => {
            if (editing) return onTypingKey(event);
            const cell = cellOf(event.target);
            if (cell) onCellKey(event, cell);
          }}
          onFocus={(event) => {
            const cell = cellOf(event.target);
            if (cell) setAt(cell);
          }}
          onDoubleClick={(event) => {
            const cell = cellOf(event.target);
            if (cell) begin(cell, valueAt(cell) > 0 ? formatDuration(valueAt(cell)) : '', true);
          }}
        >
          <caption className="visually-hidden">{t(tasksOnly ? 'week.captionTasks' : 'week.caption')}</caption>
          <WeekHead {...{ week, dayNames, todayAt, onDay }} first={t(tasksOnly ? 'task' : 'client')} />
          <tbody>
            {lines.map((line) => (
              <WeekLineRow
                key={line.key}
                {...{ line, dayNames, todayAt, hintId, onText, onLeave }}
                reached={here?.line === line.key ? here.day : null}
                editing={editing?.line === line.key ? editing : null}
                onToggle={toggle}
              />
            ))}
          </tbody>
          <WeekFoot
            {...{ dayNames, todayAt }}
            sums={columnSums(lines, tasksOnly)}
            dayGoal={tasksOnly ? 0 : week.targetMinutes * MINUTE}
            weekGoal={
              (tasksOnly ? (week.rows[0]?.weeklyMinutes ?? 0) : week.targetMinutes * WORKING_DAYS) * MINUTE
            }
          />
        </table>
      </div>
      <CellHint
        id={hintId}
        week={week}
        line={lines.find(({ key }) => key === here?.line)}
        day={here?.day ?? 0}
      />
      {asking && (
        <ConfirmDialog
          opened
          title={t('week.removeTitle', { count: asking.removes })}
          confirm={t('week.removeConfirm')}
          danger
          onConfirm={() => void send(asking, asking.length, true, asking.after)}
          onCancel={() => {
            flushSync(() => {
              setAsking(null);
              setEditing(null);
            });
            focus(asking);
          }}
        >
          {t('week.removeText', { time: formatDuration(asking.length) })}
        </ConfirmDialog>
      )}
    </>
  );
}
