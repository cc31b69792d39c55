import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import tiles from '../../../ui/Tiles.module.css';

/** What needs review beside the sums, and is in none; `toReview` in milliseconds. */
export function ToReviewTile({ toReview }: { readonly toReview: number }) {
  const { t } = useTranslation('reports');
  return (
    <div className={tiles.tile} data-warning={toReview > 0 || undefined}>
      <dt>{t('toReview')}</dt>
      <dd>
        {toReview > 0 && <IconAlertTriangle size={16} stroke={1.5} aria-hidden />}
        <span>{formatDuration(toReview)}</span>
        {toReview > 0 && t('notCounted')}
      </dd>
    </div>
  );
}
