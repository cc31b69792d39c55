import { TextInput } from '@mantine/core';
import { IconExternalLink, IconFile, IconLink, IconMail, IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClock, formatDay } from '#shared/domain/clock-format.ts';
import { linkName } from '#shared/domain/link.ts';
import type { Task, TaskLink } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import classes from './Links.module.css';
import { Section } from './Section.tsx';
import { useDo, useSave } from './use-save.ts';

export interface LinksProps {
  readonly task: Task;
  readonly now: number;
  readonly zone: string;
}

/** Files and pages that belong to the task; they open in the person's browser. */
export function Links({ task, now, zone }: LinksProps) {
  const { t } = useTranslation('tasks');
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('links.title')}
      meta={task.links.length > 0 && <span className="tabular">{task.links.length}</span>}
      action={
        <IconButton
          label={t('links.add')}
          icon={<IconPaperclip size={16} stroke={1.5} aria-hidden />}
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        />
      }
    >
      {adding && <LinkForm taskId={task.id} onDone={() => setAdding(false)} />}
      {task.links.length > 0 ? (
        <ul className={classes.links}>
          {task.links.map((link) => (
            <LinkCard key={link.id} link={link} now={now} zone={zone} />
          ))}
        </ul>
      ) : (
        !adding && (
          <button type="button" className={classes.empty} onClick={() => setAdding(true)}>
            {t('links.empty')}
          </button>
        )
      )}
    </Section>
  );
}

function LinkCard({
  link,
  now,
  zone,
}: {
  readonly link: TaskLink;
  readonly now: number;
  readonly zone: string;
}) {
  const { t, i18n } = useTranslation('tasks');
  const act = useDo();
  const name = link.title || linkName(link.url);
  const Icon = link.fileId ? IconFile : link.url.startsWith('mailto:') ? IconMail : IconLink;
  const today = dateIn(link.addedAt, zone) === dateIn(now, zone);
  const when = today
    ? t('links.addedToday', { time: formatClock(link.addedAt, zone) })
    : t('links.added', { day: formatDay(link.addedAt, zone, i18n.language) });
  return (
    <li className={classes.link}>
      <button
        type="button"
        className={classes.open}
        onClick={() => void act(() => call('app.openExternal', { url: link.url }))}
      >
        <Icon size={18} stroke={1.5} aria-hidden />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.when}>{when}</span>
        </span>
        <IconExternalLink size={16} stroke={1.5} aria-hidden />
        <span className="visually-hidden">{t('links.open')}</span>
      </button>
      <IconButton
        size="sm"
        className={classes.remove ?? ''}
        label={t('links.remove', { name })}
        icon={<IconX size={14} stroke={1.5} aria-hidden />}
        onClick={() => void act(() => call('tasks.deleteLink', { id: link.id }))}
      />
    </li>
  );
}

function LinkForm({ taskId, onDone }: { readonly taskId: string; readonly onDone: () => void }) {
  const { t } = useTranslation('tasks');
  const save = useSave();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    const wrong = await save(() => call('tasks.addLink', { taskId, url, title }));
    setError(wrong);
    if (!wrong) onDone();
  };
  return (
    <Form className={classes.form} onSubmit={() => void submit()}>
      <TextInput
        label={t('links.url')}
        value={url}
        error={error}
        onChange={(event) => setUrl(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
        autoFocus
      />
      <TextInput
        label={t('links.name')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" size="lg">
        {t('common:add')}
      </Button>
    </Form>
  );
}
