import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { ago } from '../../lib/ago.ts';
import { useMinute } from '../../lib/clock.tsx';
import { useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './Accounts.module.css';

interface AccountRowProps {
  readonly account: AccountView;
  readonly onRemove: () => void;
}

/** One account: who it is, how it stands in words, and what can be done about it. */
export function AccountRow({ account, onRemove }: AccountRowProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { refused } = useSay();
  const sync = useWrite('accounts.sync');
  const cancel = useWrite('accounts.cancelSync');
  const reconnect = useWrite('accounts.reconnect');
  const fail = { onError: refused };
  const named = { 'aria-describedby': `account-${account.id}` };

  return (
    <li className={classes.account}>
      <div className={classes.who}>
        <span className={classes.email} id={`account-${account.id}`}>
          {account.email}
        </span>
        <State account={account} />
        <span className={classes.small}>
          {t('accounts.assigned', { calendars: account.calendars, folders: account.folders })}
          {!account.readsCalendar && ` · ${t('accounts.noCalendar')}`}
          {!account.readsFiles && ` · ${t('accounts.noFiles')}`}
        </span>
      </div>
      <div className={classes.actions}>
        {account.state === 'reconnect' && (
          <Button
            size="sm"
            variant="primary"
            {...named}
            onClick={() => reconnect.mutate({ accountId: account.id }, fail)}
          >
            {t('accounts.reconnect')}
          </Button>
        )}
        {account.state === 'connected' &&
          (account.run ? (
            <Button size="sm" {...named} onClick={() => cancel.mutate({ accountId: account.id }, fail)}>
              {t('accounts.cancelSync')}
            </Button>
          ) : (
            <Button size="sm" {...named} onClick={() => sync.mutate({ accountId: account.id }, fail)}>
              {t('accounts.syncNow')}
            </Button>
          ))}
        <Button size="sm" variant="quiet" {...named} onClick={onRemove}>
          {t('accounts.remove')}
        </Button>
      </div>
    </li>
  );
}

function State({ account }: { readonly account: AccountView }) {
  const { t, i18n } = useTranslation('settings');
  const now = useMinute();
  const { run, problem, succeededAt } = account;
  const last =
    succeededAt === null
      ? t('accounts.never')
      : t('accounts.last', { when: ago(succeededAt, now, i18n.language) });
  if (run) {
    const numbers = new Intl.NumberFormat(i18n.language);
    const seen = numbers.format(run.seen);
    return (
      <span className={classes.state} role="status">
        <IconRefresh size={16} stroke={1.5} aria-hidden />
        {run.total
          ? t(`accounts.running.${run.phase}Of`, {
              seen,
              done: numbers.format(run.done),
              total: numbers.format(run.total),
            })
          : t(`accounts.running.${run.phase}`, { seen })}
      </span>
    );
  }
  if (problem) {
    const soft = problem === 'offline' || problem === 'limited';
    const Icon = soft ? IconCloudOff : IconAlertTriangle;
    return (
      <span className={classes.state} data-tone={soft ? 'neutral' : 'warning'}>
        <Icon size={16} stroke={1.5} aria-hidden />
        <span>
          {t(`accounts.problem.${problem}`)} {last}
        </span>
      </span>
    );
  }
  return (
    <span className={classes.state} data-tone="success">
      <IconCloudCheck size={16} stroke={1.5} aria-hidden />
      {last}
    </span>
  );
}
