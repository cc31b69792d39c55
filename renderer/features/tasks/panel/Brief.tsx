import { useTranslation } from 'react-i18next';
import { formatClock, formatDay, zoneCity } from '#shared/domain/clock-format.ts';
import { dueDay } from '#shared/domain/due-day.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { call, type Input } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { dueLong } from '../lib/due-words.ts';
import { EditableText } from './EditableText.tsx';
import { Section } from './Section.tsx';
import classes from './TaskPanel.module.css';
import { useSave } from './use-save.ts';

/** What is wanted, by when, and what done looks like. */
export function Brief({ task, zone }: { readonly task: Task; readonly zone: string }) {
  const { t, i18n } = useTranslation('tasks');
  const save = useSave();
  const there = useRead('clients.list').data?.find((client) => client.id === task.clientId)?.zone;
  const { due } = task;
  const change = (fields: Omit<Input<'tasks.change'>, 'id'>) =>
    save(() => call('tasks.change', { id: task.id, ...fields }));
  const elsewhere = () => {
    if (due?.at == null || !there || there === zone) return null;
    const clock = formatClock(due.at, there);
    const sameDay = dueDay(due, there) === dueDay(due, zone);
    if (sameDay && clock === formatClock(due.at, zone)) return null;
    const time = sameDay ? clock : `${formatDay(due.at, there, i18n.language)}, ${clock}`;
    return t('brief.there', { time, city: zoneCity(there) });
  };
  return (
    <Section title={t('brief.title')}>
      <dl className={classes.brief}>
        <dt>{t('brief.wanted')}</dt>
        <dd>
          <EditableText
            label={t('brief.wanted')}
            value={task.wanted}
            placeholder={t('brief.wantedEmpty')}
            maxLength={20_000}
            multiline
            onSave={(wanted) => change({ wanted })}
          />
        </dd>
        {due && (
          <>
            <dt>{t('brief.byWhen')}</dt>
            <dd>
              {dueLong(due, zone, i18n.language)} <span className={classes.quiet}>{elsewhere()}</span>
            </dd>
          </>
        )}
        <dt>{t('brief.done')}</dt>
        <dd>
          <EditableText
            label={t('brief.done')}
            value={task.doneLooksLike}
            placeholder={t('brief.doneEmpty')}
            maxLength={20_000}
            multiline
            onSave={(doneLooksLike) => change({ doneLooksLike })}
          />
        </dd>
        {task.waitingSince !== null && (
          <>
            <dt>{t('brief.waitingOn')}</dt>
            <dd>
              <EditableText
                label={t('brief.waitingOn')}
                value={task.waitingOn}
                placeholder={t('brief.waitingEmpty')}
                maxLength={200}
                onSave={(waitingOn) => change({ waitingOn })}
              />
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}
