import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { go, overviewHref } from '../../../lib/addresses.ts';
import { useCommandRegistry } from '../../../lib/commands/CommandsProvider.tsx';
import { useTimerActions } from '../../../lib/timer.ts';
import { Button } from '../../../ui/Button.tsx';
import { FloatingCard } from '../../../ui/card/FloatingCard.tsx';
import { useRoving } from '../../../ui/roving.ts';
import { TrackedBar } from '../../../ui/tracked/TrackedBar.tsx';
import classes from './TodayCard.module.css';
import { TodayClient } from './TodayClient.tsx';
import type { TodayTotalsProps } from './TodayTotals.tsx';

const about = [{ selector: '[data-anchor="today"]', side: 'above' as const }];

/** Today by client; one press on a row starts the timer there, and stops it where it runs. */
export default function TodayCard(props: TodayTotalsProps & { readonly onClose: () => void }) {
  const { rows, goal, review, onClose } = props;
  const { t } = useTranslation('shell');
  const { registry } = useCommandRegistry();
  const timer = useTimerActions();
  const titleId = useId();
  const roving = useRoving(null);
  const list = useRef<HTMLUListElement>(null);
  const sum = rows.reduce((all, row) => all + row.shown, 0);
  const leave = (run: () => void) => () => {
    onClose();
    run();
  };
  return (
    <FloatingCard
      about={about}
      labelledBy={titleId}
      width={320}
      takesFocus
      light
      onClose={onClose}
      onPress={(key) => {
        if (key !== 'arrowdown') return false;
        list.current?.querySelector('button')?.focus();
        return true;
      }}
    >
      <div className={classes.head}>
        <h2 className={classes.title} id={titleId}>
          {t('timer.byClient.title')}
        </h2>
        <span className={classes.sum}>
          <strong>{formatDuration(sum)}</strong>
          {goal > 0 && <span> {t('timer.of', { goal: formatDuration(goal) })}</span>}
        </span>
      </div>
      <div className={classes.line}>
        <TrackedBar parts={rows} goal={goal} review={review} />
      </div>
      {rows.length === 0 ? (
        <p className={classes.empty}>{t('timer.byClient.none')}</p>
      ) : (
        <ul ref={list} className={classes.list} {...roving.list}>
          {rows.map((row, index) => (
            <TodayClient
              key={row.id}
              row={row}
              focus={roving.item(row.id, index === 0)}
              onPress={leave(() => void (row.running ? timer.stop() : timer.start({ clientId: row.id })))}
            />
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        <Button size="sm" onClick={leave(() => registry.run('time.start'))}>
          {t('timer.byClient.other')}
        </Button>
        <Button variant="quiet" size="sm" onClick={leave(() => go(overviewHref('time')))}>
          {t('timer.byClient.day')}
        </Button>
      </div>
    </FloatingCard>
  );
}
