import type { Grouping } from '#shared/domain/report.ts';
import type { ReportView } from '#shared/ipc/reports.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import classes from './Report.module.css';

interface KeyNameProps {
  readonly grouping: Grouping;
  readonly value: string | null;
  readonly label: string;
  readonly view: Pick<ReportView, 'clients' | 'tasks'>;
  /** Whether a task says whose it is. */
  readonly owner: boolean;
}

/** A row's name; clients and their tasks with the client's shape. */
export function KeyName({ grouping, value, label, view, owner }: KeyNameProps) {
  const client = value ? view.clients[value] : undefined;
  if (grouping === 'client' && client) return <ClientName name={label} colour={client.clientColor} />;
  const task = grouping === 'task' && value ? view.tasks[value] : undefined;
  const of = owner && task ? view.clients[task.clientId] : undefined;
  return (
    <span className={classes.keyName} data-none={value === null || undefined}>
      {of && <ClientMark colour={of.clientColor} />}
      <span>{label}</span>
      {of && <span className={classes.owner}>{of.clientName}</span>}
    </span>
  );
}
