import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RepricedRate } from '#shared/ipc/billing-agreements.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import classes from './Agreements.module.css';

/** Says that unbilled work keeps a price from before, and offers to price it by the terms of now after a look at it. */
export function RepriceNotice({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { data: groups } = useRead('billing.repricing', { clientId });
  const reprice = useWrite('billing.reprice');
  const [open, setOpen] = useState(false);
  const count = groups?.reduce((sum, { entries }) => sum + entries, 0) ?? 0;
  if (!groups || count === 0) return null;
  const rate = ({ by, rate: amount, currency }: RepricedRate) =>
    amount !== null && currency !== null
      ? t(by === 'day' ? 'agreed.day_rate' : 'agreed.hourly', { amount: format.money(amount, currency) })
      : t(`repriced.${by}`);
  return (
    <div className={classes.foot}>
      <p>{t('repriced.notice', { count })}</p>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('repriced.look')}
      </Button>
      {open && (
        <Dialog
          opened
          onClose={() => setOpen(false)}
          title={t('repriced.title')}
          lead={t('repriced.lead')}
          width={600}
          onSubmit={() =>
            reprice.mutate(
              { clientId, shown: [...groups] },
              { onSuccess: () => setOpen(false), onError: sayError },
            )
          }
          actions={
            <>
              <Button size="lg" onClick={() => setOpen(false)}>
                {t('common:cancel')}
              </Button>
              <Button size="lg" variant="primary" type="submit" busy={reprice.isPending}>
                {t('repriced.do', { count })}
              </Button>
            </>
          }
        >
          <table className={tableStyles.table}>
            <thead>
              <tr>
                <th scope="col">{t('table.period')}</th>
                <th scope="col" className={tableStyles.number}>
                  {t('table.time')}
                </th>
                <th scope="col">{t('repriced.before')}</th>
                <th scope="col">{t('repriced.after')}</th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <tr key={`${rate(group.before)} ${rate(group.after)}`}>
                  <td>{format.dates(group.from, group.to)}</td>
                  <td className={tableStyles.number}>{format.hours(group.seconds)}</td>
                  <td>{rate(group.before)}</td>
                  <td>{rate(group.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Dialog>
      )}
    </div>
  );
}
