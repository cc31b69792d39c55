import { readFileSync, statSync } from 'node:fs';
import { AppError } from '#shared/ipc/errors.ts';
import type { ImportReading } from '#shared/ipc/import.ts';
import { packed } from '../../../store/failure.ts';
import type { Sql } from '../../../store/open.ts';
import type { Turn } from '../../../store/turn.ts';
import { openTable, type TableText } from './csv.ts';
import { Matcher } from './matcher.ts';
import type { Calls, FromThread, ToThread } from './protocol.ts';
import type { Pulse } from './pulse.ts';
import { firstAnswers, scan } from './scan.ts';
import { stage } from './stage.ts';
import { noticedRows, type Staged } from './staged.ts';
import { takeBack, writeStaged } from './write.ts';

/** A table of time is text; more than this is another kind of file. */
const LARGEST_FILE = 200_000_000;

export interface ServeParts {
  readonly sql: Sql;
  readonly turn: Turn;
  readonly pulse: Pulse;
  say(message: FromThread): void;
  /** Closes the database and ends the thread. */
  end(): void;
}

/** Answers what the window's thread asks, one call after the other. */
export function serve({ sql, turn, pulse, say, end }: ServeParts): (message: ToThread) => void {
  const calls = importCalls(sql, turn, pulse);
  return (message) => {
    if (message.do === 'end') return end();
    const { call, name, input } = message;
    pulse.begin((done, total) => say({ say: 'progress', call, done, total }));
    try {
      const value = (calls[name] as (input: unknown) => unknown)(input);
      say({ say: 'value', call, value });
    } catch (error) {
      say({ say: 'failure', call, failure: packed(error) });
    }
  };
}

function importCalls(sql: Sql, turn: Turn, pulse: Pulse): Calls {
  let table: TableText | null = null;
  let reading: ImportReading | null = null;
  let staged: Staged | null = null;
  const opened = () => table ?? never();
  return {
    open({ file, zone, now }) {
      table = openTable(readTable(file));
      const found = scan(table, firstAnswers(table, zone), new Matcher(sql), now, pulse);
      reading = found.reading;
      return found;
    },
    read({ now, ...answers }) {
      staged = null;
      const found = scan(opened(), answers, new Matcher(sql), now, pulse);
      reading = found.reading;
      return found;
    },
    check(order) {
      staged = stage(sql, opened(), reading ?? never(), order, pulse);
      return staged.check;
    },
    rows({ notice, offset, limit }) {
      const made = staged ?? never();
      const nameOf = sql.prepare('SELECT name FROM clients WHERE id = ?').pluck();
      return noticedRows(made, notice, offset, limit, (clientId) => {
        const draft = made.drafts.find(({ id }) => id === clientId);
        return String(draft?.row.name ?? nameOf.get(clientId) ?? '');
      });
    },
    run: (order) => writeStaged(sql, turn, staged ?? never(), order, pulse),
    undo({ importId, now }) {
      takeBack(sql, turn, importId, now, pulse);
      return null;
    },
  };
}

/** Throws AppError `limit` for a file that is too large, `unavailable` for one that cannot be read. */
function readTable(file: string): Uint8Array {
  try {
    if (statSync(file).size > LARGEST_FILE) throw new AppError('limit', { reason: 'import.tooLarge' });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('unavailable', { reason: 'import.unreadable' }, { cause: error });
  }
}

function never(): never {
  throw new AppError('conflict', { reason: 'import.nothingOpen' });
}
