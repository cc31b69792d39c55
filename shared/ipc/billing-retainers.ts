import { z } from 'zod';
import type { AlertLevel } from '#shared/domain/retainer-alert.ts';
import { clientRef, clientScope } from './billing-fields.ts';
import { id, isoDate } from './fields.ts';
import { read } from './method.ts';

/** One cycle of a retainer; whole seconds. */
export interface CycleView {
  /** First and last day, ISO dates. */
  readonly start: string;
  readonly end: string;
  readonly carriedIn: number;
  readonly included: number;
  /** All that was tracked, what that counts as once rounded, and what of it went over. */
  readonly tracked: number;
  readonly worked: number;
  readonly over: number;
  readonly left: number;
  /** What goes on into the next cycle and what lapses at the end, as things stand. */
  readonly carriedOut: number;
  readonly lapsed: number;
  /** The days of a short cycle and of the whole one, where it is charged by days. */
  readonly part: { readonly days: number; readonly of: number } | null;
  readonly current: boolean;
  /** Its hours are on an issued invoice. */
  readonly settled: boolean;
}

export interface RetainerView {
  readonly agreementId: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly title: string;
  /** Terms of the newest cycle: seconds a cycle, and the most that may be carried on; null for no limit. */
  readonly seconds: number;
  readonly carryCap: number | null;
  readonly carryCycles: number;
  /** Oldest first; of one client all of them, else the last few. */
  readonly cycles: readonly CycleView[];
  /** Of the running cycle; null below 70 percent or when none runs. */
  readonly alert: AlertLevel | null;
  /** A note to the client about it, in the client's language, as an address for the person's mail program. */
  readonly note: string | null;
}

export interface CycleEntryView {
  readonly entryId: string;
  readonly startedAt: number;
  readonly zone: string;
  readonly title: string | null;
  /** As it was tracked, as it counts once rounded, and where it came from. */
  readonly rawSeconds: number;
  readonly seconds: number;
  readonly carried: number;
  readonly included: number;
  readonly over: number;
}

export const retainersContract = {
  /** Of one client, or of all. */
  'billing.retainers': read<readonly RetainerView[]>()(clientScope, ['billing', 'time', 'tasks', 'clients']),
  'billing.retainerCycle': read<readonly CycleEntryView[]>()(
    z.strictObject({ clientId: clientRef.shape.clientId, agreementId: id, start: isoDate }),
    ['billing', 'time', 'tasks', 'clients'],
  ),
};
