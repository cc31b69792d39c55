import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { percent } from '#shared/domain/report-lines.ts';
import type { AuditView } from '#shared/ipc/audit.ts';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import tiles from '../../../ui/Tiles.module.css';
import { ToReviewTile } from '../report/ToReviewTile.tsx';
import classes from './Audit.module.css';

/** How far the sorting is: by time, so that a long entry counts for what it is. */
export function Progress({ view }: { readonly view: AuditView }) {
  const { t } = useTranslation('reports');
  const { total, withCategory, withKind, toReview } = view;
  return (
    <dl className={tiles.tiles}>
      <div className={tiles.tile}>
        <dt>{t('tracked')}</dt>
        <dd>
          <span>{formatDuration(total)}</span>
        </dd>
      </div>
      {(
        [
          ['hasCategory', withCategory],
          ['hasKind', withKind],
        ] as const
      ).map(([key, done]) => (
        <div key={key} className={tiles.tile}>
          <dt>{t(`audit.${key}`, { share: percent(done, total) })}</dt>
          <dd className={classes.progress}>
            <ProgressLine
              label={t(`audit.${key}`, { share: percent(done, total) })}
              done={done}
              whole={total}
              text={percent(done, total)}
              accent
            />
          </dd>
        </div>
      ))}
      <ToReviewTile toReview={toReview} />
    </dl>
  );
}
