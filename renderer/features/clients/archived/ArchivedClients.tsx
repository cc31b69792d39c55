import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useClientDialogs } from '../dialogs/use-client-dialogs.tsx';
import classes from './ArchivedClients.module.css';

/** Clients that were archived: brought back, or deleted with everything. */
export default function ArchivedClients() {
  const { t } = useTranslation(['clients', 'common']);
  const list = useRead('clients.list');
  const restore = useWrite('clients.restore');
  const dialogs = useClientDialogs();
  const toast = useToast();
  if (list.error) return <ErrorState title={list.error.message} safe={t('common:nothingLost')} />;
  if (!list.data) return <LoadingBoxes heights={[48, 48]} label={t('common:loading')} />;
  const archived = list.data.filter((client) => client.archived);
  if (archived.length === 0)
    return (
      <>
        {dialogs.dialog}
        <Panel>
          <EmptyState icons={<IconArchive size={22} stroke={1.5} aria-hidden />} title={t('archived.none')}>
            {t('archived.hint')}
          </EmptyState>
        </Panel>
      </>
    );
  return (
    <>
      <Panel title={t('archived.title')} flush>
        <ul className={classes.list} aria-label={t('archived.title')}>
          {archived.map((client) => (
            <li key={client.id} className={classes.row}>
              <ClientName name={client.name} colour={client.color} />
              <span className={classes.actions}>
                <Button
                  size="sm"
                  onClick={() =>
                    restore.mutate(
                      { clientId: client.id },
                      { onSuccess: () => toast.show({ text: t('archive.restored', { name: client.name }) }) },
                    )
                  }
                  aria-label={t('archive.restoreNamed', { name: client.name })}
                >
                  {t('archive.restore')}
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  onClick={() => dialogs.remove(client)}
                  aria-label={t('delete.openNamed', { name: client.name })}
                >
                  {t('delete.open')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {dialogs.dialog}
    </>
  );
}
