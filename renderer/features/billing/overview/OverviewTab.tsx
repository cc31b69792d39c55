import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { RetainersPanel } from '../RetainersPanel.tsx';
import { InvoicedByMonth } from './InvoicedByMonth.tsx';
import classes from './MoneyScreen.module.css';
import { RecentInvoices } from './RecentInvoices.tsx';
import { TabFrame } from './TabFrame.tsx';
import tabs from './Tabs.module.css';
import { Tiles } from './Tiles.tsx';
import { UnbilledTable } from './UnbilledTable.tsx';

interface OverviewTabProps {
  /** `YYYY-MM`; what came in and what was invoiced is of this month. */
  readonly month: string;
  readonly onDraft: (clientId: string) => void;
}

/** What is unbilled, what is billed and open, and what a month brought. */
export function OverviewTab({ month, onDraft }: OverviewTabProps) {
  const { t } = useTranslation('billing');
  const { data: overview, error, refetch } = useRead('billing.overview');
  const { data: money } = useRead('billing.month', { month }, { keepPrevious: true });
  return (
    <TabFrame error={error} retry={refetch} loaded={overview !== undefined && money !== undefined}>
      {overview && money && (
        <div className={tabs.page}>
          <Tiles overview={overview} money={money} />
          <div className={classes.columns}>
            <div className={classes.main}>
              <Panel title={t('unbilledByClient')} flush>
                {overview.unbilled.length > 0 ? (
                  <UnbilledTable overview={overview} onDraft={onDraft} />
                ) : (
                  <EmptyState title={t('empty.unbilled')}>{t('empty.unbilledText')}</EmptyState>
                )}
              </Panel>
              <RecentInvoices />
            </div>
            <div className={classes.aside}>
              <RetainersPanel clientId={null} />
              <InvoicedByMonth
                money={money}
                inDraft={month === overview.today.slice(0, 7) ? overview.inDraft : []}
              />
            </div>
          </div>
        </div>
      )}
    </TabFrame>
  );
}
