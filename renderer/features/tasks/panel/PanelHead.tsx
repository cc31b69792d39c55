import { Menu } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconDots, IconLink, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/ipc/tasks.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { call } from '../../../lib/api.ts';
import { useRead } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { copyText } from '../lib/copy-text.ts';
import classes from './TaskPanel.module.css';
import { useDo } from './use-save.ts';

export interface PanelHeadProps {
  readonly task: Task | null;
  readonly previous: string | null;
  readonly next: string | null;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** Whose task it is, the way to its neighbours, its link, and the way out. */
export function PanelHead({ task, previous, next, onOpen, onClose }: PanelHeadProps) {
  const { t } = useTranslation('tasks');
  const toast = useToast();
  const { undoable } = useSay();
  const act = useDo();
  const client = useRead('clients.list').data?.find((one) => one.id === task?.clientId);
  const copy = () => {
    if (!task) return;
    const address = new URL(clientHref(task.clientId, 'board', task.id), window.location.href).href;
    if (copyText(address)) toast.show({ text: t('panel.linkCopied'), tone: 'success' });
  };
  const toggleDone = async () => {
    if (!task) return;
    const ids = [task.id];
    await act(() =>
      task.completedAt === null ? call('tasks.complete', { ids }) : call('tasks.reopen', { ids }),
    );
  };
  const { data: running } = useRead('time.running');
  const remove = async () => {
    if (!task || !(await act(() => call('tasks.delete', { ids: [task.id] })))) return;
    onClose();
    const detail = running?.taskId === task.id ? { detail: t('say.stillRunning') } : {};
    undoable(t('say.deleted', { count: 1 }), detail);
  };
  const icon = { size: 18, stroke: 1.5, 'aria-hidden': true } as const;
  return (
    <div className={classes.head}>
      <span className={classes.client}>
        {client && <ClientMark colour={client.color} size={10} />}
        <span>{client?.name}</span>
      </span>
      <IconButton
        label={t('panel.previous')}
        icon={<IconChevronUp {...icon} />}
        disabled={previous === null}
        onClick={() => previous && onOpen(previous)}
      />
      <IconButton
        label={t('panel.next')}
        icon={<IconChevronDown {...icon} />}
        disabled={next === null}
        onClick={() => next && onOpen(next)}
      />
      <IconButton label={t('panel.copyLink')} icon={<IconLink {...icon} />} onClick={copy} disabled={!task} />
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton label={t('common:more')} icon={<IconDots {...icon} />} disabled={!task} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void toggleDone()}>
            {task?.completedAt === null ? t('panel.complete') : t('panel.reopen')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void remove()}>
            {t('panel.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={classes.rule} />
      <IconButton label={t('panel.close')} keys={['Esc']} icon={<IconX {...icon} />} onClick={onClose} />
    </div>
  );
}
