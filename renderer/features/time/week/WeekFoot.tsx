import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { sumOf } from './model.ts';
import classes from './WeekGrid.module.css';

interface WeekFootProps {
  readonly sums: readonly number[];
  readonly dayNames: readonly string[];
  readonly todayAt: number;
  /** Milliseconds of a day and of the week; 0 for no goal. */
  readonly dayGoal: number;
  readonly weekGoal: number;
}

/** What the days and the week come to, each against its goal. */
export function WeekFoot({ sums, dayNames, todayAt, dayGoal, weekGoal }: WeekFootProps) {
  const { t } = useTranslation('time');
  const progress = (label: string, done: number, goal: number) =>
    goal > 0 && (
      <ProgressLine
        className={classes.progress}
        label={label}
        done={done}
        whole={goal}
        text={t('common:ofGoalText', { done: formatDuration(done), goal: formatDuration(goal) })}
      />
    );
  const whole = sumOf(sums);
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('total')}</th>
        {sums.map((sum, day) => (
          <td key={dayNames[day]} className={tableStyles.number} data-today={day === todayAt || undefined}>
            {sum > 0 ? formatDuration(sum) : <span className={classes.zero}>–</span>}
            {progress(t('week.goal', { day: dayNames[day] }), sum, dayGoal)}
          </td>
        ))}
        <td className={tableStyles.number}>
          {formatDuration(whole)}
          {weekGoal > 0 && (
            <span className={classes.of}> {t('week.ofAgreed', { goal: formatDuration(weekGoal) })}</span>
          )}
          {progress(t('week.goalWeek'), whole, weekGoal)}
        </td>
      </tr>
    </tfoot>
  );
}
