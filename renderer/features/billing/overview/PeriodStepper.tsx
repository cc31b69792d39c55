import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isYear, type Period, stepPeriod } from '#shared/domain/period.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useFormat } from '../format.ts';
import classes from './MoneyScreen.module.css';

interface PeriodStepperProps {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** The month or the year that a view is about, and a step to either side. */
export function PeriodStepper({ period, onPeriod }: PeriodStepperProps) {
  const { t } = useTranslation('money');
  const format = useFormat();
  const unit = isYear(period) ? 'year' : 'month';
  const commands = useMemo(
    () => [
      {
        id: 'money.previous',
        label: t(`period.previous.${unit}`),
        keys: '[',
        run: () => onPeriod(stepPeriod(period, -1)),
      },
      {
        id: 'money.next',
        label: t(`period.next.${unit}`),
        keys: ']',
        run: () => onPeriod(stepPeriod(period, 1)),
      },
    ],
    [t, unit, period, onPeriod],
  );
  useCommands(commands);
  return (
    <div className={classes.stepper}>
      <IconButton
        label={t(`period.previous.${unit}`)}
        icon={<IconChevronLeft size={16} stroke={1.5} />}
        size="sm"
        keys={['[']}
        onClick={() => onPeriod(stepPeriod(period, -1))}
      />
      <span className={classes.month} aria-live="polite">
        {unit === 'year' ? period : format.date(`${period}-01`, 'month')}
      </span>
      <IconButton
        label={t(`period.next.${unit}`)}
        icon={<IconChevronRight size={16} stroke={1.5} />}
        size="sm"
        keys={[']']}
        onClick={() => onPeriod(stepPeriod(period, 1))}
      />
    </div>
  );
}
