import { formatDate, weekNumber } from './clock-format.ts';
import { addDays } from './due-day.ts';
import type { Grouping, TallyKey } from './report.ts';

/** What the keys of a report are called. `text` looks a key of the catalogues up. */
export interface ReportNames {
  readonly locale: string;
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly kindName: (id: string) => string;
  readonly clients: Readonly<Record<string, { readonly clientName: string }>>;
  readonly tasks: Readonly<Record<string, { readonly title: string; readonly clientId: string }>>;
}

/** A row's heading for people: a name, or a date in words. */
export function reportLabel(grouping: Grouping, key: TallyKey, names: ReportNames): string {
  if (key === null) return names.text(`reports:without.${grouping}`);
  switch (grouping) {
    case 'client':
      return names.clients[key]?.clientName ?? key;
    case 'task':
      return names.tasks[key]?.title ?? key;
    case 'category':
      return names.text(`time:category.${key}`);
    case 'kind':
      return names.kindName(key);
    case 'day':
      return `${formatDate(key, names.locale, 'short')} ${key.slice(0, 4)}`;
    case 'week':
      return names.text('reports:week', {
        number: weekNumber(addDays(key, 3)),
        from: formatDate(key, names.locale, 'day'),
        to: formatDate(addDays(key, 6), names.locale, 'dated'),
      });
    case 'month':
      return formatDate(key, names.locale, 'month');
  }
}

/** The same for programs: dates stay ISO. */
export function reportCell(grouping: Grouping, key: TallyKey, names: ReportNames): string {
  if (key === null) return '';
  if (grouping === 'month') return key.slice(0, 7);
  return grouping === 'day' || grouping === 'week' ? key : reportLabel(grouping, key, names);
}
