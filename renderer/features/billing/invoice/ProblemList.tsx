import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { settingsHref } from '../../../lib/addresses.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { PartyDialog } from '../client/PartyDialog.tsx';
import classes from './Invoice.module.css';

export interface ProblemListProps {
  readonly invoice: InvoiceView;
  /** Called before the view is left for where the missing part is filled in. */
  readonly onLeave?: () => void;
}

/** What is still missing before the invoice can be issued, each with the way there. */
export function ProblemList({ invoice, onLeave }: ProblemListProps) {
  const { t } = useTranslation('billing');
  const { data: party } = useRead('billing.party', { clientId: invoice.clientId });
  const [editing, setEditing] = useState(false);
  const own = invoice.problems.some((problem) => problem.startsWith('own'));
  const client = invoice.problems.some((problem) => problem.startsWith('client'));
  return (
    <>
      <ul className={classes.problems}>
        {invoice.problems.map((problem) => (
          <li key={problem}>{t(`errors:invoice.problem.${problem}`)}</li>
        ))}
      </ul>
      <div className={classes.ways}>
        {own && (
          <a className={classes.way} href={settingsHref('details')} onClick={onLeave}>
            {t('problems.toDetails')}
          </a>
        )}
        {client && (
          <Button variant="link" onClick={() => setEditing(true)}>
            {t('problems.toClient')}
          </Button>
        )}
      </div>
      {editing && party && <PartyDialog party={party} onClose={() => setEditing(false)} />}
    </>
  );
}
