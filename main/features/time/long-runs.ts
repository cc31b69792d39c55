import { dateOf } from '#shared/domain/local-time.ts';
import { whatToAsk } from '#shared/domain/still-working.ts';
import type { EntryView, StillWorking } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Beat } from './beats.ts';

/** The question about a timer that runs for so long that it may have been forgotten. */
export class LongRuns {
  readonly #settings: Settings;
  readonly #clock: Clock;
  #question: { readonly entryId: string; readonly why: StillWorking['why'] } | null = null;

  constructor({ settings, clock }: { readonly settings: Settings; readonly clock: Clock }) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /** The question that is open, if it is still about what runs. */
  about(running: EntryView | null): StillWorking | null {
    if (!running || this.#question?.entryId !== running.id) return null;
    return { entry: running, why: this.#question.why };
  }

  /** @returns whether it was open. */
  confirm(id: string): boolean {
    if (this.#question?.entryId !== id) return false;
    this.#question = null;
    return true;
  }

  /** Asks once past midnight and once over the set length; answers what was asked. */
  ask(entry: EntryView, beat: Beat | null, at: number): Partial<Beat> {
    const asked = beat?.entryId === entry.id ? beat : null;
    const zone = this.#clock.zone();
    const why = whatToAsk({
      ran: at - entry.startedAt,
      overMidnight: dateOf(entry.startedAt, zone) < dateOf(at, zone),
      longHours: this.#settings.get('longTimerHours'),
      askedMidnight: asked?.askedMidnight ?? false,
      askedLength: asked?.askedLength ?? false,
    });
    if (!why) return {};
    this.#question = { entryId: entry.id, why };
    return why === 'midnight' ? { askedMidnight: true } : { askedLength: true };
  }

  /** Puts back what is remembered now. */
  memory(): () => void {
    const question = this.#question;
    return () => {
      this.#question = question;
    };
  }
}
