import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { cx } from '../../lib/cx.ts';
import { tableStyles } from '../../ui/table.ts';
import { CredentialRow } from './CredentialRow.tsx';
import { SecretRow } from './SecretRow.tsx';
import { useCopy } from './use-copy.ts';
import type { Revealed } from './use-revealed.ts';
import classes from './Vault.module.css';
import type { OpenDialog } from './VaultDialogs.tsx';

export interface CredentialTableProps {
  readonly entries: readonly CredentialCard[];
  /** ISO day. */
  readonly today: string;
  /** Secrets can be shown. */
  readonly open: boolean;
  readonly onUnlock: () => void;
  readonly revealed: Revealed;
  readonly onDialog: (dialog: OpenDialog) => void;
}

const columns = ['label', 'userName', 'address', 'grantedBy', 'reviewOn'] as const;

export function CredentialTable(props: CredentialTableProps) {
  const { entries, today, open, onUnlock, revealed, onDialog } = props;
  const { t } = useTranslation('vault');
  const copy = useCopy();
  return (
    <div className={classes.tableBox}>
      <table className={cx(tableStyles.table, tableStyles.twoLine, classes.table)}>
        <caption className="visually-hidden">{t('caption')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('columns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const shown = revealed.current?.id === entry.id ? revealed.current : null;
            return (
              <Fragment key={entry.id}>
                <CredentialRow
                  entry={entry}
                  today={today}
                  open={open}
                  shown={shown !== null}
                  onUnlock={onUnlock}
                  onToggle={() => revealed.toggle(entry.id)}
                  onCopy={() => copy.secret(entry)}
                  onCopyUserName={() => copy.userName(entry)}
                  onDialog={onDialog}
                />
                {shown && (
                  <SecretRow
                    label={entry.label}
                    secret={shown.secret}
                    hidesAt={shown.hidesAt}
                    onHide={revealed.hide}
                    onCopy={() => copy.secret(entry)}
                  />
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
