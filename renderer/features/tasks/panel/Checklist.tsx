import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import classes from './Checklist.module.css';
import { ChecklistRow } from './ChecklistRow.tsx';
import { Section } from './Section.tsx';
import { useDo, useSave } from './use-save.ts';

/** Small steps of a task; Ctrl arrows move one, Delete removes it. */
export function Checklist({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks');
  const announce = useAnnounce();
  const act = useDo();
  const save = useSave();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const items = task.checklist;
  const done = items.filter((item) => item.done).length;

  const add = async () => {
    const wanted = text.trim();
    if (!wanted) return;
    setText('');
    const wrong = await save(() => call('tasks.addItem', { taskId: task.id, text: wanted }));
    setError(wrong);
    if (wrong) setText((now) => now || wanted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void add();
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const move = (index: number, by: -1 | 1) => {
    const item = items[index];
    const place = index + by;
    if (!item || place < 0 || place >= items.length) return announce(t('say.edge'));
    const others = items.filter((each) => each.id !== item.id);
    void act(() => call('tasks.moveItem', { id: item.id, above: others[place - 1]?.id ?? null }));
    announce(t('say.itemMoved', { text: item.text, place: place + 1, of: items.length }));
  };
  return (
    <Section
      title={t('checklist.title')}
      meta={
        items.length > 0 && (
          <>
            <span className="tabular">{t('checklist.of', { done, count: items.length })}</span>
            <ProgressLine
              className={classes.progress}
              label={t('checklist.title')}
              done={done}
              whole={items.length}
            />
          </>
        )
      }
      action={
        <IconButton
          label={t('checklist.add')}
          icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => field.current?.focus()}
        />
      }
    >
      <ul className={classes.items}>
        {items.map((item, index) => (
          <ChecklistRow key={item.id} item={item} onMove={(by) => move(index, by)} />
        ))}
      </ul>
      <input
        ref={field}
        className={classes.new}
        value={text}
        maxLength={500}
        placeholder={t('checklist.placeholder')}
        aria-label={t('checklist.add')}
        aria-invalid={error !== null}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void add()}
      />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </Section>
  );
}
