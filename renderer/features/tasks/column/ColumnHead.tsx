import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limitState } from '#shared/domain/board.ts';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { KindIcon } from '../lib/icons.tsx';
import classes from './Column.module.css';

/** What the head of a column asks the board for. */
export interface ColumnEvents {
  edit(column: ColumnRow): void;
  addAfter(column: ColumnRow): void;
  fold(column: ColumnRow): void;
  move(column: ColumnRow, by: -1 | 1): void;
  remove(column: ColumnRow): void;
  selectAll(column: ColumnRow): void;
}

export interface ColumnHeadProps {
  readonly column: ColumnRow;
  /** Cards that fit the filter. */
  readonly shown: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly events: ColumnEvents;
}

/** Kind, name, count against limit, and a menu that shows on hover and focus. */
export function ColumnHead({ column, shown, first, last, events }: ColumnHeadProps) {
  const { t } = useTranslation('tasks');
  const [opened, setOpened] = useState(false);
  const state = limitState(column.count, column.limit);
  const counted = shown === column.count ? `${column.count}` : `${shown} / ${column.count}`;
  return (
    <header className={classes.head}>
      <KindIcon kind={column.kind} />
      <h2 className={classes.name} title={column.name}>
        {column.name}
      </h2>
      <span className={classes.count} data-limit={state}>
        {column.limit === null ? counted : `${column.count} / ${column.limit}`}
        {state !== 'within' && <span className="visually-hidden">{t(`column.limit.${state}`)}</span>}
      </span>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
        <Menu.Target>
          <IconButton
            size="sm"
            className={classes.menu ?? ''}
            data-expanded={opened || undefined}
            label={t('column.menu', { name: column.name })}
            icon={<IconDots size={16} stroke={1.5} aria-hidden />}
          />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => events.edit(column)}>{t('column.edit')}</Menu.Item>
          <Menu.Item onClick={() => events.addAfter(column)}>{t('column.add')}</Menu.Item>
          <Menu.Item onClick={() => events.selectAll(column)} disabled={shown === 0}>
            {t('column.selectAll')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => events.move(column, -1)} disabled={first}>
            {t('column.left')}
          </Menu.Item>
          <Menu.Item onClick={() => events.move(column, 1)} disabled={last}>
            {t('column.right')}
          </Menu.Item>
          <Menu.Item onClick={() => events.fold(column)}>{t('column.fold')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => events.remove(column)}>
            {t('column.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  );
}
