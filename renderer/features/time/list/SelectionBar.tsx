import { Menu } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { EntryActions } from '../actions.ts';
import classes from './ListPane.module.css';

interface SelectionBarProps {
  readonly ids: readonly string[];
  readonly count: number;
  readonly actions: EntryActions;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** What can be done with all selected entries; stands where the filter is while there is a selection. */
export function SelectionBar({ ids, count, actions, onAll, onClear }: SelectionBarProps) {
  const { t } = useTranslation('time');
  const kinds = useWorkKinds();
  const then = (work: Promise<unknown>) => void work.then(onClear);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div className={classes.filters} role="group" aria-label={t('list.selection')}>
      <strong role="status">{t('list.selected', { count: ids.length })}</strong>
      {ids.length < count && (
        <Button size="sm" variant="quiet" onClick={onAll}>
          {t('list.selectAll')}
        </Button>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm">{t('list.setCategory')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {[...categories, null].map((category) => (
            <Menu.Item key={category} onClick={() => then(actions.assign(ids, { category }))}>
              {t(`category.${category ?? 'none'}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="sm">{t('list.setKind')}</Button>
        </Menu.Target>
        <Menu.Dropdown className={classes.kinds ?? ''}>
          {[...kinds.options(null), { value: null, label: t('common:workKinds.none') }].map(
            ({ value, label }) => (
              <Menu.Item key={value} onClick={() => then(actions.assign(ids, { workKindId: value }))}>
                {label}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
      {ids.length > 1 && ids.length <= 100 && (
        <Button
          size="sm"
          onClick={() => void actions.merge(ids.map((id) => ({ id }))).then((merged) => merged && onClear())}
        >
          {t('mergeSelected')}
        </Button>
      )}
      <IconButton
        size="sm"
        label={t('list.clearSelection')}
        keys={['Esc']}
        icon={<IconX size={16} stroke={1.5} aria-hidden />}
        onClick={onClear}
      />
    </div>
  );
}
