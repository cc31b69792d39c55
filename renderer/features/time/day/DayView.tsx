import { type KeyboardEvent, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration, HOUR } from '#shared/domain/duration.ts';
import type { DayView as Day, EntryView } from '#shared/ipc/time.ts';
import { useCountedUntil, useMinute } from '../../../lib/clock.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { HourLines } from '../../../ui/timeline/HourLines.tsx';
import { NowLine } from '../../../ui/timeline/NowLine.tsx';
import { offset, type Scale } from '../../../ui/timeline/scale.ts';
import timeline from '../../../ui/timeline/Timeline.module.css';
import type { EntryActions } from '../actions.ts';
import { AllDayEvents, CalendarColumn } from './CalendarColumn.tsx';
import classes from './DayView.module.css';
import { EntriesColumn } from './EntriesColumn.tsx';
import { dayModel } from './model.ts';
import { TrackedPanel } from './TrackedPanel.tsx';
import { useDaySight } from './use-day-sight.ts';

export interface DayViewProps {
  readonly day: Day;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
  /** Instants to begin a new entry with. */
  readonly onFill: (from: number, to: number) => void;
  readonly onSplit: (entry: EntryView) => void;
  /** The entry of this id took the focus. */
  readonly onTouch: (id: string) => void;
}

const remPerHour = 6;
/** The smallest block, in rem, and the time it stands for. */
const least = 1.375;
const leastShown = (least / remPerHour) * HOUR;

/**
 * A day's entries beside its calendar, on one scale, and what they come to. Kept as it is while another day is read,
 * which would otherwise wait until this one is drawn again.
 */
export const DayView = memo(function DayView(props: DayViewProps) {
  const { day, actions, onEdit, onFill, onSplit, onTouch } = props;
  const { t } = useTranslation('time');
  const now = useMinute();
  const running = day.entries.find((entry) => entry.endedAt === null);
  const counted = useCountedUntil(running?.startedAt ?? null);
  const model = useMemo(() => dayModel(day, Math.min(counted, day.to), leastShown), [day, counted]);
  const scale = useMemo<Scale>(() => ({ from: day.from, to: day.to, remPerHour }), [day.from, day.to]);
  const { scroller, inSight } = useDaySight(day, model.reach?.from ?? null, now);

  return (
    <div className={classes.day}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a day without entries could not be scrolled by keyboard */}
      <section className={classes.scroller} ref={scroller} tabIndex={0} aria-label={t('day.hours')}>
        <div className={classes.heads}>
          <div className={classes.head}>
            <h3 className={classes.headTitle}>{t('day.calendar')}</h3>
            {day.events.some((event) => !event.allDay && !event.entryId) && (
              <span className={classes.headMeta}>
                <Kbd keys={['E']} /> {t('day.eventToEntry')}
              </span>
            )}
            <AllDayEvents events={day.events} />
          </div>
          <div className={classes.head}>
            <h3 className={classes.headTitle}>
              {t('day.entries')} <span className={classes.count}>{model.entries.length || ''}</span>
            </h3>
            {model.reach && (
              <span className={classes.headMeta}>
                <span className="tabular">
                  {formatClockRange(model.reach.from, model.reach.to, day.zone)}
                </span>
                <strong className={classes.headSum}>{formatDuration(model.total)}</strong>
              </span>
            )}
          </div>
        </div>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the blocks inside, caught on their way up */}
        <div
          className={`${timeline.frame} ${classes.frame}`}
          style={{ height: `${offset(scale, day.to)}rem` }}
          onKeyDown={moveBetweenColumns}
          onFocus={({ target }) => target.dataset.entry && onTouch(target.dataset.entry)}
        >
          <HourLines scale={scale} zone={day.zone} />
          <CalendarColumn day={day} scale={scale} now={now} actions={actions} />
          <EntriesColumn
            model={model}
            inSight={inSight}
            scale={scale}
            zone={day.zone}
            now={now}
            least={least}
            actions={actions}
            onEdit={onEdit}
            onFill={onFill}
            onSplit={onSplit}
          />
          <NowLine scale={scale} zone={day.zone} />
        </div>
      </section>
      <TrackedPanel day={day} model={model} />
    </div>
  );
});

/** Left and right go between calendar and entries, to what stands nearest in time. */
function moveBetweenColumns(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  const from = document.activeElement?.closest<HTMLElement>('[data-column]');
  if (!from) return;
  const here = document.activeElement?.getBoundingClientRect().top ?? 0;
  const other = event.currentTarget.querySelectorAll<HTMLElement>(
    `[data-column="${event.key === 'ArrowLeft' ? 'calendar' : 'entries'}"] [data-roving]`,
  );
  const nearest = [...other].toSorted(
    (a, b) => Math.abs(a.getBoundingClientRect().top - here) - Math.abs(b.getBoundingClientRect().top - here),
  )[0];
  if (!nearest) return;
  event.preventDefault();
  nearest.focus();
}
