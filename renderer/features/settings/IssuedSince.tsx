import { useTranslation } from 'react-i18next';
import { useRead } from '../../lib/queries.ts';

/** Warns of invoices that a backup does not hold: their numbers would be given a second time. `at`: UTC milliseconds. */
export function IssuedSince({ at }: { readonly at: number }) {
  const { t } = useTranslation('settings');
  const { data: count = 0 } = useRead('billing.issuedSince', { at });
  return count > 0 ? <strong>{t('backup.issuedSince', { count })}</strong> : null;
}
