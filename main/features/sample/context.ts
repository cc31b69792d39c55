import { Temporal } from 'temporal-polyfill';
import type { Category } from '#shared/domain/category.ts';
import { uuidV7 } from '#shared/domain/uuid.ts';
import type { Sql } from '../../store/open.ts';
import type { SampleOptions } from './options.ts';
import type { Random } from './random.ts';

export const minute = 60_000;
export const day = 86_400_000;

/** What every part of the sample is made with. */
export interface SampleContext {
  readonly sql: Sql;
  readonly random: Random;
  readonly options: SampleOptions;
  readonly today: Temporal.PlainDate;
}

/** A task as time and files need to know it. */
export interface MadeTask {
  readonly id: string;
  readonly clientId: string;
  /** Minutes of work that its story says were tracked. */
  readonly tracked: number;
  /** Hand-written; no other time goes to it. */
  readonly told: boolean;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly createdAt: number;
}

/** What the sample is made with; today is the day of `options.now` in `options.zone`. */
export function createContext(sql: Sql, random: Random, options: SampleOptions): SampleContext {
  const today = Temporal.Instant.fromEpochMilliseconds(options.now)
    .toZonedDateTimeISO(options.zone)
    .toPlainDate();
  return { sql, random, options, today };
}

/** An id as if made at that instant; drawn from the sample's own chance. */
export function sampleId(random: Random, at: number): string {
  return uuidV7(at, random.between(0, 4095), random.bytes(10));
}
