import { useTranslation } from 'react-i18next';
import { go } from '../../../../lib/addresses.ts';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { type MoneyReport, moneyHref, moneyReports } from '../address.ts';
import tabs from '../Tabs.module.css';
import { AgeingReport } from './AgeingReport.tsx';
import { ExpectedReport } from './ExpectedReport.tsx';
import { TaxReport } from './TaxReport.tsx';
import { YearReport } from './YearReport.tsx';

interface ReportsTabProps {
  readonly report: MoneyReport;
  /** `YYYY`, of the reports that are about one. */
  readonly year: string;
}

/** Money added up: how old what is open is, what is to come in, a year by month, and its taxes. */
export default function ReportsTab({ report, year }: ReportsTabProps) {
  const { t } = useTranslation('money');
  const choice = (
    <Segmented
      label={t('report.label')}
      value={report}
      onChange={(value) => go(moneyHref({ tab: 'reports', report: value, period: null }))}
      options={moneyReports.map((value) => ({ value, label: t(`report.${value}`) }))}
    />
  );
  return (
    <div className={tabs.page}>
      {report === 'ageing' && <AgeingReport choice={choice} />}
      {report === 'expected' && <ExpectedReport choice={choice} />}
      {report === 'year' && <YearReport choice={choice} year={year} />}
      {report === 'taxes' && <TaxReport choice={choice} year={year} />}
    </div>
  );
}
