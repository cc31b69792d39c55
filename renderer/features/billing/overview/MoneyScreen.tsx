import { IconFilePlus } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../../../lib/addresses.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { useHere } from '../../../lib/here.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import { View } from '../../../ui/View.tsx';
import { NewInvoiceDialog } from '../invoice/NewInvoiceDialog.tsx';
import { type MoneyTab, moneyHref, moneyTabs, useMoneyPlace } from './address.ts';
import { ExportMenu } from './ExportMenu.tsx';
import classes from './MoneyScreen.module.css';
import { OverviewTab } from './OverviewTab.tsx';
import { PeriodStepper } from './PeriodStepper.tsx';

const UnbilledTab = lazy(() => import('./UnbilledTab.tsx'));
const RetainersTab = lazy(() => import('./RetainersTab.tsx'));
const InvoicesTab = lazy(() => import('./InvoicesTab.tsx'));
const ExpensesTab = lazy(() => import('./ExpensesTab.tsx'));
const PaymentsTab = lazy(() => import('./PaymentsTab.tsx'));
const RatesTab = lazy(() => import('./RatesTab.tsx'));
const ReportsTab = lazy(() => import('./reports/ReportsTab.tsx'));

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Money across all clients. Currencies stand side by side. */
export default function MoneyScreen() {
  const { t } = useTranslation(['billing', 'money']);
  const { today } = useHere();
  const place = useMoneyPlace();
  const { tab, report } = place;
  const [billing, setBilling] = useState<string | 'choose' | null>(null);
  const month = place.period?.length === 7 ? place.period : today.slice(0, 7);
  const ofRates = place.period ?? month;
  const year = place.period?.slice(0, 4) ?? today.slice(0, 4);
  const ofYear = tab === 'reports' && (report === 'year' || report === 'taxes');
  const periods: Partial<Record<MoneyTab, string | null>> = {
    overview: month,
    rates: ofRates,
    reports: ofYear ? year : null,
  };
  const period = tab in periods ? (periods[tab] ?? null) : place.period;
  const onPeriod = useCallback(
    (to: string) => go(moneyHref({ tab, period: to, ...(report && { report }) })),
    [tab, report],
  );
  const onTab = useCallback((to: MoneyTab) => go(moneyHref({ tab: to, period: null })), []);
  const commands = useMemo(
    () =>
      moneyTabs.map((one, index) => ({
        id: `money.${one}`,
        label: t('money:showTab', { tab: t(`money:tabs.${one}`) }),
        keys: String(index + 1),
        run: () => onTab(one),
      })),
    [t, onTab],
  );
  useCommands(commands);
  return (
    <View
      fill
      flows
      toolbar={
        <Toolbar
          label={t('money')}
          end={
            <>
              {period !== null && <PeriodStepper period={period} onPeriod={onPeriod} />}
              <ExportMenu year={year} />
              <Button
                icon={<IconFilePlus {...icon} />}
                iconWhenNarrow
                {...tip(t('newInvoice'))}
                onClick={() => setBilling('choose')}
              >
                {t('newInvoice')}
              </Button>
            </>
          }
        >
          <span className={classes.tabs}>
            <Segmented
              label={t('money:view')}
              value={tab}
              onChange={onTab}
              options={moneyTabs.map((value) => ({ value, label: t(`money:tabs.${value}`) }))}
            />
          </span>
        </Toolbar>
      }
    >
      <Suspense fallback={<LoadingBoxes heights={[32, 400]} label={t('common:loading')} />}>
        {tab === 'overview' && <OverviewTab month={month} onDraft={setBilling} />}
        {tab === 'unbilled' && <UnbilledTab place={place} onDraft={setBilling} />}
        {tab === 'retainers' && <RetainersTab />}
        {tab === 'invoices' && <InvoicesTab place={place} />}
        {tab === 'expenses' && <ExpensesTab place={place} />}
        {tab === 'payments' && <PaymentsTab place={place} />}
        {tab === 'rates' && <RatesTab period={ofRates} onPeriod={onPeriod} />}
        {tab === 'reports' && <ReportsTab report={report ?? 'ageing'} year={year} />}
      </Suspense>
      {billing && (
        <NewInvoiceDialog clientId={billing === 'choose' ? null : billing} onClose={() => setBilling(null)} />
      )}
    </View>
  );
}
