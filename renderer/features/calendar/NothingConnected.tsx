import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { go, settingsHref } from '../../lib/addresses.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './CalendarScreen.module.css';

/** No calendar belongs to this client: because no account is connected, or because none was given to it. */
export function NothingConnected({ clientName }: { readonly clientName: string }) {
  const { t } = useTranslation('calendar');
  const { data } = useRead('accounts.list');
  if (!data) return null;
  const why = data.accounts.length === 0 ? 'noAccount' : 'noCalendar';
  return (
    <div className={classes.center}>
      <EmptyState
        icons={<IconCalendar size={22} stroke={1.5} aria-hidden />}
        title={t(`${why}.title`, { client: clientName })}
        actions={
          <Button variant="primary" onClick={() => go(settingsHref('accounts'))}>
            {t(`${why}.action`)}
          </Button>
        }
      >
        {t(`${why}.text`, { client: clientName })}
      </EmptyState>
    </div>
  );
}
