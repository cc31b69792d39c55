import { useTranslation } from 'react-i18next';
import type { ArchiveProgress } from '#shared/ipc/billing-exports.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { useSayError } from '../errors.ts';
import classes from './ArchiveCard.module.css';

/** How far the archive of a year is, beside the work that goes on. */
export function ArchiveCard({ progress }: { readonly progress: ArchiveProgress }) {
  const { t } = useTranslation('money');
  const onError = useSayError();
  const cancel = useWrite('billing.cancelYearArchive');
  const { year, done, total } = progress;
  const files = t('export.files', { done, total });
  return (
    <section className={classes.card} aria-label={t('export.writing', { year })}>
      <h2 className={classes.title}>{t('export.writing', { year })}</h2>
      <p className={classes.text}>{t('export.lead')}</p>
      <ProgressLine label={t('export.progress')} done={done} whole={total} text={files} accent />
      <div className={classes.foot}>
        <span className="tabular">{files}</span>
        <Button size="sm" busy={cancel.isPending} onClick={() => cancel.mutate(undefined, { onError })}>
          {t('export.cancel')}
        </Button>
      </div>
    </section>
  );
}
