import type { Choice } from '#shared/ipc/time.ts';
import type { Words } from '../../ports/words.ts';
import type { Sql } from '../../store/open.ts';
import { clientColumns } from './rows.ts';

type ChoiceRow = Omit<Choice, 'recent'>;

const lately = 8;
const most = 40;

/** What a timer can be started on. */
export class Choices {
  readonly #sql: Sql;
  readonly #words: Words;

  constructor(sql: Sql, words: Words) {
    this.#sql = sql;
    this.#words = words;
  }

  /**
   * Lately tracked work first, then clients, then open tasks; every word of `text` must occur in client or task.
   * With a client only its own, and its tasks also without a text.
   */
  find(text: string, clientId: string | null): Choice[] {
    const words = text
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 8);
    const patterns = words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
    const fits = (columns: string) => words.map(() => ` AND ${columns} LIKE ? ESCAPE '\\'`).join('');
    const own = clientId === null ? '' : ' AND c.id = ?';
    const withTask = fits(`(c.name || ' ' || coalesce(t.title, ''))`) + own;
    const values = clientId === null ? patterns : [...patterns, clientId];
    const recent = this.#rows(
      `SELECT ${clientColumns}, t.id AS taskId, t.title AS taskTitle
       FROM (SELECT client_id, task_id, max(started_at) AS last
             FROM (SELECT client_id, task_id, started_at FROM time_entries ORDER BY started_at DESC LIMIT 300)
             GROUP BY client_id, task_id) e
       JOIN clients c ON c.id = e.client_id LEFT JOIN tasks t ON t.id = e.task_id
       WHERE c.archived_at IS NULL AND t.completed_at IS NULL${withTask}
       ORDER BY e.last DESC LIMIT ${lately}`,
      values,
    );
    // As the chosen language sorts, like everywhere else.
    const names = new Intl.Collator(this.#words.language(), { numeric: true, sensitivity: 'base' });
    const ofClients = (pinned: 0 | 1) =>
      this.#rows(
        `SELECT ${clientColumns}, NULL AS taskId, NULL AS taskTitle FROM clients c
         WHERE c.archived_at IS NULL AND c.pinned = ${pinned}${fits('c.name')}${own}`,
        values,
      ).sort((a, b) => names.compare(a.clientName, b.clientName));
    const clients = [...ofClients(1), ...ofClients(0)].slice(0, most);
    const tasks =
      words.length === 0 && clientId === null
        ? []
        : this.#rows(
            `SELECT ${clientColumns}, t.id AS taskId, t.title AS taskTitle
             FROM tasks t JOIN clients c ON c.id = t.client_id
             WHERE t.completed_at IS NULL AND c.archived_at IS NULL${withTask}
             ORDER BY t.seq DESC LIMIT ${most}`,
            values,
          );
    const seen = new Set(recent.map(keyOf));
    const rest = [...clients, ...tasks].filter((row) => !seen.has(keyOf(row)));
    return [
      ...recent.map((row) => ({ ...row, recent: true })),
      ...rest.map((row) => ({ ...row, recent: false })),
    ];
  }

  #rows(sql: string, patterns: readonly string[]): ChoiceRow[] {
    return this.#sql.prepare(sql).all(...patterns) as ChoiceRow[];
  }
}

function keyOf(row: ChoiceRow): string {
  return `${row.clientId} ${row.taskId}`;
}
