import type { TFunction } from 'i18next';
import type { EntryView } from '#shared/ipc/time.ts';

/** What an entry, or a piece of time like one, is called: its task, else its note, else its client. */
export function titleOf(entry: Pick<EntryView, 'taskTitle' | 'note' | 'clientName'>): string {
  return entry.taskTitle || firstLine(entry.note) || entry.clientName;
}

/** What stands under or beside the title: client, note, category, where it came from. */
export function detailOf(entry: EntryView, t: TFunction<'time'>): string {
  const title = titleOf(entry);
  const note = firstLine(entry.note);
  return [
    title === entry.clientName ? null : entry.clientName,
    note && note !== title ? note : null,
    entry.category ? t(`category.${entry.category}`) : null,
    entry.source === 'event' ? t('fromCalendar') : null,
    entry.billable ? null : t('notBillable'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? '';
}
