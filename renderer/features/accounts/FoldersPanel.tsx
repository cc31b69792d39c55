import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ClientName } from '../../ui/ClientName.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TableHead } from '../../ui/TableHead.tsx';
import { tableStyles } from '../../ui/table.ts';
import classes from './Accounts.module.css';
import { ChooseFolderDialog } from './ChooseFolderDialog.tsx';

/** The Drive folders that were given to clients. */
export function FoldersPanel({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { t } = useTranslation('settings');
  const { refused } = useSay();
  const { data: folders = [] } = useRead('files.folders', { clientId: null });
  const { data: clients = [] } = useRead('clients.list');
  const unassign = useWrite('files.unassign');
  const [choosing, setChoosing] = useState(false);
  const usable = accounts.filter((account) => account.readsFiles && account.state === 'connected');
  return (
    <Panel
      title={t('accounts.folders')}
      meta={folders.length}
      flush
      actions={
        <Button size="sm" disabled={usable.length === 0} onClick={() => setChoosing(true)}>
          {t('accounts.addFolder')}
        </Button>
      }
    >
      <p className={classes.hint}>{t('accounts.foldersText')}</p>
      {folders.length > 0 && (
        <table className={tableStyles.table} data-density="editable">
          <TableHead
            columns={[
              { label: t('accounts.folder') },
              { label: t('accounts.client') },
              { label: t('accounts.files'), kind: 'number' },
              { label: t('accounts.takeAway'), kind: 'hidden' },
            ]}
          />
          <tbody>
            {folders.map((folder) => {
              const client = clients.find(({ id }) => id === folder.clientId);
              return (
                <tr key={folder.id}>
                  <td>
                    <span className={classes.name}>{folder.name}</span>
                    <span className={folder.state === 'lost' ? classes.lost : classes.small}>
                      {folder.state === 'present'
                        ? folder.accountEmail
                        : t(`accounts.folderState.${folder.state}`)}
                    </span>
                  </td>
                  <td>{client && <ClientName name={client.name} colour={client.color} />}</td>
                  <td className={tableStyles.number}>{folder.files}</td>
                  <td className={classes.end}>
                    <Button
                      size="sm"
                      variant="quiet"
                      aria-label={t('accounts.takeAwayNamed', { name: folder.name })}
                      onClick={() => unassign.mutate({ folderId: folder.id }, { onError: refused })}
                    >
                      {t('accounts.takeAway')}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {choosing && <ChooseFolderDialog accounts={usable} onClose={() => setChoosing(false)} />}
    </Panel>
  );
}
