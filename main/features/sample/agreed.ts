import type { AgreementKind, TermsOf } from '#shared/domain/agreement-terms.ts';
import type { Random } from './random.ts';

type Agreed = {
  readonly [Kind in AgreementKind]: {
    readonly kind: Kind;
    /** Whole units of the currency. */
    readonly rate: number;
    readonly terms: TermsOf<Kind>;
  };
}[AgreementKind];

const hour = 3600;
const usual = [36, 42, 45, 48, 52] as const;

/** What is agreed with a sample client: some have a retainer, a day rate or prices per task; most pay by the hour. */
export function sampleTerms(name: string, random: Random, unit: number): Agreed {
  const rate = random.pick(usual);
  const retainer = (fee: number, hours: number, cap: number): Agreed => ({
    kind: 'retainer',
    rate: fee,
    terms: {
      seconds: hours * hour,
      cycleDay: 1,
      carryCap: cap * hour,
      carryCycles: 1,
      overageRate: rate * unit,
      fee: 'advance',
    },
  });
  switch (name) {
    case 'Northwind Bakery':
      return retainer(760, 20, 5);
    case 'Acme Dental':
      return retainer(480, 12, 3);
    case 'Tern Architects':
      return { kind: 'day_rate', rate: 280, terms: { halfFrom: 1, fullFrom: 240, over: null } };
    case 'Harbour Yoga':
      return { kind: 'per_task', rate: 22, terms: {} };
    default:
      return { kind: 'hourly', rate, terms: { kindRates: {} } };
  }
}
