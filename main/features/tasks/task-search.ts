import { readSearch, type TextQuery, titleFit } from '#shared/domain/text-search.ts';
import type { TaskHit } from '#shared/ipc/tasks.ts';
import type { Sql } from '../../store/open.ts';

interface Candidate extends TaskHit {
  readonly seq: number;
}

/** So many of the newest matches are compared; older ones of a very common word are not looked at. */
const considered = 200;

/** Someone pasted a task's link. */
const taskId = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const hitSql = `
  SELECT t.seq, t.id, t.client_id AS clientId, c.name AS clientName, c.color AS clientColor, t.title,
    b.name AS columnName, b.kind AS columnKind, t.completed_at AS completedAt
  FROM tasks t JOIN board_columns b ON b.id = t.column_id JOIN clients c ON c.id = t.client_id`;

/**
 * Full-text search over all tasks. The index gives the newest matches, which costs the same however common the
 * words are; among those, fitting titles come first. (Ranking inside SQLite would score every match.)
 */
export class TaskSearch {
  readonly #byWords;
  readonly #literal;
  readonly #byId;

  constructor(sql: Sql) {
    this.#byWords = sql.prepare<[string, number], Candidate>(
      `${hitSql} WHERE t.seq IN (SELECT rowid FROM tasks_text WHERE tasks_text MATCH ? ORDER BY rowid DESC LIMIT ?)`,
    );
    this.#byId = sql.prepare<[string], Candidate>(`${hitSql} WHERE t.id = ?`);
    this.#literal = sql.prepare<{ text: string; limit: number }, Candidate>(
      `${hitSql} WHERE t.seq IN (
        SELECT seq FROM tasks
        WHERE instr(title, @text) OR instr(wanted, @text) OR instr(done_looks_like, @text)
        ORDER BY seq DESC LIMIT @limit)`,
    );
  }

  /** `first` is the client whose tasks come before equally fitting ones of others. */
  find(typed: string, limit: number, first: string | null): TaskHit[] {
    const id = taskId.exec(typed)?.[0];
    const linked = id ? this.#byId.get(id) : undefined;
    if (linked) return [withoutSeq(linked)];
    const query = readSearch(typed);
    if (query.kind === 'none') return [];
    const words = query.kind === 'words' ? query.words : [query.text];
    return this.#candidates(query)
      .map((hit) => ({ hit, score: score(hit, words, first) }))
      .sort((a, b) => b.score - a.score || b.hit.seq - a.hit.seq)
      .slice(0, limit)
      .map(({ hit }) => withoutSeq(hit));
  }

  #candidates(query: Exclude<TextQuery, { kind: 'none' }>): Candidate[] {
    if (query.kind === 'literal') return this.#literal.all({ text: query.text, limit: considered });
    const inTitle = this.#byWords.all(`title : (${query.match})`, considered);
    const anywhere = this.#byWords.all(query.match, considered);
    return [...new Map([...inTitle, ...anywhere].map((hit) => [hit.seq, hit])).values()];
  }
}

function withoutSeq({ seq: _seq, ...hit }: Candidate): TaskHit {
  return hit;
}

function score(hit: Candidate, words: readonly string[], first: string | null): number {
  return (
    titleFit(hit.title, words) * 4 + (hit.completedAt === null ? 2 : 0) + (hit.clientId === first ? 1 : 0)
  );
}
