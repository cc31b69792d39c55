import { useTranslation } from 'react-i18next';
import type { ImportFound } from '#shared/ipc/import.ts';
import { useRead } from '../../../lib/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import { ClientRow } from './ClientRow.tsx';
import { clientTarget, projectTarget, type Targets, withClient, withProjects } from './targets.ts';

interface ClientsTableProps {
  readonly found: ImportFound;
  readonly targets: Targets;
  readonly onTargets: (targets: Targets) => void;
}

/** Every name of the file beside the client it goes to. */
export function ClientsTable({ found, targets, onTargets }: ClientsTableProps) {
  const { t } = useTranslation('import');
  const { data: clients = [] } = useRead('clients.list');
  return (
    <Panel title={t('clients.title')} flush>
      <p className={styles.note}>{t('clients.text')}</p>
      <table className={`${styles.table} ${styles.editable}`}>
        <thead>
          <tr>
            <th>{t('clients.found')}</th>
            <th className={styles.number}>{t('clients.rows')}</th>
            <th className={styles.number}>{t('clients.length')}</th>
            <th>{t('clients.target')}</th>
          </tr>
        </thead>
        {found.clients.map((client) => (
          <ClientRow
            key={client.key}
            client={client}
            clients={clients}
            target={clientTarget(targets, client)}
            projectTargets={client.projects.map((project) => projectTarget(targets, client, project))}
            onTarget={(target) => onTargets(withClient(targets, client, target))}
            onProjects={(projects, target) => onTargets(withProjects(targets, client, projects, target))}
          />
        ))}
      </table>
    </Panel>
  );
}
