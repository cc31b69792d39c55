import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '#shared/ipc/billing.ts';
import { EntriesDialog } from './EntriesDialog.tsx';
import classes from './LineRow.module.css';

/** How many entries are behind a line; opens them. */
export function EntriesButton({ line, rounded }: { readonly line: LineView; readonly rounded: boolean }) {
  const { t } = useTranslation('billing');
  const [looking, setLooking] = useState(false);
  if (line.entries === 0) return null;
  return (
    <>
      <button
        type="button"
        className={classes.entries}
        aria-label={t('entriesOf', { count: line.entries, text: line.text })}
        onClick={() => setLooking(true)}
      >
        {t('entries', { count: line.entries })}
      </button>
      {looking && <EntriesDialog line={line} rounded={rounded} onClose={() => setLooking(false)} />}
    </>
  );
}
