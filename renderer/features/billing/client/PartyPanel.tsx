import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStructured, postalText } from '#shared/domain/postal.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import classes from './ClientMoney.module.css';
import { PartyDialog } from './PartyDialog.tsx';

/** To whom invoices of this client go. */
export function PartyPanel({ clientId }: { readonly clientId: string }) {
  const { t, i18n } = useTranslation('billing');
  const { data: party } = useRead('billing.party', { clientId });
  const [editing, setEditing] = useState(false);
  if (!party) return null;
  const { legalName, contact, vatId, email, paymentDays, buyerReference } = party;
  const address = isStructured(party) ? postalText(party, i18n.language) : party.address;
  const lines = [
    legalName,
    contact,
    address,
    vatId && `${t('party.vatId')} ${vatId}`,
    email,
    buyerReference && `${t('party.reference')} ${buyerReference}`,
    paymentDays === null ? '' : t('party.daysToPay', { count: paymentDays }),
  ].filter(Boolean);
  return (
    <Panel
      title={t('party.title')}
      actions={
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
          aria-label={t('party.change')}
          onClick={() => setEditing(true)}
        >
          {t('party.edit')}
        </Button>
      }
    >
      {lines.length > 0 ? (
        <p className={classes.lines}>{lines.join('\n')}</p>
      ) : (
        <p className={classes.hint}>{t('party.empty')}</p>
      )}
      {editing && <PartyDialog party={party} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
