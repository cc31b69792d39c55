import { type ReactNode, useId } from 'react';
import type { useRoving } from '../../../ui/roving.ts';
import type { DueTask } from '../model.ts';
import classes from './DueColumn.module.css';
import { TaskLine } from './TaskLine.tsx';

export interface TaskListProps {
  readonly tasks: readonly DueTask[];
  readonly zone: string;
  readonly roving: ReturnType<typeof useRoving>;
  readonly heading: ReactNode;
  /** Where the heading does not say whose task it is. */
  readonly showClient?: boolean;
}

/** A heading and its tasks on one card. */
export function TaskList({ tasks, zone, roving, heading, showClient = false }: TaskListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.group}>
      <div className={classes.groupHead} id={id}>
        {heading}
      </div>
      <ul className={classes.card}>
        {tasks.map((due) => (
          <TaskLine
            key={due.task.id}
            due={due}
            zone={zone}
            showClient={showClient}
            focus={roving.item(due.task.id)}
          />
        ))}
      </ul>
    </section>
  );
}
