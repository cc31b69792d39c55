import { Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './Checklist.module.css';
import { EditableText } from './EditableText.tsx';
import { useDo, useSave } from './use-save.ts';

export interface ChecklistRowProps {
  readonly item: ChecklistItem;
  readonly onMove: (by: -1 | 1) => void;
}

/** One step: tick it, change its words, move or remove it. */
export function ChecklistRow({ item, onMove }: ChecklistRowProps) {
  const { t } = useTranslation('tasks');
  const save = useSave();
  const act = useDo();
  const remove = () => act(() => call('tasks.deleteItem', { id: item.id }));
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target instanceof HTMLTextAreaElement) return;
    const mod = event.ctrlKey || event.metaKey;
    if (mod && event.key === 'ArrowUp') onMove(-1);
    else if (mod && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Delete') void remove();
    else return;
    event.preventDefault();
  };
  return (
    <li className={classes.item} data-done={item.done || undefined} onKeyDown={onKeyDown}>
      <Checkbox
        size="xs"
        checked={item.done}
        aria-label={item.text}
        onChange={(event) => {
          const done = event.currentTarget.checked;
          void act(() => call('tasks.changeItem', { id: item.id, done }));
        }}
      />
      <div className={classes.text}>
        <EditableText
          label={t('checklist.item')}
          value={item.text}
          placeholder={t('checklist.item')}
          maxLength={500}
          onSave={(text) =>
            save(() =>
              text === ''
                ? call('tasks.deleteItem', { id: item.id })
                : call('tasks.changeItem', { id: item.id, text }),
            )
          }
        />
      </div>
      <IconButton
        size="sm"
        className={classes.remove ?? ''}
        label={t('checklist.delete', { text: item.text })}
        icon={<IconX size={14} stroke={1.5} aria-hidden />}
        onClick={() => void remove()}
      />
    </li>
  );
}
