import { Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { formatDuration, MINUTE, parseDuration } from '#shared/domain/duration.ts';
import type { Board } from '#shared/ipc/board.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { CategoryIcon, KindIcon } from '../lib/icons.tsx';
import { DueField } from './DueField.tsx';
import { EditableText } from './EditableText.tsx';
import { Fact } from './Fact.tsx';
import classes from './Facts.module.css';
import { PriceFact } from './PriceFact.tsx';
import { SimilarTook } from './SimilarTook.tsx';
import { useDo, useSave } from './use-save.ts';

export interface FactsProps {
  readonly task: Task;
  readonly board: Board;
  readonly zone: string;
  /** UTC milliseconds of the current minute. */
  readonly now: number;
}

/** Column, due, category, price and tracked time against the estimate, each to be changed in place. */
export function Facts({ task, board, zone, now }: FactsProps) {
  const { t } = useTranslation('tasks');
  const act = useDo();
  const column = board.columns.find((one) => one.id === task.columnId);
  return (
    <div className={classes.facts}>
      <Fact label={t('field.column')}>
        <Menu position="bottom-start">
          <Menu.Target>
            <button
              type="button"
              className={classes.choice}
              aria-label={`${t('field.column')}: ${column?.name}`}
            >
              {column && <KindIcon kind={column.kind} />}
              <span>{column?.name}</span>
              <IconChevronDown size={14} stroke={1.5} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {board.columns.map((one) => (
              <Menu.Item
                key={one.id}
                leftSection={<KindIcon kind={one.kind} />}
                disabled={one.id === task.columnId}
                onClick={() =>
                  void act(() => call('tasks.move', { ids: [task.id], columnId: one.id, above: null }))
                }
              >
                {one.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Fact>
      <Fact label={t('field.due')}>
        <DueField key={task.id} task={task} zone={zone} now={now} />
      </Fact>
      <Fact label={t('field.category')}>
        <Menu position="bottom-start">
          <Menu.Target>
            <button
              type="button"
              className={classes.choice}
              data-empty={task.category === null || undefined}
              aria-label={`${t('field.category')}: ${t(`category.${task.category ?? 'none'}`)}`}
            >
              {task.category && <CategoryIcon category={task.category} />}
              <span>{t(`category.${task.category ?? 'none'}`)}</span>
              <IconChevronDown size={14} stroke={1.5} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {[...categories, null].map((category) => (
              <Menu.Item
                key={category}
                leftSection={category && <CategoryIcon category={category} />}
                onClick={() => void act(() => call('tasks.change', { id: task.id, category }))}
              >
                {t(`category.${category ?? 'none'}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Fact>
      <WorkKindFact task={task} />
      <PriceFact taskId={task.id} />
      <Tracked task={task} now={now} />
    </div>
  );
}

function WorkKindFact({ task }: { readonly task: Task }) {
  const { t } = useTranslation('tasks');
  const act = useDo();
  const kinds = useWorkKinds();
  const name = kinds.nameOf(task.workKindId) || t('common:workKinds.none');
  return (
    <Fact label={t('common:workKinds.one')}>
      <Menu position="bottom-start">
        <Menu.Target>
          <button
            type="button"
            className={classes.choice}
            data-empty={task.workKindId === null || undefined}
            aria-label={`${t('common:workKinds.one')}: ${name}`}
          >
            <span>{name}</span>
            <IconChevronDown size={14} stroke={1.5} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.kinds ?? ''}>
          {[...kinds.options(task.workKindId), { value: null, label: t('common:workKinds.none') }].map(
            ({ value, label }) => (
              <Menu.Item
                key={value}
                onClick={() => void act(() => call('tasks.change', { id: task.id, workKindId: value }))}
              >
                {label}
              </Menu.Item>
            ),
          )}
        </Menu.Dropdown>
      </Menu>
    </Fact>
  );
}

function Tracked({ task, now }: { readonly task: Task; readonly now: number }) {
  const { t } = useTranslation('tasks');
  const save = useSave();
  const running = task.time.find((entry) => entry.endedAt === null);
  const tracked = task.trackedSeconds * 1000 + (running ? Math.max(0, now - running.startedAt) : 0);
  const estimate = (task.estimateMinutes ?? 0) * MINUTE;
  const onSave = async (text: string) => {
    const length = text === '' ? null : parseDuration(text);
    if (text !== '' && length === null) return t('errors:field.duration');
    const estimateMinutes = length === null ? null : length / MINUTE;
    return save(() => call('tasks.change', { id: task.id, estimateMinutes }));
  };
  return (
    <Fact label={t('field.tracked')} grow>
      <div className={classes.tracked} data-over={(estimate > 0 && tracked > estimate) || undefined}>
        <strong className="tabular">{formatDuration(tracked)}</strong>
        <span className={classes.of}>{t('panel.of')}</span>
        <span className={classes.estimate}>
          <EditableText
            label={t('field.estimate')}
            value={estimate > 0 ? formatDuration(estimate) : ''}
            placeholder={t('panel.noEstimate')}
            maxLength={20}
            onSave={onSave}
          />
        </span>
        {estimate > 0 && (
          <ProgressLine
            label={t('card.progress')}
            done={tracked}
            whole={estimate}
            text={t('card.trackedOf', {
              tracked: formatDuration(tracked),
              estimate: formatDuration(estimate),
            })}
            accent={running !== undefined}
          />
        )}
        {estimate > 0 && tracked > 0 && (
          <span className={classes.of}>
            {tracked > estimate
              ? t('panel.over', { time: formatDuration(tracked - estimate) })
              : t('panel.left', { time: formatDuration(estimate - tracked) })}
          </span>
        )}
      </div>
      {estimate === 0 && task.completedAt === null && <SimilarTook taskId={task.id} />}
    </Fact>
  );
}
