import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { FoundClient, FoundProject } from '#shared/ipc/import.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import classes from './Clients.module.css';
import type { ProjectTarget } from './targets.ts';

interface ProjectRowsProps {
  readonly client: FoundClient;
  /** Null for a client that is yet to be made. */
  readonly clientId: string | null;
  readonly targets: readonly ProjectTarget[];
  readonly onProjects: (projects: readonly FoundProject[], target: ProjectTarget) => void;
}

/** The projects of one name: into the note, to a task that is there, or to a new one. */
export function ProjectRows({ client, clientId, targets, onProjects }: ProjectRowsProps) {
  const { t, i18n } = useTranslation('import');
  const { data: choices = [] } = useRead(
    'time.choices',
    { text: '', clientId: clientId ?? '' },
    { enabled: clientId !== null },
  );
  const tasks = new Map(
    choices.flatMap(({ taskId, taskTitle }) => (taskId && taskTitle ? [[taskId, taskTitle] as const] : [])),
  );
  // The task of the same name may be finished, and then is none of the choices.
  for (const { taskId, name } of client.projects) {
    if (taskId && clientId === client.clientId && !tasks.has(taskId)) tasks.set(taskId, name);
  }
  const chosenOf = (target: ProjectTarget | undefined) =>
    target?.to === 'task' ? target.taskId : (target?.to ?? 'note');
  return (
    <>
      {client.projects.length > 1 && (
        <tr>
          <td colSpan={3} className={classes.inner}>
            <span className={styles.muted}>{t('clients.allProjects')}</span>
          </td>
          <td className={classes.target}>
            <span className={classes.both}>
              <Button size="sm" onClick={() => onProjects(client.projects, { to: 'note' })}>
                {t('clients.allNote')}
              </Button>
              <Button size="sm" onClick={() => onProjects(client.projects, { to: 'newTask' })}>
                {t('clients.allTasks')}
              </Button>
            </span>
          </td>
        </tr>
      )}
      {client.projects.map((project, index) => (
        <tr key={project.name}>
          <td className={classes.inner}>{project.name}</td>
          <td className={styles.number}>{project.rows.toLocaleString(i18n.language)}</td>
          <td className={styles.number}>{formatDuration(project.length)}</td>
          <td className={classes.target}>
            <NativeSelect
              size="xs"
              aria-label={t('clients.projectTarget', { name: project.name, client: client.name })}
              value={chosenOf(targets[index])}
              data={[
                { value: 'note', label: t('clients.note') },
                { value: 'newTask', label: t('clients.newTask') },
                ...[...tasks].map(([value, label]) => ({ value, label })),
              ]}
              onChange={({ currentTarget: { value } }) =>
                onProjects(
                  [project],
                  value === 'note' || value === 'newTask' ? { to: value } : { to: 'task', taskId: value },
                )
              }
            />
          </td>
        </tr>
      ))}
    </>
  );
}
