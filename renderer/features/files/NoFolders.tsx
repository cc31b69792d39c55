import { IconFolder } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { go, settingsHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './FilesScreen.module.css';

/** No folder belongs to this client: because no account is connected, or because none was given to it. */
export function NoFolders({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('files');
  const { data } = useRead('accounts.list');
  const client = useRead('clients.list').data?.find(({ id }) => id === clientId)?.name ?? '';
  if (!data) return null;
  const why = data.accounts.length === 0 ? 'noAccount' : 'noFolder';
  return (
    <div className={classes.center}>
      <EmptyState
        icons={<IconFolder size={22} stroke={1.5} aria-hidden />}
        title={t(`${why}.title`, { client })}
        actions={
          <Button variant="primary" onClick={() => go(settingsHref('accounts'))}>
            {t(`${why}.action`)}
          </Button>
        }
      >
        {t(`${why}.text`, { client })}
      </EmptyState>
    </div>
  );
}
