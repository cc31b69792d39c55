import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { CycleView, RetainerView } from '#shared/ipc/billing-retainers.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { tableStyles } from '../../ui/table.ts';
import { useFormat } from './format.ts';
import classes from './RetainerLedger.module.css';
import { Rounded } from './Rounded.tsx';

interface CycleDialogProps {
  readonly retainer: RetainerView;
  readonly cycle: CycleView;
  readonly name: string;
  readonly onClose: () => void;
}

/** The work behind a cycle, and which hours each piece used. */
export function CycleDialog({ retainer, cycle, name, onClose }: CycleDialogProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { clientId, agreementId } = retainer;
  const { data: entries } = useRead('billing.retainerCycle', { clientId, agreementId, start: cycle.start });
  const cell = (seconds: number) => (seconds > 0 ? format.hours(seconds) : '–');
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('ledger.work', { cycle: name })}
      lead={retainer.clientName}
      width={680}
      actions={
        <Button size="lg" onClick={onClose}>
          {t('common:close')}
        </Button>
      }
    >
      {entries?.length === 0 && <p className={classes.facts}>{t('ledger.noWork')}</p>}
      {entries && entries.length > 0 && (
        <div className={classes.scroll}>
          <table className={`${tableStyles.table} tabular`}>
            <thead>
              <tr>
                <th scope="col">{t('table.day')}</th>
                <th scope="col">{t('table.description')}</th>
                {(['time', 'fromCarried', 'fromIncluded', 'beyond'] as const).map((column) => (
                  <th key={column} scope="col" className={tableStyles.number}>
                    {t(`ledger.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.entryId}>
                  <td className={classes.day}>
                    {formatDate(dateOf(entry.startedAt, entry.zone), format.language)}
                  </td>
                  <td>{entry.title ?? t('ledger.untitled')}</td>
                  <td className={tableStyles.number}>
                    <Rounded seconds={entry.seconds} tracked={entry.rawSeconds} />
                  </td>
                  <td className={tableStyles.number}>{cell(entry.carried)}</td>
                  <td className={tableStyles.number}>{cell(entry.included)}</td>
                  <td className={tableStyles.number}>{cell(entry.over)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  );
}
