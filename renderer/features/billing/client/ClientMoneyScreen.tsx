import { IconFilePlus } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { useClientId } from '../../../lib/client-id.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { View } from '../../../ui/View.tsx';
import { EInvoicePanel } from '../einvoice/EInvoicePanel.tsx';
import { ExpensesPanel } from '../expenses/ExpensesPanel.tsx';
import { InvoicesTable } from '../InvoicesTable.tsx';
import { InvoiceScreen } from '../invoice/InvoiceScreen.tsx';
import { NewInvoiceDialog } from '../invoice/NewInvoiceDialog.tsx';
import { RetainersPanel } from '../RetainersPanel.tsx';
import { ClientRatesPanel } from '../rates/ClientRatesPanel.tsx';
import { AgreementsPanel } from './AgreementsPanel.tsx';
import classes from './ClientMoney.module.css';
import { LateWorkPanel } from './LateWorkPanel.tsx';
import { PartyPanel } from './PartyPanel.tsx';
import { TermsPanel } from './TermsPanel.tsx';
import { UnbilledPanel } from './UnbilledPanel.tsx';
import { WrittenOffPanel } from './WrittenOffPanel.tsx';

/** A client's money, or one of its invoices when the address names it. */
export default function ClientMoneyScreen() {
  const clientId = useClientId();
  const { invoice } = useSearch({ strict: false }) as { readonly invoice?: string };
  return invoice ? (
    <InvoiceScreen key={invoice} clientId={clientId} invoiceId={invoice} />
  ) : (
    <ClientMoney clientId={clientId} />
  );
}

function ClientMoney({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const [billing, setBilling] = useState(false);
  const { data: unbilled, error, refetch } = useRead('billing.unbilled', { clientId });
  const { data: invoices } = useRead('billing.invoices', { clientId });
  const { data: info } = useRead('app.info');
  const year = info ? dateIn(info.now, info.zone).slice(0, 4) : '';
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (!unbilled || !invoices) return <LoadingBoxes heights={[96, 200, 200]} label={t('common:loading')} />;
  return (
    <View
      toolbar={
        <Toolbar
          label={t('money')}
          end={
            <Button
              variant="primary"
              icon={<IconFilePlus size={16} stroke={1.5} aria-hidden />}
              onClick={() => setBilling(true)}
            >
              {t('newInvoice')}
            </Button>
          }
        >
          <span className={classes.heading}>{t('money')}</span>
        </Toolbar>
      }
    >
      <div className={classes.screen}>
        <div className={classes.main}>
          <UnbilledPanel unbilled={unbilled} />
          <LateWorkPanel clientId={clientId} />
          <Panel title={t('invoices')} flush>
            {invoices.length > 0 ? (
              <InvoicesTable invoices={invoices} year={year} />
            ) : (
              <EmptyState title={t('empty.invoices')}>{t('empty.invoicesText')}</EmptyState>
            )}
          </Panel>
          <ExpensesPanel clientId={clientId} />
          <WrittenOffPanel clientId={clientId} />
        </div>
        <div className={classes.aside}>
          <AgreementsPanel clientId={clientId} firstWork={unbilled.from} />
          <ClientRatesPanel clientId={clientId} />
          <RetainersPanel clientId={clientId} />
          <TermsPanel clientId={clientId} />
          <PartyPanel clientId={clientId} />
          <EInvoicePanel clientId={clientId} />
        </div>
      </div>
      {billing && <NewInvoiceDialog clientId={clientId} onClose={() => setBilling(false)} />}
    </View>
  );
}
