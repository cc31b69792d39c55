import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { percent } from '#shared/domain/report-lines.ts';
import type { ReportView } from '#shared/ipc/reports.ts';
import { Button } from '../../../ui/Button.tsx';
import tiles from '../../../ui/Tiles.module.css';
import { ToReviewTile } from './ToReviewTile.tsx';

/** The sums of the whole report; what needs review stands beside them and is in none. */
export function Summary({ view, onAudit }: { readonly view: ReportView; readonly onAudit: () => void }) {
  const { t } = useTranslation('reports');
  const { total, billable, unsorted, toReview } = view;
  return (
    <dl className={tiles.tiles}>
      <div className={tiles.tile}>
        <dt>{t('tracked')}</dt>
        <dd>
          <span>{formatDuration(total)}</span>
        </dd>
      </div>
      <div className={tiles.tile}>
        <dt>{t('billable')}</dt>
        <dd>
          <span>{formatDuration(billable)}</span> {percent(billable, total)}
        </dd>
      </div>
      <div className={tiles.tile}>
        <dt>{t('unsorted')}</dt>
        <dd>
          <span>{formatDuration(unsorted)}</span>
          {percent(unsorted, total)}
          {unsorted > 0 && (
            <Button variant="link" size="sm" onClick={onAudit}>
              {t('toAudit')}
            </Button>
          )}
        </dd>
      </div>
      <ToReviewTile toReview={toReview} />
    </dl>
  );
}
