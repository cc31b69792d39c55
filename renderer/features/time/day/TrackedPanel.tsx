import { IconArrowsDiff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { length } from '#shared/domain/spans.ts';
import type { DayView } from '#shared/ipc/time.ts';
import { reviewGap } from '../../../lib/review.ts';
import { StateWord } from '../../../ui/Chip.tsx';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { TrackedSummary } from '../../../ui/tracked/TrackedSummary.tsx';
import type { DayModel } from './model.ts';
import classes from './TrackedPanel.module.css';

/** What the day comes to: by client, against the goal, and what is missing or counted twice. */
export function TrackedPanel({ day, model }: { readonly day: DayView; readonly model: DayModel }) {
  const { t } = useTranslation('time');
  const { reach, gapTotal, overlapTotal, reviewTotal, reviews } = model;
  const first = reviews[0]?.review;
  return (
    <aside className={classes.panel} aria-label={t('day.tracked')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('day.tracked')}</h3>
        {reach && (
          <span className={classes.meta}>
            {t('day.since', {
              time: formatDuration(length(reach)),
              clock: formatClock(reach.from, day.zone),
            })}
          </span>
        )}
      </div>
      <div className={classes.body}>
        <TrackedSummary
          parts={model.parts}
          goal={day.targetMinutes * MINUTE}
          review={reviewTotal}
          notes={
            <>
              {gapTotal > 0 && <span>{t('day.gap', { time: formatDuration(gapTotal) })}</span>}
              {first && (
                <button type="button" className={classes.review} onClick={() => reviewGap(first.id)}>
                  {reviewTotal > 0
                    ? t('gaps:toReview', { time: formatDuration(reviewTotal) })
                    : t('gaps:clockToReview')}
                </button>
              )}
              {overlapTotal >= MINUTE && (
                <StateWord tone="warning" icon={<IconArrowsDiff size={14} stroke={1.5} aria-hidden />}>
                  {t('day.overlap', { time: formatDuration(overlapTotal) })}
                </StateWord>
              )}
            </>
          }
        />
        {model.entries.length === 0 && <p className={classes.empty}>{t('day.nothing')}</p>}
        <div className={classes.hints}>
          <KeyHints
            hints={[
              { keys: ['↑', '↓'], label: t('hint.move') },
              { keys: ['Enter'], label: t('hint.edit') },
            ]}
          />
          <KeyHints
            hints={[
              { keys: ['T'], label: t('hint.start') },
              { keys: ['Del'], label: t('hint.delete') },
            ]}
          />
          <KeyHints
            hints={[
              { keys: ['Alt ↑ ↓'], label: t('hint.edges') },
              { keys: ['S'], label: t('hint.split') },
              { keys: ['M'], label: t('hint.merge') },
            ]}
          />
        </div>
      </div>
    </aside>
  );
}
