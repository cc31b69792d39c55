import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { byRank } from '#shared/domain/board.ts';
import type { Board } from '#shared/ipc/board.ts';
import { clientHref, go } from '../../../lib/addresses.ts';
import { call } from '../../../lib/api.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Brief } from './Brief.tsx';
import { Checklist } from './Checklist.tsx';
import { Facts } from './Facts.tsx';
import { History } from './History.tsx';
import { Links } from './Links.tsx';
import { PanelHead } from './PanelHead.tsx';
import classes from './TaskPanel.module.css';
import { TimeList } from './TimeList.tsx';
import { TitleRow } from './TitleRow.tsx';
import { useDo } from './use-save.ts';

export interface TaskPanelProps {
  readonly taskId: string;
  readonly board: Board;
  readonly zone: string;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One task beside its board. Every field is edited where it stands; Escape closes. */
export default function TaskPanel({ taskId, board, zone, onOpen, onClose }: TaskPanelProps) {
  const { t } = useTranslation('tasks');
  const now = useMinute();
  const { data: task, error } = useRead('tasks.get', { id: taskId });
  const act = useDo();
  const panel = useRef<HTMLElement>(null);
  const foreign = task && task.clientId !== board.clientId ? task : null;
  // Before it is painted: who sees the panel can press its keys.
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (foreign) go(clientHref(foreign.clientId, 'board', foreign.id));
  }, [foreign]);

  const order = board.columns.flatMap((column) =>
    board.cards
      .filter((card) => card.columnId === column.id)
      .sort(byRank)
      .map((card) => card.id),
  );
  const at = order.indexOf(taskId);
  const toggleTimer = () => {
    if (!task) return;
    const running = task.time.some((entry) => entry.endedAt === null);
    void act(() =>
      running ? call('time.stop') : call('time.start', { clientId: task.clientId, taskId: task.id }),
    );
  };
  return (
    <aside
      ref={panel}
      className={classes.panel}
      tabIndex={-1}
      aria-label={task ? t('panel.label', { title: task.title }) : t('panel.loading')}
      onKeyDown={(event) => {
        // Keys of an open menu or date box come through here too, and are theirs.
        if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
        const letter = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
        if (event.key === 'Escape') onClose();
        else if (event.key.toLowerCase() === 't' && letter) toggleTimer();
        else return;
        event.preventDefault();
      }}
    >
      <PanelHead
        task={task ?? null}
        previous={order[at - 1] ?? null}
        next={at < 0 ? null : (order[at + 1] ?? null)}
        onOpen={onOpen}
        onClose={onClose}
      />
      {!task && error && (
        <ErrorState
          title={error.message}
          safe={t('common:nothingLost')}
          actions={<Button onClick={onClose}>{t('common:close')}</Button>}
        />
      )}
      {task && !foreign && (
        <div className={classes.body}>
          <TitleRow task={task} onToggle={toggleTimer} />
          <Facts task={task} board={board} zone={zone} now={now} />
          <Brief task={task} zone={zone} />
          <Checklist task={task} />
          <Links task={task} now={now} zone={zone} />
          <TimeList task={task} zone={zone} now={now} />
          <History task={task} zone={zone} />
        </div>
      )}
    </aside>
  );
}

function isTyping(target: EventTarget): boolean {
  return target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
}
