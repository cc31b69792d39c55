import { IconCircleCheck, IconCoffee, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './Focus.module.css';
import { FocusClock } from './FocusClock.tsx';
import { FocusMenu, type FocusMenuProps } from './FocusMenu.tsx';

export interface FocusStateProps extends FocusMenuProps {
  /** A timer runs. */
  readonly runs: boolean;
}

/** The round or break there is, with the one thing that is done next, and the rest in a menu. */
export function FocusState(props: FocusStateProps) {
  const { t } = useTranslation('focus');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every engine
    <div className={classes.focus} role="group" aria-label={t('title')} data-phase={props.round.phase}>
      {props.round.phase === 'work' ? <Work {...props} /> : <Border {...props} />}
      <FocusMenu {...props} />
    </div>
  );
}

function Work({ round, runs, actions }: FocusStateProps) {
  const { t } = useTranslation('focus');
  const { endsAt, left, length, paused } = round;
  const stopped = paused || !runs;
  return (
    <>
      <FocusClock label={t('left')} length={length} left={left} endsAt={endsAt} />
      {endsAt === null && <span className={classes.word}>{t(paused ? 'state.paused' : 'state.stands')}</span>}
      <IconButton
        label={t(stopped ? 'continue' : 'pause')}
        icon={
          stopped ? (
            <IconPlayerPlay size={16} stroke={1.5} aria-hidden />
          ) : (
            <IconPlayerPause size={16} stroke={1.5} aria-hidden />
          )
        }
        onClick={stopped ? actions.goOn : actions.pause}
      />
    </>
  );
}

/** Between work and break: nothing happens until the person chooses. */
function Border({ round, actions }: FocusStateProps) {
  const { t } = useTranslation('focus');
  const { phase, length, endsAt } = round;
  if (phase === 'done') {
    return (
      <>
        <IconCircleCheck className={classes.check} size={18} stroke={1.5} aria-hidden />
        <span className={classes.word}>{t('state.done')}</span>
        <Button
          size="sm"
          variant="primary"
          icon={<IconCoffee size={14} stroke={1.5} aria-hidden />}
          aria-label={t('startBreakOf', { time: formatDuration(round.breakLength) })}
          onClick={actions.rest}
        >
          {t('startBreak')}
        </Button>
        <Button size="sm" variant="quiet" className={classes.goOn} onClick={actions.goOn}>
          {t('goOn')}
        </Button>
      </>
    );
  }
  return (
    <>
      <IconCoffee className={classes.cup} size={16} stroke={1.5} aria-hidden />
      <span className={classes.word} data-keep>
        {t(phase === 'break' ? 'state.break' : 'state.rested')}
      </span>
      {phase === 'break' && <FocusClock label={t('leftBreak')} length={length} left={0} endsAt={endsAt} />}
      <Button size="sm" variant={phase === 'rested' ? 'primary' : 'default'} onClick={actions.goOn}>
        {t('resume')}
      </Button>
    </>
  );
}
