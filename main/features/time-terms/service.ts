import { unrounded } from '#shared/domain/billed-rounding.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { TimeTermsInput, TimeTermsView } from '#shared/ipc/time-terms.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';

export interface TimeTermsDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** How a client's hours are rounded when billed, and how many are agreed for a week. An unknown client throws `not_found`. */
export class TimeTermsService {
  readonly #store: Store;
  readonly #clock: Clock;

  constructor({ store, clock }: TimeTermsDeps) {
    this.#store = store;
    this.#clock = clock;
  }

  get(clientId: string): TimeTermsView {
    this.#nameOf(clientId);
    const row = this.#store.sql
      .prepare(
        `SELECT id AS clientId, rounding, rounding_minutes AS roundingMinutes, rounding_per AS roundingPer,
           weekly_minutes AS weeklyMinutes FROM time_terms WHERE id = ?`,
      )
      .get(clientId) as TimeTermsView | undefined;
    return (
      row ?? {
        clientId,
        rounding: unrounded.rounding,
        roundingMinutes: unrounded.minutes,
        roundingPer: unrounded.per,
        weeklyMinutes: null,
      }
    );
  }

  save(input: TimeTermsInput): void {
    const name = this.#nameOf(input.clientId);
    this.#store.act({ key: 'undo.timeTermsSaved', values: { name } }, (announce) => {
      this.#store.sql
        .prepare(
          `INSERT INTO time_terms (id, rounding, rounding_minutes, rounding_per, weekly_minutes, updated_at)
           VALUES (@clientId, @rounding, @roundingMinutes, @roundingPer, @weeklyMinutes, @now)
           ON CONFLICT (id) DO UPDATE SET rounding = @rounding, rounding_minutes = @roundingMinutes,
             rounding_per = @roundingPer, weekly_minutes = @weeklyMinutes, updated_at = @now`,
        )
        .run({ ...input, now: this.#clock.now() });
      announce('billing', input.clientId);
      announce('time', input.clientId);
    });
  }

  #nameOf(clientId: string): string {
    const name = this.#store.sql.prepare('SELECT name FROM clients WHERE id = ?').pluck().get(clientId);
    if (name === undefined) throw new AppError('not_found');
    return name as string;
  }
}
