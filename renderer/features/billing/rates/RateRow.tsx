import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Earned } from '#shared/domain/earned.ts';
import type { ClientRates } from '#shared/ipc/billing-rates.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import classes from './Rates.module.css';

export interface RateRowProps {
  readonly client: ClientRates;
  readonly earned: Earned;
  /** The first row of the client, which says its name. */
  readonly named: boolean;
}

/** A client's rate in one currency; opens to what it is made of. */
export function RateRow({ client, earned, named }: RateRowProps) {
  const { t } = useTranslation(['rates', 'billing']);
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { currency, amount, seconds, rate, parts } = earned;
  const unpaid = (['notBillable', 'writtenOff', 'unpriced'] as const).filter((why) => earned[why] > 0);
  const kinds = client.kinds.map((kind) => t(`billing:agreementKind.${kind}`)).join(', ');
  return (
    <>
      <tr>
        <td className={classes.client}>
          <button
            type="button"
            className={classes.open}
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('behind', { client: client.clientName, currency: format.currencyName(currency) })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight className={classes.chevron} size={14} stroke={1.5} aria-hidden />
            {named && <ClientName name={client.clientName} colour={client.color} />}
          </button>
        </td>
        <td className={classes.kinds}>{named && (kinds || t('nothingAgreed'))}</td>
        <td className={tableStyles.number}>{format.hours(seconds)}</td>
        <td className={tableStyles.number}>{format.money(amount, currency)}</td>
        <td className={`${tableStyles.number} ${tableStyles.strong}`}>
          {rate === null ? '–' : format.money(rate, currency)}
        </td>
      </tr>
      {open && (
        <tr id={id} className={classes.behind}>
          <td colSpan={5}>
            <table className={classes.parts}>
              <tbody>
                {parts.map((part) => (
                  <tr key={part.by}>
                    <th scope="row">{t(`part.${part.by}`)}</th>
                    <td>{part.seconds > 0 ? format.hours(part.seconds) : ''}</td>
                    <td>{format.money(part.amount, currency)}</td>
                  </tr>
                ))}
                {unpaid.map((why) => (
                  <tr key={why}>
                    <th scope="row">{t(`unpaid.${why}`)}</th>
                    <td>{format.hours(earned[why])}</td>
                    <td>–</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </td>
        </tr>
      )}
    </>
  );
}
