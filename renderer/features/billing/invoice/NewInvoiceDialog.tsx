import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { type Grouping, groupings } from '#shared/domain/invoice.ts';
import { totalsByCurrency } from '#shared/domain/money.ts';
import type { PeriodWork } from '#shared/ipc/billing.ts';
import { go } from '../../../lib/addresses.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import classes from './NewInvoiceDialog.module.css';

export interface NewInvoiceDialogProps {
  /** Null lets the person choose. */
  readonly clientId: string | null;
  readonly onClose: () => void;
}

/** Which client's work of which days goes on a new draft. */
export function NewInvoiceDialog({ clientId, onClose }: NewInvoiceDialogProps) {
  const { t } = useTranslation('billing');
  const { data: clients } = useRead('clients.list');
  const { data: overview } = useRead('billing.overview', undefined, { enabled: clientId === null });
  const free = overview?.unbilled.find(
    (row) =>
      row.draftId === null && (row.rawSeconds > 0 || row.amounts.length > 0 || row.expenses.length > 0),
  );
  const active = clients?.filter(({ archived }) => !archived);
  const first = free?.clientId ?? active?.[0]?.id ?? null;
  const [chosen, setChosen] = useState<string | null>(clientId);
  const client = chosen ?? first;
  if (!active || !client || (clientId === null && !overview)) return null;
  return (
    <NewInvoice
      key={client}
      clientId={client}
      clientName={clients?.find(({ id }) => id === client)?.name ?? ''}
      onClose={onClose}
      choice={
        clientId === null ? (
          <Select
            label={t('table.client')}
            data={active.map(({ id, name }) => ({ value: id, label: name }))}
            value={client}
            searchable
            openOnFocus={false}
            allowDeselect={false}
            onChange={(value) => value && setChosen(value)}
          />
        ) : null
      }
    />
  );
}

interface NewInvoiceProps {
  readonly clientId: string;
  readonly clientName: string;
  /** To choose another client with; null when the person came from one. */
  readonly choice: React.ReactNode;
  readonly onClose: () => void;
}

function NewInvoice({ clientId, clientName, choice, onClose }: NewInvoiceProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { data: info } = useRead('app.info');
  const { data: unbilled } = useRead('billing.unbilled', { clientId });
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [grouping, setGrouping] = useState<Grouping>('task');
  const today = info ? dateIn(info.now, info.zone) : null;
  const period = { clientId, from: from ?? unbilled?.from ?? today ?? '', to: to ?? today ?? '' };
  const ready = unbilled !== undefined && today !== null;
  const { data: work } = useRead(
    'billing.periodWork',
    { ...period, grouping },
    {
      enabled: ready && period.from <= period.to,
    },
  );
  const worth = totalsByCurrency([...(work?.amounts ?? []), ...(work?.expenses ?? [])]);
  /** Only what there is. */
  const gathered = ({ cycles, days, tasks, entries: count, seconds, rawSeconds, expenses }: PeriodWork) => {
    const time = format.hours(seconds);
    const entries =
      seconds === rawSeconds
        ? t('newDialog.sum', { count, time })
        : t('entriesBoth', { count, raw: format.hours(rawSeconds), time });
    const parts = [
      cycles > 0 && t('cycles', { count: cycles }),
      days > 0 && t('days', { count: days / 1000 }),
      tasks > 0 && t('tasks', { count: tasks }),
      count > 0 && entries,
      expenses.length > 0 && t('newDialog.expenses', { count: expenses.length }),
    ].filter((part) => part !== false);
    if (parts.length > 0) return parts.join(', ');
    return t(unbilled?.draftId ? 'newDialog.onDraft' : 'newDialog.nothing');
  };
  const create = useWrite('billing.createDraft');
  const errors = useFieldErrors(create.error);
  /** What was said of the days before is about others then. */
  const setDay = (set: (day: string | null) => void, day: string | null) => {
    set(day);
    create.reset();
  };
  const submit = () =>
    ready &&
    create.mutate(
      { ...period, grouping },
      {
        onSuccess: ({ invoiceId }) => {
          onClose();
          go(invoiceHref({ clientId, id: invoiceId }));
        },
        onError: (error) =>
          Object.keys((error as { details?: { fields?: object } }).details?.fields ?? {}).length === 0 &&
          sayError(error),
      },
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={choice ? t('newInvoice') : t('newDialog.for', { client: clientName })}
      lead={t('newDialog.lead')}
      onSubmit={submit}
      footnote={
        work && (
          <span className="tabular" role="status">
            {gathered(work)}
            {worth.length > 0 && <strong> · {format.moneys(worth).join(' + ')}</strong>}
          </span>
        )
      }
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          {/* The days are proposed already; were a field focused, its calendar would hide the rest. */}
          <Button
            size="lg"
            variant="primary"
            type="submit"
            busy={create.isPending}
            // Not `disabled`: the keyboard begins here while the answer is on its way.
            aria-disabled={!ready}
            data-autofocus={choice ? undefined : true}
          >
            {t('newDialog.create')}
          </Button>
        </>
      }
    >
      {choice}
      <FieldRow>
        <DateField
          label={t('newDialog.from')}
          value={period.from}
          required
          error={errors.from}
          onChange={(day) => setDay(setFrom, day)}
        />
        <DateField
          label={t('newDialog.to')}
          value={period.to}
          required
          error={errors.to}
          onChange={(day) => setDay(setTo, day)}
        />
      </FieldRow>
      <Field label={t('grouping.label')}>
        <div className={classes.grouping}>
          <Segmented
            label={t('grouping.label')}
            value={grouping}
            onChange={setGrouping}
            options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
          />
        </div>
      </Field>
      {work && work.leftOut.length > 0 && (
        <p className={classes.hint}>
          {t('newDialog.leftOut', { amounts: format.moneys(work.leftOut).join(', ') })}
        </p>
      )}
      {work && work.unpricedEntries > 0 && (
        <p className={classes.hint}>{t('newDialog.unpriced', { count: work.unpricedEntries })}</p>
      )}
    </Dialog>
  );
}
