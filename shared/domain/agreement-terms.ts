import { z } from 'zod';

export const agreementKinds = ['hourly', 'per_task', 'day_rate', 'retainer'] as const;
export type AgreementKind = (typeof agreementKinds)[number];

/** The most that a rate, price or fee may be, in minor units: short of a typing mistake. */
export const highestRate = 1_000_000_000;
/** No month has more hours than this. */
const longestCycle = 744 * 3600;

/** A rate in minor units: more than nothing, and short of a typing mistake. */
export const rateField = z
  .int('field.amount')
  .min(1, 'agreement.rateZero')
  .max(highestRate, 'agreement.rateTooHigh');

const dayMinutes = z.int('agreement.minutes').min(1, 'agreement.minutes').max(1440, 'agreement.minutes');

const hourly = z.strictObject({
  /** Minor units per hour for some kinds of work; all others cost the agreement's rate. */
  kindRates: z.record(z.string(), rateField).default({}),
});

const dayRate = z
  .strictObject({
    /** Minutes of work from which a day counts as half, and from which it counts as whole. */
    halfFrom: dayMinutes,
    fullFrom: dayMinutes,
    /** Minor units per hour for what goes beyond `after` minutes of a day; null when nothing more is charged. */
    over: z.strictObject({ after: dayMinutes, rate: rateField }).nullable(),
  })
  .refine(({ halfFrom, fullFrom }) => halfFrom <= fullFrom, {
    path: ['fullFrom'],
    error: 'agreement.fullBeforeHalf',
  })
  .refine(({ fullFrom, over }) => over === null || over.after >= fullFrom, {
    path: ['over', 'after'],
    error: 'agreement.overBeforeFull',
  });

const retainer = z.strictObject({
  /** Hours of a cycle, in seconds. */
  seconds: z.int('agreement.hours').min(60, 'agreement.hours').max(longestCycle, 'agreement.hoursTooMany'),
  /** Day of the month on which a cycle begins; the last one of a month that is shorter. */
  cycleDay: z.int('agreement.cycleDay').min(1, 'agreement.cycleDay').max(31, 'agreement.cycleDay'),
  /** The most seconds that may go on into the next cycle; null for no limit. */
  carryCap: z
    .int('agreement.carryCap')
    .min(0, 'agreement.carryCap')
    .max(longestCycle, 'agreement.hoursTooMany')
    .nullable(),
  /** For how many cycles after its own an hour lasts; 0 when nothing is carried. */
  carryCycles: z
    .int('agreement.carryCycles')
    .min(0, 'agreement.carryCycles')
    .max(24, 'agreement.carryCycles'),
  /** Minor units per hour beyond what is included and carried; 0 when they are not charged. */
  overageRate: z
    .int('field.amount')
    .min(0, 'agreement.overageBelow')
    .max(highestRate, 'agreement.rateTooHigh'),
  /** Whether the fee falls due when a cycle begins or when it has ended. */
  fee: z.enum(['advance', 'after']),
  /** What a first or last cycle that is short costs and offers: all, as when left out, or its share by days. */
  stub: z.enum(['full', 'prorated']).optional(),
});

/** What is agreed beside the rate, by kind; messages are keys of the `errors` catalogue. */
export const termsByKind = {
  hourly,
  per_task: z.strictObject({}),
  day_rate: dayRate,
  retainer,
};

export type DayRateTerms = z.infer<typeof dayRate>;
export type TermsOf<Kind extends AgreementKind> = z.infer<(typeof termsByKind)[Kind]>;
