import {
  IconArrowRight,
  IconBulb,
  IconCalendarEvent,
  IconCircleCheck,
  IconClock,
  IconMessage,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconRotate2,
  IconTag,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDate, formatDay } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { HistoryKind, HistoryRow, Task } from '#shared/ipc/tasks.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { Button } from '../../../ui/Button.tsx';
import { Section } from './Section.tsx';
import classes from './TaskPanel.module.css';

const icons: Readonly<Record<HistoryKind, typeof IconPlus>> = {
  created: IconPlus,
  renamed: IconPencil,
  moved: IconArrowRight,
  completed: IconCircleCheck,
  reopened: IconRotate2,
  due: IconCalendarEvent,
  category: IconBulb,
  workKind: IconTag,
  estimate: IconClock,
  brief: IconPencil,
  waiting: IconMessage,
  followedUp: IconMessage,
  linkAdded: IconPaperclip,
  linkRemoved: IconPaperclip,
};

const shownFirst = 6;

/** What happened to the task, newest first. */
export function History({ task, zone }: { readonly task: Task; readonly zone: string }) {
  const { t, i18n } = useTranslation('tasks');
  const [all, setAll] = useState(false);
  const kinds = useWorkKinds();
  const rows = all ? task.history : task.history.slice(0, shownFirst);
  return (
    <Section title={t('history.title')}>
      <ul className={classes.history}>
        {rows.map((row) => {
          const Icon = icons[row.kind];
          return (
            <li key={row.id}>
              <span className={classes.when}>{formatDay(row.at, zone, i18n.language)}</span>
              <Icon size={15} stroke={1.5} aria-hidden />
              <span className={classes.what}>
                {sentence(row, t as never, zone, i18n.language, kinds.nameOf)}
              </span>
            </li>
          );
        })}
      </ul>
      {rows.length < task.history.length && (
        <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
          {t('history.all', { count: task.history.length })}
        </Button>
      )}
    </Section>
  );
}

function sentence(
  row: HistoryRow,
  t: TFunction,
  zone: string,
  locale: string,
  kindName: (id: string) => string,
): string {
  const { kind, data } = row;
  if (kind === 'due') {
    const [from, to] = [dueWord(data, 'from', zone, locale), dueWord(data, 'to', zone, locale)];
    if (from && to) return t('tasks:history.dueMoved', { from, to });
    return to ? t('tasks:history.dueSet', { to }) : t('tasks:history.dueCleared');
  }
  if (kind === 'category')
    return data.to
      ? t('tasks:history.categorySet', { to: t(`tasks:category.${data.to}`) })
      : t('tasks:history.categoryCleared');
  if (kind === 'workKind')
    return data.to
      ? t('tasks:history.workKindSet', { to: kindName(String(data.to)) })
      : t('tasks:history.workKindCleared');
  if (kind === 'estimate')
    return data.to
      ? t('tasks:history.estimateSet', { to: formatDuration(Number(data.to) * MINUTE) })
      : t('tasks:history.estimateCleared');
  if (kind === 'waiting' && !data.to) return t('tasks:history.waitingCleared');
  return t(`tasks:history.${kind}`, data);
}

function dueWord(data: HistoryRow['data'], side: 'from' | 'to', zone: string, locale: string): string | null {
  const date = data[`${side}Date`];
  const at = data[`${side}At`];
  if (typeof date !== 'string') return null;
  if (typeof at !== 'number') return formatDate(date, locale);
  return `${formatDay(at, zone, locale)}, ${formatClock(at, zone)}`;
}
