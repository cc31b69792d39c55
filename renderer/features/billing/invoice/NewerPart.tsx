import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';

/** Says what is unbilled of the days of a draft and not on it, and puts it there. Nothing where there is none. */
export function NewerPart({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const say = useSay();
  const sayError = useSayError();
  const { data: newer } = useRead('billing.newerWork', { invoiceId });
  const take = useWrite('billing.takeNewerWork');
  if (!newer) return null;
  const { entries, seconds, tasks, cycles, expenses } = newer;
  const parts = [
    cycles > 0 && t('cycles', { count: cycles }),
    tasks > 0 && t('tasks', { count: tasks }),
    entries > 0 && t('newDialog.sum', { count: entries, time: format.hours(seconds) }),
    expenses > 0 && t('newDialog.expenses', { count: expenses }),
  ].filter((part) => part !== false);
  return (
    <div className={classes.newer} role="status">
      <span>{t('newer.text', { what: parts.join(', ') })}</span>
      <Button
        size="sm"
        busy={take.isPending}
        onClick={() =>
          take.mutate({ invoiceId }, { onError: sayError, onSuccess: () => say.undoable(t('newer.added')) })
        }
      >
        {t('newer.add')}
      </Button>
    </div>
  );
}
