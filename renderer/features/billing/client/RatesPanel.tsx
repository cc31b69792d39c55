import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import tables from '../Tables.module.css';
import classes from './ClientMoney.module.css';
import { type Rate, RateDialog } from './RateDialog.tsx';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export interface RatesPanelProps {
  readonly clientId: string;
  /** ISO date of the first unbilled work, which a first rate should cover. */
  readonly firstWork: string | null;
}

/** Hourly rates, each from its day on. */
export function RatesPanel({ clientId, firstWork }: RatesPanelProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { data: agreements } = useRead('billing.agreements', { clientId });
  const remove = useWrite('billing.removeTerms');
  const agreement = agreements?.find(({ kind }) => kind === 'hourly');
  const rates = agreements && ((agreement?.versions ?? []) as readonly Rate[]);
  const [editing, setEditing] = useState<Rate | 'new' | null>(null);
  return (
    <Panel
      title={t('rates')}
      flush={Boolean(rates?.length)}
      actions={
        <Button size="sm" variant="quiet" icon={<IconPlus {...icon} />} onClick={() => setEditing('new')}>
          {t('addRate')}
        </Button>
      }
    >
      {rates?.length === 0 && <p className={classes.hint}>{t('empty.rates')}</p>}
      {rates && rates.length > 0 && (
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.validFrom')}</th>
              <th scope="col" className={tableStyles.number}>
                {t('table.rate')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('table.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.toReversed().map((rate) => (
              <tr key={rate.id}>
                <td className={classes.from}>
                  {format.date(rate.validFrom)} {rate.current && <Chip tone="accent">{t('current')}</Chip>}
                </td>
                <td className={tableStyles.number}>
                  {t('perHour', { amount: format.money(rate.rate, rate.currency) })}
                </td>
                <td className={tables.side}>
                  <IconButton
                    size="sm"
                    label={t('changeRate', { date: format.date(rate.validFrom) })}
                    icon={<IconPencil {...icon} />}
                    onClick={() => setEditing(rate)}
                  />
                  <IconButton
                    size="sm"
                    label={t('removeRate', { date: format.date(rate.validFrom) })}
                    icon={<IconTrash {...icon} />}
                    onClick={() => remove.mutate({ termsId: rate.id }, { onError: sayError })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {editing && (
        <RateDialog
          agreementId={agreement?.id ?? null}
          clientId={clientId}
          rate={editing === 'new' ? null : editing}
          proposedFrom={rates?.length === 0 ? firstWork : null}
          currency={rates?.at(-1)?.currency ?? null}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  );
}
