import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useSayError } from '../errors.ts';
import classes from './Agreements.module.css';
import { RepricedTable } from './RepricedTable.tsx';

/** Says that unbilled work keeps a price from before, and offers to price it by the terms of now after a look at it. */
export function RepriceNotice({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const { data: groups } = useRead('billing.repricing', { clientId });
  const reprice = useWrite('billing.reprice');
  const [open, setOpen] = useState(false);
  const count = groups?.reduce((sum, { entries, tasks }) => sum + entries + tasks, 0) ?? 0;
  if (!groups || count === 0) return null;
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
          <RepricedTable groups={groups} priceThen={t('repriced.after')} />
        </Dialog>
      )}
    </div>
  );
}
