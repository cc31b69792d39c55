import { useTranslation } from 'react-i18next';
import type { ProfileView } from '#shared/ipc/billing.ts';
import { useRead } from '../../../lib/queries.ts';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { TaxTextsForm } from '../einvoice/TaxTextsForm.tsx';
import classes from './DetailsSection.module.css';
import { ProfileForm } from './ProfileForm.tsx';
import { useProfileForm } from './profile-form.ts';
import { SamplePreview } from './SamplePreview.tsx';
import { SeriesForm } from './SeriesForm.tsx';

/** What the person's own invoices say about them, how they look, and how they are numbered. */
export default function DetailsSection() {
  const { t } = useTranslation();
  const { data: profile } = useRead('billing.profile');
  const { data: series } = useRead('billing.series');
  if (!profile || !series) return <LoadingBoxes heights={[420, 200]} label={t('common:loading')} />;
  return (
    <div className={classes.section} data-wide>
      <div className={classes.parts}>
        <Details profile={profile} />
        <div className={classes.more}>
          <TaxTextsForm />
          <SeriesForm document="invoice" series={series.invoice} />
          <SeriesForm document="credit_note" series={series.creditNote} />
        </div>
      </div>
    </div>
  );
}

/** The form, and what it makes of an invoice. */
function Details({ profile }: { readonly profile: ProfileView }) {
  const form = useProfileForm(profile);
  return (
    <>
      <div className={classes.form}>
        <ProfileForm state={form} />
      </div>
      <div className={classes.sample}>
        <div className={classes.stays}>
          <SamplePreview profile={form.typed} />
        </div>
      </div>
    </>
  );
}
