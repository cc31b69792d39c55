import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WriteOffOffer } from '#shared/ipc/billing-write-offs.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useFormat } from '../format.ts';
import classes from './Agreements.module.css';
import { WorkTable } from './WorkTable.tsx';

/** The newest are offered; older ones come up as these are billed or written off. */
const offered = 300;

/** Chooses work that will not be billed, and says why. */
export function WriteOffWorkDialog({
  clientId,
  onClose,
}: {
  readonly clientId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const say = useSay();
  const { data: offers } = useRead('billing.writeOffOffers', { clientId });
  const save = useWrite('billing.writeOffWork');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const picked = (offers ?? []).filter(({ id }) => chosen.has(id));
  const idsOf = (kind: WriteOffOffer['kind']) =>
    picked.filter((one) => one.kind === kind).map(({ id }) => id);
  const submit = () => {
    if (picked.length === 0) return;
    save.mutate(
      {
        ...{ clientId, entryIds: idsOf('entry'), taskIds: idsOf('task'), fees: idsOf('fee') },
        ...{ expenseIds: idsOf('expense'), reason },
      },
      {
        onSuccess: () => {
          onClose();
          say.undoable(t('writtenOff.done'));
        },
        onError: say.refused,
      },
    );
  };
  // With the list there from the start, the keyboard begins in it.
  if (!offers) return null;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('writtenOff.choose')}
      lead={t('writtenOff.lead')}
      width={640}
      onSubmit={submit}
      actions={
        <FormActions
          onCancel={onClose}
          submit={picked.length === 0 ? t('late.writeOff') : t('writtenOff.do', { count: picked.length })}
          busy={save.isPending}
          disabled={picked.length === 0}
        />
      }
    >
      {offers.length === 0 ? (
        <p className={classes.nothing}>{t('writtenOff.nothing')}</p>
      ) : (
        <>
          <WorkTable
            className={classes.offers}
            lines={offers.slice(0, offered).map((offer) => ({
              key: offer.id,
              when: format.date(offer.date),
              what: (
                <Checkbox
                  size="xs"
                  label={textOf(offer)}
                  checked={chosen.has(offer.id)}
                  onChange={() => toggle(offer.id)}
                />
              ),
              extent: offer.seconds > 0 ? format.hours(offer.seconds) : '–',
            }))}
          />
          <TextInput
            label={t('writtenOff.reason')}
            value={reason}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </Dialog>
  );

  function textOf({ kind, title, amount, currency }: WriteOffOffer): string {
    const name = title ?? t(kind === 'fee' ? 'writtenOff.fee' : 'ledger.untitled');
    return amount !== null && currency !== null ? `${name} · ${format.money(amount, currency)}` : name;
  }
}
