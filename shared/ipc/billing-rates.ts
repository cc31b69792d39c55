import { z } from 'zod';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import type { Earned } from '#shared/domain/earned.ts';
import type { BookedWeek, LeftWeek } from '#shared/domain/left-to-sell.ts';
import { id, isoDate } from './fields.ts';
import { read } from './method.ts';

interface OfClient {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
}

export interface ClientRates extends OfClient {
  /** What was agreed at any time of the period. */
  readonly kinds: readonly AgreementKind[];
  readonly earned: readonly Earned[];
}

/** What an hour of work has brought; amounts in minor units, currencies never added. */
export interface RatesView {
  /** ISO dates, both included, each entry by the day of its own zone. */
  readonly from: string;
  readonly to: string;
  /** Those with work or money in the period, in order of name. */
  readonly clients: readonly ClientRates[];
  readonly totals: readonly Earned[];
}

export interface ClientWeekView extends OfClient, BookedWeek {
  /** Whole seconds in this week. */
  readonly tracked: number;
}

/** This week as it can be sold; whole seconds. */
export interface WeekView extends LeftWeek {
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly tracked: number;
  readonly booked: number;
  /** Those with work or bookings, the most booked first. */
  readonly clients: readonly ClientWeekView[];
}

const ratesQuery = z
  .strictObject({ clientId: id.nullable(), from: isoDate, to: isoDate })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'field.periodOrder' });

const topics = ['billing', 'time', 'tasks', 'clients'] as const;

export const ratesContract = {
  /** Of one client, or of all. */
  'billing.rates': read<RatesView>()(ratesQuery, topics),
  'billing.week': read<WeekView>()(z.undefined(), [...topics, 'settings']),
};
