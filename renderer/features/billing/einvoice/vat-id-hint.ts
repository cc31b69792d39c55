import { useTranslation } from 'react-i18next';
import { vatIdForm } from '#shared/domain/vat-id.ts';
import { vatPrefix } from '#shared/domain/vat-prefix.ts';

/** What looks wrong about a VAT ID while it is typed; undefined when nothing does. It warns and never refuses. */
export function useVatIdHint(vatId: string, country: string): string | undefined {
  const { t } = useTranslation('billing');
  const form = vatIdForm(vatId, country);
  if (form === 'ok' || form === 'empty' || form === 'unchecked') return undefined;
  return t(`vatIdForm.${form}`, { prefix: vatPrefix(country) });
}
