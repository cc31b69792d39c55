import { useCallback, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import { parseCell } from '#shared/domain/week-cell.ts';
import type { WeekView } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useSay } from '../../../lib/say.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import type { GridLine } from './model.ts';

/** A cell by its line's key and its day from 0. */
export interface CellAt {
  readonly line: string;
  readonly day: number;
}

export interface Editing extends CellAt {
  readonly text: string;
  /** What was typed is chosen as a whole, so that the next key replaces it. */
  readonly select: boolean;
  readonly error: string | null;
}

/** A value that would remove entries waits for a yes. */
export interface Asking extends CellAt {
  readonly removes: number;
  readonly length: number;
  readonly after: () => void;
}

/** Typing into the week's cells: what is being typed, what was refused, what waits for a yes. */
export function useCells(week: WeekView, lines: readonly GridLine[]) {
  const { t } = useTranslation('time');
  const announce = useAnnounce();
  const { undoable } = useSay();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const busy = useRef(false);
  // Another week came: what was typed was for a day that is no longer shown.
  const weekOf = week.dates[0];
  const [typedIn, setTypedIn] = useState(weekOf);
  if (typedIn !== weekOf) {
    setTypedIn(weekOf);
    setEditing(null);
    setAsking(null);
  }

  const send = useCallback(
    async (at: CellAt, length: number, remove: boolean, after: () => void) => {
      const line = lines.find(({ key }) => key === at.line);
      const date = week.dates[at.day];
      if (!line || !date || busy.current) return;
      busy.current = true;
      const { clientId } = line.client;
      const { taskId } = line;
      try {
        const input = { clientId, date, length, remove, ...(taskId === undefined ? {} : { taskId }) };
        const { removes, added } = await call('time.setCell', input);
        if (removes > 0) setAsking({ ...at, removes, length, after });
        else {
          flushSync(() => {
            setEditing(null);
            setAsking(null);
          });
          if (added) {
            const span = formatClockRange(added.from, added.to, week.zone);
            undoable(t('week.added', { time: formatDuration(added.to - added.from), span }), {
              about: 'cell',
            });
          } else announce(t('week.said', { time: formatDuration(length) }));
          after();
        }
      } catch (error) {
        const message = error instanceof Error ? error.message : t('errors:internal');
        setAsking(null);
        setEditing((now) => ({
          ...at,
          text: now?.text ?? formatDuration(length),
          select: false,
          error: message,
        }));
      } finally {
        busy.current = false;
      }
    },
    [week.dates, week.zone, lines, announce, undoable, t],
  );

  /** Takes what was typed; `after` moves on once it holds. */
  const commit = useCallback(
    (typed: Editing, after: () => void) => {
      const length = parseCell(typed.text);
      const before = lines.find(({ key }) => key === typed.line)?.shown[typed.day] ?? 0;
      if (length === null) {
        setEditing({ ...typed, select: false, error: t('errors:time.cellText') });
      } else if (length === before) {
        flushSync(() => setEditing(null));
        after();
      } else void send(typed, length, false, after);
    },
    [lines, send, t],
  );

  return { editing, setEditing, asking, setAsking, commit, send };
}
