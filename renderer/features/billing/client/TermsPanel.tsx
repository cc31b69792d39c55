import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useFormat } from '../format.ts';
import { roundingNote } from '../rounding-words.ts';
import classes from './ClientMoney.module.css';
import { TermsDialog } from './TermsDialog.tsx';

/** How many hours are agreed with a client, and how they are rounded when they are billed. */
export function TermsPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { data: terms } = useRead('timeTerms.get', { clientId });
  const [editing, setEditing] = useState(false);
  if (!terms) return null;
  const { weeklyMinutes, rounding, roundingMinutes: minutes, roundingPer: per } = terms;
  const note = roundingNote({ rounding, minutes, per }, t);
  return (
    <Panel
      title={t('terms.title')}
      actions={
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('terms.change')}
          icon={<IconPencil size={16} stroke={1.5} aria-hidden />}
          onClick={() => setEditing(true)}
        >
          {t('terms.edit')}
        </Button>
      }
    >
      <p className={weeklyMinutes === null ? classes.hint : classes.lines}>
        {weeklyMinutes === null
          ? t('terms.weeklyNone')
          : t('terms.weeklySome', { time: format.hours(weeklyMinutes * 60) })}
      </p>
      <p className={note ? classes.lines : classes.hint}>{note ?? t('rounding.none')}</p>
      {editing && <TermsDialog terms={terms} onClose={() => setEditing(false)} />}
    </Panel>
  );
}
