import { IconCashBanknoteOff, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '#shared/ipc/time.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './BilledState.module.css';

const icon = { size: 14, stroke: 1.5, 'aria-hidden': true } as const;

/** Whether an entry is on an issued invoice, still to be billed, or never will be. In a narrow list only its sign shows. */
export function BilledState({ entry }: { readonly entry: Pick<EntryView, 'billed' | 'billable'> }) {
  const { t } = useTranslation('time');
  const state = entry.billed ? 'billed' : entry.billable ? 'open' : 'notBillable';
  const word = t(`list.state.${state}`);
  return (
    <span className={classes.state} {...(state === 'open' ? {} : tip(word))}>
      {state === 'billed' && <IconLock {...icon} />}
      {state === 'notBillable' && <IconCashBanknoteOff {...icon} />}
      <span className={classes.word}>{word}</span>
    </span>
  );
}
