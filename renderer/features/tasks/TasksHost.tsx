import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, useFindingSource } from '../../lib/commands/CommandsProvider.tsx';
import type { Command, FindingSource } from '../../lib/commands/command.ts';
import { findTasks } from './lib/find-tasks.tsx';
import { QuickAddDialog } from './quick-add/QuickAddDialog.tsx';

/**
 * Tasks from anywhere: a new one by its key, any of them through the palette. The dialog comes with it: fetched when it
 * is asked for, it would stand there after the first words are typed, and their letters are keys of the app.
 */
export default function TasksHost() {
  const { t } = useTranslation('tasks');
  const [adding, setAdding] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: 'tasks.new',
          label: t('newTask'),
          icon: <IconPlus size={16} stroke={1.5} />,
          keys: 'n',
          // On a board the field at the head of its first column is nearer than a dialog.
          run: () => {
            const field = document.querySelector<HTMLElement>('[data-new-task]');
            if (field) field.focus();
            else setAdding(true);
          },
        },
      ],
      [t],
    ),
  );
  useFindingSource(
    useMemo<FindingSource>(
      () => ({
        id: 'tasks',
        label: t('search.label'),
        order: 1,
        find: (text) => findTasks(text, t('search.done')),
      }),
      [t],
    ),
  );
  return adding && <QuickAddDialog onClose={() => setAdding(false)} />;
}
