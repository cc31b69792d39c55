import { useTranslation } from 'react-i18next';
import { dateIn, formatClockRange } from '#shared/domain/clock-format.ts';
import type { LineView } from '#shared/ipc/billing.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';

interface EntriesDialogProps {
  readonly line: LineView;
  /** Tracked and billed hours stand side by side. */
  readonly rounded: boolean;
  readonly onClose: () => void;
}

/** The time entries behind a line, in the zones they were entered in. */
export function EntriesDialog({ line, rounded, onClose }: EntriesDialogProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { data: entries } = useRead('billing.lineEntries', { lineId: line.id });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={line.text}
      lead={t(rounded ? 'entriesBoth' : 'entriesLead', {
        count: line.entries,
        raw: format.hours(line.rawSeconds ?? 0),
        time: format.hours(line.seconds ?? 0),
      })}
      width={560}
      actions={
        <Button size="lg" onClick={onClose} data-autofocus>
          {t('common:close')}
        </Button>
      }
    >
      {entries ? (
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.day')}</th>
              <th scope="col">{t('table.time')}</th>
              <th scope="col">{t('table.description')}</th>
              {rounded && (
                <th scope="col" className={tableStyles.number}>
                  {t('table.tracked')}
                </th>
              )}
              <th scope="col" className={tableStyles.number}>
                {t(rounded ? 'table.billed' : 'table.quantity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{format.date(dateIn(entry.startedAt, entry.zone), 'short')}</td>
                <td>{formatClockRange(entry.startedAt, entry.endedAt, entry.zone)}</td>
                <td>{entry.taskTitle ?? entry.note}</td>
                {rounded && <td className={tableStyles.number}>{format.hours(entry.rawSeconds)}</td>}
                <td className={tableStyles.number}>{format.hours(entry.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <LoadingBoxes heights={[120]} label={t('common:loading')} />
      )}
    </Dialog>
  );
}
