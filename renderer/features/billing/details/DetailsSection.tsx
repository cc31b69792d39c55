import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { TaxTextsForm } from '../einvoice/TaxTextsForm.tsx';
import { ProfileForm } from './ProfileForm.tsx';
import { SeriesForm } from './SeriesForm.tsx';

/** What the person's own invoices say about them, and how they are numbered. */
export default function DetailsSection() {
  const { t } = useTranslation();
  const { data: profile } = useRead('billing.profile');
  const { data: series } = useRead('billing.series');
  if (!profile || !series) return <LoadingBoxes heights={[420, 200]} label={t('common:loading')} />;
  return (
    <>
      <ProfileForm profile={profile} />
      <TaxTextsForm />
      <SeriesForm document="invoice" series={series.invoice} />
      <SeriesForm document="credit_note" series={series.creditNote} />
    </>
  );
}
