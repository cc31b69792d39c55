import { IconCoins, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useFormat } from '../format.ts';
import { DisplayDialog } from './DisplayDialog.tsx';
import classes from './DisplayPart.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** The total in another currency; of a draft also the way to choose one. */
export function DisplayPart({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const { display, currency } = invoice;
  const isDraft = invoice.state === 'draft';
  if (display === null && !isDraft) return null;
  return (
    <div className={classes.part}>
      {display === null ? (
        <Button variant="quiet" icon={<IconCoins {...icon} />} onClick={() => setEditing(true)}>
          {t('display.add')}
        </Button>
      ) : (
        <>
          <p className={classes.said}>
            <span className="tabular">
              {t('display.said', {
                total: format.money(display.gross, display.currency),
                from: currency,
                rate: format.decimal(display.rate),
                to: display.currency,
              })}
            </span>{' '}
            <span className={classes.source}>
              {t('display.from', { source: display.source, date: format.date(display.date) })}
            </span>
          </p>
          {isDraft && (
            <IconButton
              size="sm"
              label={t('display.change')}
              icon={<IconPencil {...icon} />}
              onClick={() => setEditing(true)}
            />
          )}
        </>
      )}
      {editing && <DisplayDialog invoice={invoice} onClose={() => setEditing(false)} />}
    </div>
  );
}
