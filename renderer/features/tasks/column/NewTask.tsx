import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickAdd, QuickPart } from '#shared/domain/quick-add.ts';
import type { ColumnRow } from '#shared/ipc/board.ts';
import { useClientId } from '../../../lib/client-id.ts';
import { QuickChips } from '../quick-add/QuickChips.tsx';
import { useLikely } from '../quick-add/use-likely.ts';
import { useQuickAdd } from '../quick-add/use-quick-add.ts';
import classes from './NewTask.module.css';

export interface NewTaskProps {
  readonly column: ColumnRow;
  readonly zone: string;
  /** True when it was added; otherwise the text comes back. */
  readonly onAdd: (columnId: string, typed: QuickAdd) => Promise<boolean>;
  readonly onDown: () => void;
}

const none: ReadonlySet<QuickPart> = new Set();

/** The field at the head of a column: Enter adds and the field stays ready for the next one. */
export function NewTask({ column, zone, onAdd, onDown }: NewTaskProps) {
  const { t } = useTranslation('tasks');
  const [text, setText] = useState('');
  const [declined, setDeclined] = useState(none);
  const [focused, setFocused] = useState(false);
  const likely = useLikely(useClientId(), useQuickAdd(text, declined));
  const { typed } = likely;

  const reset = () => {
    setText('');
    setDeclined(none);
    likely.reset();
  };
  const add = async () => {
    if (typed.title === '') return;
    reset();
    const added = await onAdd(column.id, typed);
    if (!added) setText((now) => now || text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || likely.onKey(event)) return;
    if (event.key === 'Enter') void add();
    else if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Escape') {
      if (text === '') event.currentTarget.blur();
      else reset();
    } else return;
    event.preventDefault();
  };
  return (
    <div className={classes.new} data-filled={text !== '' || undefined}>
      <div className={classes.line}>
        {!focused && text === '' && <IconPlus size={16} stroke={1.5} aria-hidden />}
        <textarea
          className={classes.input}
          data-new-task={column.id}
          rows={1}
          value={text}
          maxLength={500}
          placeholder={t('newTask')}
          aria-label={t('newTaskIn', { column: column.name })}
          autoComplete="off"
          onChange={(event) => setText(event.target.value.replace(/\s*\n\s*/g, ' '))}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        />
      </div>
      {text !== '' && (
        <QuickChips
          typed={typed}
          zone={zone}
          onDecline={(part) => likely.decline(part) || setDeclined(new Set([...declined, part]))}
          took={likely.took}
          onUse={likely.use}
        />
      )}
    </div>
  );
}
