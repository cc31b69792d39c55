import { Checkbox, Textarea } from '@mantine/core';
import { IconLock, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { call } from '../../../lib/api.ts';
import { useHere } from '../../../lib/here.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { WorkKindSelect } from '../../../ui/fields/WorkKindSelect.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useEntryActions } from '../actions.ts';
import classes from './EntryDialog.module.css';
import { addInputOf, changeInputOf, type EntryDraft, type EntryValues, typedSpan, valuesOf } from './form.ts';
import { History } from './History.tsx';
import { ImportedNote } from './ImportedNote.tsx';
import { OverlapNote } from './OverlapNote.tsx';
import { SubjectFields } from './SubjectFields.tsx';
import { TimeFields } from './TimeFields.tsx';

export type { EntryDraft };

export interface EntryDialogProps {
  readonly draft: EntryDraft;
  readonly onClose: () => void;
}

/** Adds an entry by hand, or changes one: only what was touched is sent. A refusal stands at its field. */
export default function EntryDialog({ draft, onClose }: EntryDialogProps) {
  const { t } = useTranslation('time');
  const { refused } = useSay();
  const here = useHere();
  const actions = useEntryActions();
  const entry = draft.kind === 'change' ? draft.entry : null;
  const zone = entry?.zone ?? here.zone;
  const [before] = useState(() => valuesOf(draft, zone));
  const [values, setValues] = useState<EntryValues>(before);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const billed = entry?.billed ?? false;
  const running = entry !== null && entry.endedAt === null;
  const span = running ? null : typedSpan(values, zone);
  const length = span ? span.to - span.from : 0;

  const set = (changes: Partial<EntryValues>) => {
    setValues((old) => ({ ...old, ...changes }));
    setErrors({});
  };
  const check = () => {
    const missing = missingIn(values, running).map((field) => [field, t('errors:field.required')]);
    setErrors(Object.fromEntries(missing));
    return missing.length === 0;
  };
  const save = async () => {
    if (!check() || !values.clientId) return;
    setBusy(true);
    try {
      if (!entry) {
        void actions.sayAdded(await call('time.add', addInputOf(values, values.clientId, zone)));
      } else {
        const input = changeInputOf(entry.id, before, values);
        if (input) await call('time.change', input);
      }
      onClose();
    } catch (error) {
      const fields = error instanceof AppError ? error.details.fields : undefined;
      const filled = error instanceof AppError ? error.details.values : undefined;
      if (fields) {
        const told = Object.entries(fields).map(([path, key]) => [
          path,
          t(`errors:${key}` as never, { ...filled }),
        ]);
        setErrors(Object.fromEntries(told));
      } else refused(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(entry ? 'entry.change' : 'entry.add')}
      width={520}
      onSubmit={() => void (billed ? onClose() : save())}
      onCheck={() => void check()}
      footnote={
        entry && !billed ? (
          <Button
            variant="quiet"
            size="sm"
            icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
            onClick={() => {
              void actions.remove([entry]);
              onClose();
            }}
          >
            {t('common:delete')}
          </Button>
        ) : undefined
      }
      actions={
        billed ? (
          <Button onClick={onClose}>{t('common:close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('common:cancel')}</Button>
            <Button type="submit" variant="primary" busy={busy}>
              {entry ? t('common:save') : t('entry.addIt')}
            </Button>
          </>
        )
      }
    >
      {billed && (
        <p className={classes.locked}>
          <IconLock size={16} stroke={1.5} aria-hidden />
          {t('billed')}
        </p>
      )}
      <fieldset className={classes.fields} disabled={billed}>
        <SubjectFields values={values} errors={errors} onChange={set} />
        <TimeFields
          values={values}
          errors={errors}
          zone={zone}
          hereZone={here.zone}
          running={running}
          onChange={set}
          length={length <= 0 ? '' : formatDuration(length)}
        />
        {!billed && <OverlapNote span={span} besides={entry?.id ?? null} />}
        {entry?.source === 'import' && <ImportedNote entryId={entry.id} />}
        <Textarea
          label={t('note')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={2_000}
          value={values.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
          error={errors.note}
        />
        <Field label={t('categoryLabel')}>
          <div>
            <Segmented
              label={t('categoryLabel')}
              value={values.category ?? 'none'}
              onChange={(category) => set({ category: category === 'none' ? null : category })}
              options={[
                { value: 'none' as const, label: t('category.none') },
                ...categories.map((value) => ({ value, label: t(`category.${value}`) })),
              ]}
            />
          </div>
        </Field>
        <WorkKindSelect
          value={values.workKindId}
          onChange={(workKindId) => set({ workKindId })}
          error={errors.workKindId}
        />
        <Checkbox
          label={t('billable')}
          checked={values.billable}
          onChange={(event) => set({ billable: event.currentTarget.checked })}
        />
      </fieldset>
      {entry && <History entryId={entry.id} />}
    </Dialog>
  );
}

function missingIn(values: EntryValues, running: boolean): string[] {
  return [
    values.clientId ? null : 'clientId',
    values.start ? null : 'start.time',
    values.end || running ? null : 'end.time',
  ].filter((field) => field !== null);
}
