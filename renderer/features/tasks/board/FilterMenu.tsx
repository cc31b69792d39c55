import { Checkbox, Popover, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dueFilters } from '#shared/domain/board.ts';
import { categories } from '#shared/domain/category.ts';
import type { BoardView } from '#shared/ipc/board.ts';
import { Button } from '../../../ui/Button.tsx';
import classes from './Board.module.css';
import { filterCount } from './filter.ts';

export interface FilterMenuProps {
  readonly view: BoardView;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onChange: (view: BoardView) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** Which cards are shown; kept for each client. */
export function FilterMenu({ view, opened, onOpened, onChange, button }: FilterMenuProps) {
  const { t } = useTranslation('tasks');
  // The field keeps its own text, because the view comes back a moment later than it is typed.
  const [text, setText] = useState(view.text);
  const count = filterCount(view);
  const toggle = (category: BoardView['categories'][number]) => {
    const others = view.categories.filter((each) => each !== category);
    onChange({
      ...view,
      categories: others.length === view.categories.length ? [...others, category] : others,
    });
  };
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      onClose={() => button.current?.focus()}
      position="bottom-start"
      width={280}
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          ref={button}
          variant="quiet"
          size="sm"
          icon={<IconAdjustmentsHorizontal size={16} stroke={1.5} aria-hidden />}
          aria-expanded={opened}
          aria-keyshortcuts="/"
          data-on={count > 0 || undefined}
          className={classes.filterButton ?? ''}
          onClick={() => onOpened(!opened)}
        >
          {count > 0 ? t('filter.on', { count }) : t('filter.off')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.filter} aria-label={t('filter.label')}>
        <TextInput
          label={t('filter.text')}
          value={text}
          maxLength={200}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange({ ...view, text: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Without this the same key press would also press the button that gets the focus back.
            event.preventDefault();
            onOpened(false);
            button.current?.focus();
          }}
        />
        <fieldset className={classes.group}>
          <legend>{t('filter.category')}</legend>
          {([...categories, 'none'] as const).map((category) => (
            <Checkbox
              key={category}
              size="xs"
              label={category === 'none' ? t('filter.noCategory') : t(`category.${category}`)}
              checked={view.categories.includes(category)}
              onChange={() => toggle(category)}
            />
          ))}
        </fieldset>
        <fieldset className={classes.group}>
          <legend>{t('filter.due')}</legend>
          {dueFilters.map((due) => (
            <Checkbox
              key={due}
              size="xs"
              label={t(`filter.dueIs.${due}`)}
              checked={view.due === due}
              onChange={() => onChange({ ...view, due: view.due === due ? null : due })}
            />
          ))}
        </fieldset>
        <Button
          size="sm"
          disabled={count === 0}
          onClick={() => {
            setText('');
            onChange({ ...view, text: '', categories: [], due: null });
          }}
        >
          {t('filter.clear')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
