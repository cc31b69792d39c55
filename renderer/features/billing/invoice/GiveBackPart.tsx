import { useTranslation } from 'react-i18next';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { useSayError } from '../errors.ts';
import classes from './Invoice.module.css';

/** Lets the work behind an issued credit note be billed again, where that was not chosen before. */
export function GiveBackPart({ invoiceId }: { readonly invoiceId: string }) {
  const { t } = useTranslation('billing');
  const { show } = useToast();
  const sayError = useSayError();
  const { data: possible } = useRead('billing.canGiveBack', { invoiceId });
  const give = useWrite('billing.giveBack');
  if (!possible) return null;
  const done = () => show({ text: t('credit.givenBack'), tone: 'success' });
  return (
    <p className={classes.hint}>
      <span>{t('credit.stillLocked')}</span>
      <Button
        variant="link"
        busy={give.isPending}
        onClick={() => give.mutate({ invoiceId }, { onSuccess: done, onError: sayError })}
      >
        {t('credit.givesBack')}
      </Button>
    </p>
  );
}
