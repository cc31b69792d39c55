import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import classes from './AttachDialog.module.css';
import { type Choice, choicesOf } from './choices.ts';

/** A file that can be attached: it has an address. */
export interface Attachable {
  readonly fileId: string;
  readonly name: string;
  readonly url: string;
}

export interface AttachDialogProps {
  readonly clientId: string;
  readonly file: Attachable;
  readonly onClose: () => void;
}

/** Chooses one of the client's open tasks by typing, and attaches a file to it. */
export function AttachDialog({ clientId, file, onClose }: AttachDialogProps) {
  const { t } = useTranslation('files');
  const id = useId();
  const { data: board } = useRead('board.get', { clientId });
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { undoable } = useSay();
  const rows = board ? choicesOf(board, text) : [];
  const active = rows.find((row) => row.id === chosen) ?? rows[0];

  const attach = async (task: Choice | undefined) => {
    if (!task) return;
    try {
      await call('tasks.addLink', { taskId: task.id, url: file.url, title: file.name, fileId: file.fileId });
      undoable(t('attach.done', { name: file.name, task: task.title }));
      onClose();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : t('errors:internal'));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const at = active ? rows.indexOf(active) : -1;
    const next = event.key === 'ArrowDown' ? rows[(at + 1) % rows.length] : rows.at(at - 1);
    setChosen(next?.id ?? null);
    if (next) document.getElementById(`${id}-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog
      opened
      disposable
      onClose={onClose}
      title={t('attach.title', { name: file.name })}
      lead={t('attach.lead')}
      onSubmit={() => void attach(active)}
      actions={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!active}>
            {t('attach.action')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('attach.task')}
        placeholder={t('attach.placeholder')}
        value={text}
        error={error}
        maxLength={200}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(null);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('attach.tasks')}
        tabIndex={-1}
        className={classes.list}
      >
        {rows.map((row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and takes the keys
          <div
            key={row.id}
            id={`${id}-${row.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === active}
            className={classes.row}
            onClick={() => setChosen(row.id)}
            onDoubleClick={() => void attach(row)}
          >
            <span className={classes.title}>{row.title}</span>
            <span className={classes.column}>{row.column}</span>
          </div>
        ))}
      </div>
      {board && rows.length === 0 && (
        <p className={classes.none}>{t(text.trim() ? 'attach.nothingFound' : 'attach.noTasks')}</p>
      )}
      <output className="visually-hidden">{t('attach.count', { count: rows.length })}</output>
    </Dialog>
  );
}
