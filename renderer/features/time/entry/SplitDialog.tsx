import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { refusedFields } from '../../../lib/form-errors.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { titleOf } from '../words.ts';
import { LocalFields } from './LocalFields.tsx';
import { useLocalEntry } from './local-entry.ts';

interface SplitDialogProps {
  readonly entry: EntryView;
  readonly onClose: () => void;
}

/** Cuts an entry in two at a time of day. */
export default function SplitDialog({ entry, onClose }: SplitDialogProps) {
  const { t, i18n } = useTranslation('time');
  const say = useSay();
  const end = Math.max(useMinute(), entry.endedAt ?? 0);
  const last = entry.endedAt ?? end;
  const [middle] = useState(() => middleOf(entry.startedAt, last));
  const target = useLocalEntry(middle, entry.zone, formatClock(middle, entry.zone));
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const { at } = target;
  const within = at !== null && at > entry.startedAt && at < last;
  const save = async () => {
    if (at === null) return;
    setBusy(true);
    try {
      await call('time.split', { id: entry.id, at });
      say.undoable(t('said.split', { what: titleOf(entry), time: target.time }));
      onClose();
    } catch (refusal) {
      const fields = refusedFields(i18n.t, refusal);
      if (fields.at) setError(fields.at);
      else say.refused(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('split.title')}
      lead={`${titleOf(entry)} · ${formatClock(entry.startedAt, entry.zone)}–${
        entry.endedAt === null ? t('now') : formatClock(entry.endedAt, entry.zone)
      }`}
      width={420}
      onSubmit={() => void save()}
      footnote={
        within
          ? t('split.lengths', {
              first: formatDuration(at - entry.startedAt),
              second: formatDuration(last - at),
            })
          : undefined
      }
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" busy={busy} disabled={at === null}>
            {t('split.save')}
          </Button>
        </>
      }
    >
      <LocalFields
        entry={{
          ...target,
          set: (changes) => {
            setError(undefined);
            target.set(changes);
          },
        }}
        labels={{
          date: t('entry.date'),
          time: t('split.at'),
          which: t('split.which', { time: target.time }),
        }}
        error={error}
      />
    </Dialog>
  );
}

/** The middle of an entry, on five minutes where that lies within it, else on a minute. */
function middleOf(from: number, to: number): number {
  const middle = (from + to) / 2;
  const round = (step: number) => Math.round(middle / step) * step;
  return [round(5 * MINUTE), round(MINUTE)].find((at) => at > from && at < to) ?? from;
}
