import { IconCloud } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { AccountRow } from './AccountRow.tsx';
import classes from './Accounts.module.css';
import { CalendarsPanel } from './CalendarsPanel.tsx';
import { FoldersPanel } from './FoldersPanel.tsx';
import { OwnClientDialog } from './OwnClientDialog.tsx';
import { RemoveAccountDialog } from './RemoveAccountDialog.tsx';

/** Google accounts: how each stands, and which calendar and folder belongs to which client. */
export default function AccountsSection() {
  const { t } = useTranslation(['settings', 'common']);
  const toast = useToast();
  const { refused } = useSay();
  const list = useRead('accounts.list');
  const connect = useWrite('accounts.connect');
  const cancel = useWrite('accounts.cancelConnect');
  const [ownClient, setOwnClient] = useState(false);
  const [removing, setRemoving] = useState<AccountView | null>(null);

  if (list.error) return <ErrorState title={list.error.message} safe={t('common:nothingLost')} />;
  if (!list.data) return <LoadingBoxes heights={[96, 240]} label={t('common:loading')} />;
  const { accounts, ready, keychain, connecting } = list.data;

  const start = () => {
    if (!ready) return setOwnClient(true);
    connect.mutate(undefined, {
      onSuccess: () => toast.show({ text: t('accounts.connected') }),
      onError: (error) => {
        if (!('code' in error) || error.code !== 'cancelled') refused(error);
      },
    });
  };
  const add = (
    <Button
      variant={accounts.length === 0 ? 'primary' : 'default'}
      size="sm"
      onClick={start}
      busy={connecting}
    >
      {t('accounts.connect')}
    </Button>
  );

  return (
    <>
      <Panel
        title={t('accounts.title')}
        flush
        actions={
          <>
            <Button size="sm" variant="quiet" onClick={() => setOwnClient(true)}>
              {t('accounts.ownClient')}
            </Button>
            {accounts.length > 0 && add}
          </>
        }
      >
        {keychain === 'unavailable' && (
          <p role="alert" className={classes.warning}>
            {t('accounts.problem.keychain_unavailable')}
          </p>
        )}
        {connecting && (
          <div role="status" className={classes.waiting}>
            <span>{t('accounts.waiting')}</span>
            <Button size="sm" onClick={() => cancel.mutate(undefined)}>
              {t('common:cancel')}
            </Button>
          </div>
        )}
        {accounts.length === 0 ? (
          <EmptyState
            icons={<IconCloud size={22} stroke={1.5} aria-hidden />}
            title={t('accounts.none')}
            actions={add}
          >
            {t('accounts.noneText')}
          </EmptyState>
        ) : (
          <ul className={classes.list} aria-label={t('accounts.title')}>
            {accounts.map((account) => (
              <AccountRow key={account.id} account={account} onRemove={() => setRemoving(account)} />
            ))}
          </ul>
        )}
      </Panel>
      {accounts.length > 0 && <CalendarsPanel accounts={accounts.length} />}
      {accounts.length > 0 && <FoldersPanel accounts={accounts} />}
      <OwnClientDialog opened={ownClient} onClose={() => setOwnClient(false)} />
      <RemoveAccountDialog account={removing} onClose={() => setRemoving(null)} />
    </>
  );
}
