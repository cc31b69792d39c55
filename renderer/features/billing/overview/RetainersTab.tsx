import { useTranslation } from 'react-i18next';
import type { CycleView, RetainerView } from '#shared/ipc/billing-retainers.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { useRead } from '../../../lib/queries.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { RetainerLedger } from '../RetainerLedger.tsx';
import tables from '../Tables.module.css';
import { TabFrame } from './TabFrame.tsx';
import classes from './Tabs.module.css';

/** The running cycles of all retainers at a glance, and each one's ledger. */
export default function RetainersTab() {
  const { t } = useTranslation(['money', 'billing']);
  const { data: retainers, error, refetch } = useRead('billing.retainers', { clientId: null });
  const running = (retainers ?? []).flatMap((retainer) => {
    const cycle = retainer.cycles.find(({ current }) => current);
    return cycle ? { retainer, cycle } : [];
  });
  return (
    <TabFrame error={error} retry={refetch} loaded={retainers !== undefined}>
      <div className={classes.page}>
        {running.length > 0 && (
          <Panel title={t('money:retainers.now')} flush>
            <RunningCycles running={running} />
          </Panel>
        )}
        {retainers?.length === 0 && (
          <Panel>
            <EmptyState title={t('money:empty.retainers')}>{t('money:empty.retainersText')}</EmptyState>
          </Panel>
        )}
        <div className={classes.ledgers}>
          {retainers?.map((retainer) => (
            <Panel key={retainer.agreementId} flush>
              <RetainerLedger retainer={retainer} named />
            </Panel>
          ))}
        </div>
      </div>
    </TabFrame>
  );
}

interface Running {
  readonly retainer: RetainerView;
  readonly cycle: CycleView;
}

function RunningCycles({ running }: { readonly running: readonly Running[] }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('billing:table.client')}</th>
            <th scope="col">{t('billing:ledger.cycle')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('money:retainers.share')}</span>
            </th>
            {(['carriedIn', 'included', 'used', 'left'] as const).map((column) => (
              <th key={column} scope="col" className={tableStyles.number}>
                {t(`billing:ledger.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {running.map(({ retainer, cycle }) => {
            const all = cycle.included + cycle.carriedIn;
            return (
              <tr key={retainer.agreementId} className={tables.linked}>
                <td className={tables.client}>
                  <a className={tables.link} href={clientHref(retainer.clientId, 'money')}>
                    <ClientName
                      name={[retainer.clientName, retainer.title].filter(Boolean).join(' · ')}
                      colour={retainer.color}
                    />
                  </a>
                </td>
                <td className={tables.date}>{format.dates(cycle.start, cycle.end)}</td>
                <td className={classes.progress}>
                  <ProgressLine
                    done={cycle.worked}
                    whole={all}
                    label={t('money:retainers.share')}
                    text={t('money:retainers.used', {
                      worked: format.hours(cycle.worked),
                      all: format.hours(all),
                    })}
                  />
                </td>
                <td className={tableStyles.number}>{format.hours(cycle.carriedIn)}</td>
                <td className={tableStyles.number}>{format.hours(cycle.included)}</td>
                <td className={tableStyles.number}>{format.hours(cycle.worked)}</td>
                <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                  {cycle.over > 0
                    ? t('billing:ledger.over', { time: format.hours(cycle.over) })
                    : format.hours(cycle.left)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
