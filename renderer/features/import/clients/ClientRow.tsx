import { NativeSelect } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { CheckInput, FoundClient, FoundProject } from '#shared/ipc/import.ts';
import { tableStyles as styles } from '../../../ui/table.ts';
import classes from './Clients.module.css';
import { ProjectRows } from './ProjectRows.tsx';
import type { ProjectTarget } from './targets.ts';

type Target = CheckInput['clients'][number]['target'];

export interface ClientRowProps {
  readonly client: FoundClient;
  readonly clients: readonly ClientCard[];
  readonly target: Target;
  /** Beside `client.projects`. */
  readonly projectTargets: readonly ProjectTarget[];
  readonly onTarget: (target: Target) => void;
  readonly onProjects: (projects: readonly FoundProject[], target: ProjectTarget) => void;
}

/** One name of the file; its projects unfold below. */
export function ClientRow(props: ClientRowProps) {
  const { client, clients, target, projectTargets, onTarget, onProjects } = props;
  const { t, i18n } = useTranslation('import');
  const [open, setOpen] = useState(false);
  const name = client.kind === 'none' ? t('clients.none') : client.name;
  const newName = client.name || t('clients.nameless');
  const Chevron = open ? IconChevronDown : IconChevronRight;
  const chosen = target.to === 'client' ? target.clientId : target.to;
  const shown = clients.filter((one) => !one.archived || one.id === chosen);
  const projects = client.projects.length > 0 && target.to !== 'skip';
  return (
    <tbody>
      <tr>
        <td>
          <span className={classes.found}>
            <span className={client.kind === 'none' ? styles.muted : styles.name}>{name}</span>
            {client.kind === 'project' && <span className={styles.muted}>{t('clients.project')}</span>}
            {projects && (
              <button
                type="button"
                className={classes.unfold}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                <Chevron size={14} stroke={1.5} aria-hidden />
                {t('clients.projects', { count: client.projects.length })}
              </button>
            )}
          </span>
        </td>
        <td className={styles.number}>{client.rows.toLocaleString(i18n.language)}</td>
        <td className={styles.number}>{formatDuration(client.length)}</td>
        <td className={classes.target}>
          <NativeSelect
            size="xs"
            aria-label={t('clients.targetOf', { name })}
            value={chosen}
            data={[
              { value: 'new', label: t('clients.new', { name: newName }) },
              { value: 'skip', label: t('clients.skip') },
              ...shown.map((one) => ({ value: one.id, label: one.name })),
            ]}
            onChange={({ currentTarget: { value } }) => {
              if (value === 'skip') onTarget({ to: 'skip' });
              else if (value === 'new') onTarget({ to: 'new', name: [...newName].slice(0, 200).join('') });
              else onTarget({ to: 'client', clientId: value });
            }}
          />
        </td>
      </tr>
      {open && projects && (
        <ProjectRows
          client={client}
          clientId={target.to === 'client' ? target.clientId : null}
          targets={projectTargets}
          onProjects={onProjects}
        />
      )}
    </tbody>
  );
}
