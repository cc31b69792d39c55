import type { Tax } from './tax-category.ts';

/** Of one rate: net and tax in minor units. */
export interface TaxPart extends Tax {
  readonly net: number;
  readonly tax: number;
}

/** What an invoice asks, and what happened to it since; dates ISO. */
export interface PaidInvoice {
  readonly taxes: readonly TaxPart[];
  /** Issued credit notes; what they take back, positive. */
  readonly credits: readonly { readonly on: string; readonly taxes: readonly TaxPart[] }[];
  /** In order of their days; below zero is money paid back. */
  readonly payments: readonly { readonly on: string; readonly amount: number }[];
}

export interface PaidTax extends TaxPart {
  readonly on: string;
}

/**
 * The tax that falls due as money comes in (cash accounting): each payment brings its share of every rate of what the
 * invoice then still asks for, credit notes up to that day taken off; what is paid back takes it away again. Shares are
 * always worked out on all that came in so far, so that parts add up to the whole: an invoice that is paid has brought
 * exactly its net and its tax. What comes in beyond that is owed back and brings nothing.
 */
export function taxesAsPaid({ taxes, credits, payments }: PaidInvoice): PaidTax[] {
  const brought = new Map<string, { net: number; tax: number }>();
  let paid = 0;
  return payments.flatMap(({ on, amount }) => {
    paid += amount;
    const asked = left(
      taxes,
      credits.filter((credit) => credit.on <= on).flatMap((credit) => credit.taxes),
    );
    return share(asked, paid).flatMap((now) => {
      const before = brought.get(keyOf(now)) ?? { net: 0, tax: 0 };
      brought.set(keyOf(now), now);
      const [net, tax] = [now.net - before.net, now.tax - before.tax];
      return net === 0 && tax === 0 ? [] : [{ ...now, on, net, tax }];
    });
  });
}

/** How much of each rate so much money pays for; exactly all of it when all is paid. */
function share(asked: readonly TaxPart[], paid: number): TaxPart[] {
  const whole = asked.reduce((sum, { net, tax }) => sum + net + tax, 0);
  const counted = whole > 0 ? Math.max(0, Math.min(paid, whole)) : 0;
  let [through, given] = [0, 0];
  return asked.map(({ category, rate, net, tax }) => {
    const gross = net + tax;
    through += gross;
    const upTo = portion(counted, through, whole);
    const own = upTo - given;
    given = upTo;
    const ownTax = own === gross ? tax : portion(own, tax, gross);
    return { category, rate, net: own - ownTax, tax: ownTax };
  });
}

function left(taxes: readonly TaxPart[], credited: readonly TaxPart[]): TaxPart[] {
  return taxes.map((part) => {
    const own = credited.filter((credit) => keyOf(credit) === keyOf(part));
    return {
      ...part,
      net: part.net - own.reduce((sum, { net }) => sum + net, 0),
      tax: part.tax - own.reduce((sum, { tax }) => sum + tax, 0),
    };
  });
}

/** `amount × part / whole`, rounded half away from zero; amounts are too large together for plain numbers. */
function portion(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const [top, bottom] = [BigInt(amount) * BigInt(part), BigInt(whole)];
  const negative = top < 0n !== bottom < 0n;
  const [above, below] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const rounded = Number((2n * above + below) / (2n * below));
  return negative && rounded !== 0 ? -rounded : rounded;
}

const keyOf = ({ category, rate }: Tax) => `${category} ${rate}`;
