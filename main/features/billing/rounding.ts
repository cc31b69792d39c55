import { type RoundingTerms, unrounded } from '#shared/domain/billed-rounding.ts';
import type { Sql } from '../../store/open.ts';

/** Looks up how a client's hours are rounded when they are billed. */
export function createRounding(sql: Sql): (clientId: string) => RoundingTerms {
  const terms = sql.prepare<[string], RoundingTerms>(
    'SELECT rounding, rounding_minutes AS minutes, rounding_per AS per FROM time_terms WHERE id = ?',
  );
  return (clientId) => terms.get(clientId) ?? unrounded;
}

/** Whole seconds of entry `e` as tracked. */
export const rawSeconds = '((e.ended_at - e.started_at) / 1000)';

const unit = '(r.rounding_minutes * 60)';

/**
 * Whole seconds of entry `e` as billed under the terms `r` of its client, as `roundSeconds` has them: for clients whose
 * hours are rounded by entry or not at all.
 */
export const billedSecondsOfEntry = `CASE r.rounding
  WHEN 'up' THEN (${rawSeconds} + ${unit} - 1) / ${unit} * ${unit}
  WHEN 'down' THEN ${rawSeconds} / ${unit} * ${unit}
  WHEN 'nearest' THEN (2 * ${rawSeconds} + ${unit}) / (2 * ${unit}) * ${unit}
  ELSE ${rawSeconds} END`;

/** The terms `r` of entry `e`; without a row nothing is rounded. */
export const joinTerms = 'LEFT JOIN time_terms r ON r.id = e.client_id';
