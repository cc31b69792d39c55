import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatDate } from '#shared/domain/clock-format.ts';
import { daysBetween } from '#shared/domain/due-day.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { TaskRow } from '#shared/ipc/tasks.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { useHere } from '../../../lib/here.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import classes from './SideColumn.module.css';

export interface WaitingProps {
  readonly tasks: readonly TaskRow[];
  readonly clients: readonly ClientCard[];
}

const shownAtFirst = 8;
/** From this many days on a person might ask again. */
const longWait = 3;

/** Who owes an answer, the longest first. */
export function Waiting({ tasks, clients }: WaitingProps) {
  const { t } = useTranslation('today');
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, shownAtFirst);
  const byId = new Map(clients.map((client) => [client.id, client]));
  return (
    <section aria-label={t('waiting.title')}>
      <h2 className={classes.title}>
        {t('waiting.title')} <span className={classes.count}>{tasks.length || ''}</span>
      </h2>
      {tasks.length === 0 && <p className={classes.empty}>{t('waiting.none')}</p>}
      <ul className={classes.waiting}>
        {shown.map((task) => {
          const client = byId.get(task.clientId);
          return client && <WaitingLine key={task.id} task={task} client={client} />;
        })}
      </ul>
      {tasks.length > shown.length && (
        <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
          {t('waiting.more', { count: tasks.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function WaitingLine({ task, client }: { readonly task: TaskRow; readonly client: ClientCard }) {
  const { t } = useTranslation('today');
  const { zone, locale, today } = useHere();
  const since = task.waitingSince === null ? null : dateIn(task.waitingSince, zone);
  const days = since === null ? 0 : Math.max(0, daysBetween(since, today));
  const day = since === null ? '' : formatDate(since, locale);
  return (
    <li className={classes.wait}>
      <span className={classes.mark}>
        <ClientMark colour={client.color} />
      </span>
      <a
        href={clientHref(task.clientId, 'board', task.id)}
        className={classes.waitText}
        title={`${client.name} · ${task.title}`}
      >
        <span className={classes.waitTitle}>{task.title}</span>
        <span className={classes.who}>
          {task.waitingOn ? t('waiting.who', { who: task.waitingOn, day }) : t('waiting.since', { day })}
        </span>
      </a>
      <span className={classes.days} data-long={days >= longWait || undefined}>
        {t('waiting.days', { count: days })}
      </span>
    </li>
  );
}
