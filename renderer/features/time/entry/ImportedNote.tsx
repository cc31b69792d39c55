import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import classes from './EntryDialog.module.css';

/** Where an imported entry came from, and whether its time of day was known there. */
export function ImportedNote({ entryId }: { readonly entryId: string }) {
  const { t } = useTranslation('import');
  const { data: origin } = useRead('import.ofEntry', { id: entryId });
  if (!origin) return null;
  return (
    <p className={classes.zone}>
      {t('origin.text', { source: t(`sources.${origin.source}`), file: origin.file })}
      {origin.untimed && ` ${t('origin.untimed')}`}
    </p>
  );
}
