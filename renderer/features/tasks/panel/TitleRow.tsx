import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatRunning } from '#shared/domain/duration.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useSecond } from '../../../lib/clock.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EditableText } from './EditableText.tsx';
import classes from './TaskPanel.module.css';
import { useSave } from './use-save.ts';

export interface TitleRowProps {
  readonly task: Task;
  /** Starts the timer on this task, or stops it. */
  readonly onToggle: () => void;
}

/** The title, and the one primary button: start or stop the timer. */
export function TitleRow({ task, onToggle }: TitleRowProps) {
  const { t } = useTranslation('tasks');
  const save = useSave();
  const running = task.time.find((entry) => entry.endedAt === null);
  return (
    <div className={classes.titleRow}>
      <div className={classes.titleCell}>
        <EditableText
          className={classes.title ?? ''}
          label={t('field.title')}
          value={task.title}
          placeholder={t('field.title')}
          maxLength={500}
          onSave={(title) => save(() => call('tasks.change', { id: task.id, title }))}
        />
      </div>
      {running ? (
        <Button variant="primary" icon={<IconPlayerStopFilled size={14} aria-hidden />} onClick={onToggle}>
          {t('panel.stop')} <Running since={running.startedAt} />
        </Button>
      ) : (
        <Button
          variant="primary"
          icon={<IconPlayerPlayFilled size={13} aria-hidden />}
          keys={['T']}
          onClick={onToggle}
        >
          {t('panel.start')}
        </Button>
      )}
    </div>
  );
}

function Running({ since }: { readonly since: number }) {
  return <span className="tabular">{formatRunning(useSecond() - since)}</span>;
}
