import { Popover } from '@mantine/core';
import { IconAlertCircle, IconCalendarEvent } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueState } from '#shared/domain/due-day.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { dueLong } from '../lib/due-words.ts';
import { DueForm } from './DueForm.tsx';
import classes from './Facts.module.css';

export interface DueFieldProps {
  readonly task: Task;
  readonly zone: string;
  readonly now: number;
}

/** The due date as a word that opens its form. */
export function DueField({ task, zone, now }: DueFieldProps) {
  const { t, i18n } = useTranslation('tasks');
  const [opened, setOpened] = useState(false);
  const { due } = task;
  const overdue = due !== null && task.completedAt === null && dueState(due, now, zone) === 'overdue';
  const words = due ? dueLong(due, zone, i18n.language) : t('due.none');
  const Icon = overdue ? IconAlertCircle : IconCalendarEvent;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={288}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.choice}
          data-empty={due === null || undefined}
          data-state={overdue ? 'overdue' : undefined}
          aria-expanded={opened}
          aria-label={`${t('field.due')}: ${overdue ? `${t('due.overdue')} ` : ''}${words}`}
          onClick={() => setOpened(!opened)}
        >
          <Icon size={16} stroke={1.5} aria-hidden />
          <span>{words}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('field.due')}>
        <DueForm task={task} zone={zone} now={now} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
