import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import classes from './EInvoice.module.css';
import { EInvoiceDialog } from './EInvoiceDialog.tsx';

/** Which e-invoices this client gets besides the PDF. */
export function EInvoicePanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const { data: terms } = useRead('billing.einvoiceTerms', { clientId });
  const [editing, setEditing] = useState(false);
  if (!terms) return null;
  return (
    <Panel
      title={t('einvoice.title')}
      actions={
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
          aria-label={t('einvoice.choose')}
          onClick={() => setEditing(true)}
        >
          {t('party.edit')}
        </Button>
      }
    >
      <p className={terms.formats.length > 0 ? classes.text : classes.hint}>
        {terms.formats.length > 0
          ? terms.formats.map((format) => t(`einvoice.format.${format}`)).join(', ')
          : t('einvoice.none')}
      </p>
      {editing && <EInvoiceDialog terms={terms} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
