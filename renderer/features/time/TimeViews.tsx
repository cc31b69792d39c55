import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/Segmented.tsx';

/** Day, week and list are this feature's own; the others are shown by the feature that adds time up. */
export type TimeView = 'day' | 'week' | 'list' | 'report' | 'audit';

interface TimeViewsProps {
  readonly view: TimeView;
  readonly onView: (view: TimeView) => void;
}

/** The ways to look at tracked time. */
export function TimeViews({ view, onView }: TimeViewsProps) {
  const { t } = useTranslation('time');
  return (
    <Segmented
      label={t('view')}
      value={view}
      onChange={onView}
      options={[
        { value: 'day', label: t('views.day') },
        { value: 'week', label: t('views.week') },
        { value: 'list', label: t('views.list') },
        { value: 'report', label: t('views.report') },
        { value: 'audit', label: t('views.audit') },
      ]}
    />
  );
}
