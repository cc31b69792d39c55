import type { Statement } from 'better-sqlite3';
import type { Sql } from './open.ts';

/** Prepares each text once and keeps it: preparing takes longer than most statements run. */
export class Statements {
  readonly #sql: Sql;
  readonly #known = new Map<string, Statement>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** For texts of the program only, of which there are few. Whether rows are plucked or raw stays with the text. */
  prepare(text: string): Statement {
    const known = this.#known.get(text) ?? this.#sql.prepare(text);
    this.#known.set(text, known);
    return known;
  }
}
