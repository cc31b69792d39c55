import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportNames } from '#shared/domain/report-label.ts';
import type { ReportView } from '#shared/ipc/reports.ts';
import { useWorkKinds } from '../../../lib/work-kinds.ts';

/** What the rows of a report are called, in the language of the app. */
export function useReportNames(view: Pick<ReportView, 'clients' | 'tasks'> | undefined): ReportNames {
  const { t, i18n } = useTranslation('reports');
  const { nameOf } = useWorkKinds();
  return useMemo(
    () => ({
      locale: i18n.language,
      text: (key, values) => t(key as never, { ...values }),
      kindName: nameOf,
      clients: view?.clients ?? {},
      tasks: view?.tasks ?? {},
    }),
    [t, i18n.language, nameOf, view],
  );
}
