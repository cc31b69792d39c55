import { Menu } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { dateIn } from '#shared/domain/clock-format.ts';
import { addDays, weekday } from '#shared/domain/due-day.ts';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CategoryIcon, KindIcon } from '../lib/icons.tsx';
import classes from './Board.module.css';
import type { BoardActions } from './use-board-actions.ts';

export interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly columns: readonly ColumnRow[];
  readonly actions: BoardActions;
  readonly now: number;
  readonly zone: string;
  readonly onClear: () => void;
}

/** What can be done with all selected cards; stands where the filter is while there is a selection. */
export function SelectionBar({ ids, columns, actions, now, zone, onClear }: SelectionBarProps) {
  const { t } = useTranslation('tasks');
  const today = dateIn(now, zone);
  const days = [
    { key: 'today', date: today },
    { key: 'tomorrow', date: addDays(today, 1) },
    { key: 'nextWeek', date: addDays(today, 8 - weekday(today)) },
  ] as const;
  const then = (work: Promise<unknown>) => void work.then(onClear);
  return (
    <div className={classes.selection}>
      <span className={classes.selected} role="status">
        {t('selection.count', { count: ids.length })}
      </span>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm">{t('selection.move')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {columns.map((column) => (
            <Menu.Item
              key={column.id}
              leftSection={<KindIcon kind={column.kind} />}
              onClick={() => then(actions.move(ids, { columnId: column.id, above: null, below: null }, now))}
            >
              {column.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm">{t('selection.due')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {days.map(({ key, date }) => (
            <Menu.Item key={key} onClick={() => then(actions.change(ids, { due: { date } }))}>
              {t(`due.${key}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => then(actions.change(ids, { due: null }))}>{t('due.none')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm">{t('selection.category')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {categories.map((category) => (
            <Menu.Item
              key={category}
              leftSection={<CategoryIcon category={category} />}
              onClick={() => then(actions.change(ids, { category }))}
            >
              {t(`category.${category}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => then(actions.change(ids, { category: null }))}>
            {t('category.none')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button size="sm" onClick={() => then(actions.complete(ids))}>
        {t('selection.done')}
      </Button>
      <Button size="sm" onClick={() => then(actions.remove(ids))}>
        {t('common:delete')}
      </Button>
      <IconButton
        size="sm"
        label={t('selection.clear')}
        keys={['Esc']}
        icon={<IconX size={16} stroke={1.5} aria-hidden />}
        onClick={onClear}
      />
    </div>
  );
}
