import type { Span } from '#shared/domain/spans.ts';
import type { DayEvent } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { ClientMarks } from './client-marks.ts';
import type { TimeRepository } from './repository.ts';

/** Events beside tracked time, each with the entry that was made of it. */
export class DayEvents {
  readonly #entries: TimeRepository;
  readonly #marks: ClientMarks;
  readonly #agenda: Agenda;

  constructor(entries: TimeRepository, marks: ClientMarks, agenda: Agenda) {
    this.#entries = entries;
    this.#marks = marks;
    this.#agenda = agenda;
  }

  /** Events of one client or all that touch the span; whole days are those of `zone`. */
  within(bounds: Span, zone: string, clientId: string | null): DayEvent[] {
    const items = this.#agenda.between(bounds.from, bounds.to, zone, clientId);
    const entries = this.#entries.idsByEvent(items.map((item) => item.key));
    return items.flatMap(({ key, title, allDay, start, end, meetingUrl, clientId: owner }) => {
      const client = this.#marks.of(owner);
      if (!client) return [];
      const { zone: clientZone, ...mark } = client;
      const entryId = entries.get(key) ?? null;
      return [{ ...mark, clientZone, key, title, allDay, start, end, meetingUrl, entryId }];
    });
  }
}
