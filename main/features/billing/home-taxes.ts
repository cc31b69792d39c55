import { nationalCurrency } from '#shared/domain/country-currency.ts';
import { exchanged } from '#shared/domain/display-currency.ts';
import { periodDates } from '#shared/domain/period.ts';
import type { HomeTaxes } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

interface DocumentRow {
  readonly month: string;
  readonly currency: string;
  readonly sign: 1 | -1;
  readonly displayCurrency: string | null;
  readonly rate: string | null;
  readonly net: number;
  readonly tax: number;
}

/**
 * Reads what invoices of a year in other currencies come to in the one that taxes are paid in, by the day of the
 * document, each at the rate that is on it, as the document says it (Directive 2006/112/EC, articles 91 and 230). Null
 * where the person's country, or its currency, is not known.
 */
export function createHomeTaxes(sql: Sql): (year: string) => HomeTaxes | null {
  const country = sql.prepare<[], string>('SELECT country FROM business_profile').pluck();
  const documents = sql.prepare<[string, string, string], DocumentRow>(
    `SELECT substr(i.issue_date, 1, 7) AS month, i.currency, CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END AS sign,
       i.display_currency AS displayCurrency, i.display_rate AS rate, sum(t.net_minor) AS net, sum(t.tax_minor) AS tax
     FROM invoices i CROSS JOIN invoice_taxes t ON t.invoice_id = i.id
     WHERE i.state = 'issued' AND i.issue_date BETWEEN ? AND ? AND i.currency <> ?
     GROUP BY i.id ORDER BY 1, 2`,
  );
  return (year) => {
    const home = nationalCurrency(country.get() ?? '');
    if (home === null) return null;
    const { from, to } = periodDates(year);
    const sums = new Map<string, HomeTaxes['rows'][number]>();
    let without = 0;
    for (const { month, currency, sign, displayCurrency, rate, net, tax } of documents.all(from, to, home)) {
      if (displayCurrency !== home || rate === null) {
        without += 1;
        continue;
      }
      const at = { currency: home, rate };
      const sum = sums.get(`${month} ${currency}`) ?? { month, currency, net: 0, tax: 0 };
      sums.set(`${month} ${currency}`, {
        ...sum,
        net: sum.net + sign * exchanged(net, currency, at),
        tax: sum.tax + sign * exchanged(tax, currency, at),
      });
    }
    return { currency: home, rows: [...sums.values()], without };
  };
}
