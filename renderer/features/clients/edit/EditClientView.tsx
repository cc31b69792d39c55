import { IconArchive, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { useClientId } from '../../../lib/client-id.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { View } from '../../../ui/View.tsx';
import { useClientDialogs } from '../dialogs/use-client-dialogs.tsx';
import { EditClientForm } from './EditClientForm.tsx';
import classes from './EditClientView.module.css';

/** "Edit client": the form, and what can be done with the client as a whole. */
export default function EditClientView() {
  const clientId = useClientId();
  const { t } = useTranslation(['clients', 'common', 'errors']);
  const client = useRead('clients.get', { clientId });
  const list = useRead('clients.list');
  const card = list.data?.find((other) => other.id === clientId);
  const loaded = client.data && list.data;
  return (
    <View toolbar={<EditToolbar card={card} />}>
      <div className={classes.page}>
        {client.error && <ErrorState title={client.error.message} safe={t('common:nothingLost')} />}
        {!client.error && !loaded && <LoadingBoxes heights={[196, 420, 260]} label={t('common:loading')} />}
        {loaded && (
          <EditClientForm
            key={clientId}
            client={client.data}
            others={list.data.filter((other) => other.id !== clientId)}
          />
        )}
      </div>
    </View>
  );
}

function EditToolbar({ card }: { readonly card: ClientCard | undefined }) {
  const { t } = useTranslation(['clients', 'common']);
  const dialogs = useClientDialogs();
  const pin = useWrite('clients.pin');
  const restore = useWrite('clients.restore');
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;
  return (
    <Toolbar
      label={t('edit.actions')}
      end={
        card && (
          <>
            {!card.archived && (
              <Button
                variant="quiet"
                size="sm"
                icon={card.pinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
                onClick={() => pin.mutate({ clientId: card.id, pinned: !card.pinned })}
              >
                {t(card.pinned ? 'edit.unpin' : 'edit.pin')}
              </Button>
            )}
            <Button
              variant="quiet"
              size="sm"
              icon={<IconArchive {...icon} />}
              onClick={() => (card.archived ? restore.mutate({ clientId: card.id }) : dialogs.archive(card))}
            >
              {t(card.archived ? 'archive.restore' : 'archive.open')}
            </Button>
            <Button
              variant="quiet"
              size="sm"
              icon={<IconTrash {...icon} />}
              onClick={() => dialogs.remove(card)}
            >
              {t('delete.open')}
            </Button>
          </>
        )
      }
    >
      <h2 className={classes.title}>{t('edit.title')}</h2>
      {dialogs.dialog}
    </Toolbar>
  );
}
