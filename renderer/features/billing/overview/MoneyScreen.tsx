import { IconDownload, IconFilePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { View } from '../../../ui/View.tsx';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { InvoicesTable } from '../InvoicesTable.tsx';
import { NewInvoiceDialog } from '../invoice/NewInvoiceDialog.tsx';
import { RetainersPanel } from '../RetainersPanel.tsx';
import { InvoicedByMonth } from './InvoicedByMonth.tsx';
import classes from './MoneyScreen.module.css';
import { Tiles } from './Tiles.tsx';
import { UnbilledTable } from './UnbilledTable.tsx';

/** Money across all clients: what is unbilled, what is billed. Currencies stand side by side. */
export default function MoneyScreen() {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const [billing, setBilling] = useState<string | 'choose' | null>(null);
  const { data: overview, error, refetch } = useRead('billing.overview');
  const { data: invoices } = useRead('billing.invoices', { clientId: null });
  const exporting = useWrite('billing.saveInvoicesCsv');
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (!overview || !invoices) return <LoadingBoxes heights={[72, 240, 240]} label={t('common:loading')} />;
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;
  return (
    <View
      toolbar={
        <Toolbar
          label={t('money')}
          end={
            <>
              <Button
                icon={<IconDownload {...icon} />}
                busy={exporting.isPending}
                disabled={invoices.length === 0}
                onClick={() => exporting.mutate({ clientId: null }, { onError: sayError })}
              >
                {t('export')}
              </Button>
              <Button icon={<IconFilePlus {...icon} />} onClick={() => setBilling('choose')}>
                {t('newInvoice')}
              </Button>
            </>
          }
        >
          <span className={classes.month}>{format.date(overview.today, 'month')}</span>
        </Toolbar>
      }
    >
      <div className={classes.screen}>
        <Tiles overview={overview} />
        <div className={classes.columns}>
          <div className={classes.main}>
            <Panel title={t('unbilledByClient')} flush>
              {overview.unbilled.length > 0 ? (
                <UnbilledTable overview={overview} onDraft={setBilling} />
              ) : (
                <EmptyState title={t('empty.unbilled')}>{t('empty.unbilledText')}</EmptyState>
              )}
            </Panel>
            <Panel title={t('invoices')} flush>
              {invoices.length > 0 ? (
                <InvoicesTable invoices={invoices} year={overview.today.slice(0, 4)} withClient />
              ) : (
                <EmptyState title={t('empty.invoices')}>{t('empty.invoicesText')}</EmptyState>
              )}
            </Panel>
          </div>
          <div className={classes.aside}>
            <RetainersPanel clientId={null} />
            <InvoicedByMonth overview={overview} />
          </div>
        </div>
      </div>
      {billing && (
        <NewInvoiceDialog clientId={billing === 'choose' ? null : billing} onClose={() => setBilling(null)} />
      )}
    </View>
  );
}
