import { useTranslation } from 'react-i18next';
import type { ImportProgress } from '#shared/ipc/import.ts';
import { useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import classes from './Import.module.css';

interface WorkPaneProps {
  readonly phase: 'reading' | 'checking' | 'importing';
  readonly progress: ImportProgress | null;
}

/** Long work: what it is, how far, and the way out. */
export function WorkPane({ phase, progress }: WorkPaneProps) {
  const { t } = useTranslation(['import', 'common']);
  const { mutate: cancel } = useWrite('import.cancel');
  const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
  const percent = t('progress.percent', { percent: Math.floor(100 * share) });
  return (
    <section className={classes.work} aria-busy="true">
      <h3 className={classes.heading} role="status">
        {t(`progress.${phase}`)}
      </h3>
      <div className={classes.bar}>
        <ProgressLine label={t(`progress.${phase}`)} done={share} whole={1} text={percent} accent />
        <span className="tabular">{percent}</span>
      </div>
      {phase === 'importing' && <p className={classes.words}>{t('progress.importingText')}</p>}
      <div>
        <Button onClick={() => cancel(undefined)}>{t('common:cancel')}</Button>
      </div>
    </section>
  );
}
