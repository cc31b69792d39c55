import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '#shared/domain/clock-format.ts';
import type { EntryRecord } from '#shared/ipc/time.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import classes from './History.module.css';
import { type HistoryField, type HistoryStep, historySteps } from './history.ts';

/** Every change of a closed entry: what was, what is, when. It opens on demand and is read then. */
export function History({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('time');
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.history} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary className={classes.summary}>{t('history.title')}</summary>
      {opened && <Steps entryId={entryId} />}
    </details>
  );
}

function Steps({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('time');
  const { zone, locale } = useHere();
  const { data } = useRead('time.history', { id: entryId });
  if (!data) return null;
  const steps = historySteps(data);
  if (steps.length === 0) return <p className={classes.none}>{t('history.none')}</p>;
  return (
    <ol className={classes.steps}>
      {steps.map((step) => (
        <li key={step.id} className={classes.step}>
          <span className={classes.when}>
            {formatDay(step.at, zone, locale, 'dated')} {formatClock(step.at, zone)}
          </span>
          <span className={classes.what}>
            {step.kind === 'changed'
              ? step.fields.map((field) => <Change key={field} step={step} field={field} />)
              : t(`history.${step.kind}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Change({ step, field }: { readonly step: HistoryStep; readonly field: HistoryField }) {
  const { t } = useTranslation('time');
  return (
    <span className={classes.change}>
      <span className={classes.field}>{t(`history.fields.${field}`)}</span>{' '}
      <s className={classes.before}>
        <Value record={step.before} field={field} />
      </s>{' '}
      → <Value record={step.after} field={field} />
    </span>
  );
}

function Value({ record, field }: { readonly record: EntryRecord | null; readonly field: HistoryField }) {
  const { t } = useTranslation('time');
  const { zone, locale } = useHere();
  const clients = useRead('clients.list').data ?? [];
  const kinds = useWorkKinds();
  if (!record) return null;
  const nothing = t('history.nothing');
  if (field === 'task') return record.taskId ? <TaskTitle id={record.taskId} /> : nothing;
  if (field === 'client') return clients.find(({ id }) => id === record.clientId)?.name ?? nothing;
  if (field === 'workKind') return kinds.nameOf(record.workKindId ?? null) || nothing;
  if (field === 'category') return record.category ? t(`category.${record.category}`) : nothing;
  if (field === 'billable') return t(record.billable ? 'history.yes' : 'history.no');
  if (field === 'start' || field === 'end') {
    const at = field === 'start' ? record.startedAt : record.endedAt;
    return at === null ? t('entry.running') : `${formatDay(at, zone, locale)} ${formatClock(at, zone)}`;
  }
  return record[field] || nothing;
}

/** A task that is gone has no title any more. */
function TaskTitle({ id }: { readonly id: string }) {
  const { t } = useTranslation('time');
  return useRead('tasks.get', { id }).data?.title ?? t('task');
}
