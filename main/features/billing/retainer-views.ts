import { formatDates } from '#shared/domain/clock-format.ts';
import { alertLevel } from '#shared/domain/retainer-alert.ts';
import type { Cycle } from '#shared/domain/retainer-cycles.ts';
import type { CycleEntryView, CycleView, RetainerView } from '#shared/ipc/billing-retainers.ts';
import type { Sql } from '../../store/open.ts';
import { timeWords } from './line-texts.ts';
import type { Parties } from './parties.ts';
import type { BookedCycle, RetainerBook, Retainers } from './retainers.ts';
import type { Tools } from './tools.ts';

interface ClientRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly language: string;
}

export interface RetainerViews {
  /** Every retainer of a client with all its cycles, or those of all clients with their last ones. */
  all(clientId: string | null): RetainerView[];
  /** The work behind one cycle, and where each piece came from. */
  cycle(clientId: string, agreementId: string, start: string): CycleEntryView[];
}

/** So many cycles are shown where it is about all clients; the ledger runs over all. */
const ofEach = 6;

/** The ledgers of retainers as screens show them; time in whole seconds. */
export function createRetainerViews(
  sql: Sql,
  retainers: Retainers,
  parties: Parties,
  { today, documentWords }: Pick<Tools, 'today' | 'documentWords'>,
): RetainerViews {
  const clients = sql.prepare<[string | null, string | null], ClientRow>(
    `SELECT id AS clientId, name AS clientName, color, language FROM clients c
     WHERE (? IS NULL OR id = ?) AND EXISTS
       (SELECT 1 FROM agreements a WHERE a.client_id = c.id AND a.kind = 'retainer')
     ORDER BY name COLLATE NOCASE`,
  );
  const entry = sql.prepare<[string], { zone: string; title: string | null }>(
    `SELECT e.zone, coalesce(t.title, nullif(e.note, '')) AS title FROM time_entries e
     LEFT JOIN tasks t ON t.id = e.task_id WHERE e.id = ?`,
  );

  const books = (clientId: string, shown: number) =>
    retainers.of(clientId, (_, index, cycles) => index >= cycles.length - shown);

  function view(client: ClientRow, { agreement, cycles }: RetainerBook, shown: number): RetainerView[] {
    const last = cycles.at(-1);
    if (!last) return [];
    const { language, ...named } = client;
    const running = last.end >= today() ? last : null;
    const alert = running && alertLevel(running.ledger.worked, available(running));
    const { seconds, carryCap, carryCycles } = last.version.terms;
    return [
      {
        ...named,
        agreementId: agreement.id,
        title: agreement.title,
        seconds,
        carryCap,
        carryCycles,
        cycles: cycles.slice(-shown).map((cycle) => cycleView(cycle, cycle === running)),
        alert,
        note: running && alert !== null ? note(client, running, language) : null,
      },
    ];
  }

  /** A mail that the person may send, or not. */
  function note({ clientId }: ClientRow, { start, end, ledger }: BookedCycle, language: string): string {
    const own = language.startsWith('de') ? 'de' : 'en';
    const hours = timeWords(documentWords, own);
    const say = (key: string) =>
      documentWords.text(own, `billing:retainerNote.${key}`, {
        period: formatDates(start, end, own),
        worked: hours(ledger.worked),
        all: hours(available({ ledger })),
        left: hours(ledger.left),
        over: hours(ledger.over),
        name: parties.profile().name,
      });
    const body = say(ledger.left > 0 ? 'left' : 'over');
    const address = encodeURIComponent(parties.party(clientId).email).replaceAll('%40', '@');
    return `mailto:${address}?subject=${encodeURIComponent(say('subject'))}&body=${encodeURIComponent(body)}`;
  }

  return {
    all(clientId) {
      const shown = clientId === null ? ofEach : Number.POSITIVE_INFINITY;
      return clients
        .all(clientId, clientId)
        .flatMap((client) => books(client.clientId, shown).flatMap((book) => view(client, book, shown)));
    },
    cycle(clientId, agreementId, start) {
      const reading = (one: Cycle) => one.start === start;
      const book = retainers.of(clientId, reading).find(({ agreement }) => agreement.id === agreementId);
      const cycle = book?.cycles.find((one) => one.start === start);
      if (!cycle) return [];
      const at = new Map(cycle.entries.map((one) => [one.entryId, one]));
      return cycle.ledger.entries.flatMap(({ entryId, carried, included, over }) => {
        const own = at.get(entryId);
        const row = entry.get(entryId);
        if (!own || !row) return [];
        const { startedAt, rawSeconds, seconds } = own;
        return [{ ...row, entryId, startedAt, rawSeconds, seconds, carried: total(carried), included, over }];
      });
    },
  };
}

function cycleView(cycle: BookedCycle, current: boolean): CycleView {
  const { start, end, ledger, part, hours: claimed, entries } = cycle;
  const { carriedIn, carriedOut, included, worked, over, left, lapsed } = ledger;
  const seconds = { included, worked, over, left, lapsed };
  return {
    start,
    end,
    ...seconds,
    tracked: entries.reduce((sum, { rawSeconds }) => sum + rawSeconds, 0),
    carriedIn: total(carriedIn),
    carriedOut: total(carriedOut),
    part,
    current,
    settled: claimed?.issued === true,
  };
}

function available({ ledger }: Pick<BookedCycle, 'ledger'>): number {
  return ledger.included + total(ledger.carriedIn);
}

function total(parts: readonly { readonly seconds: number }[]): number {
  return parts.reduce((sum, { seconds }) => sum + seconds, 0);
}
