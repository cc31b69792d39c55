import { isBuiltIn, workKindName } from '#shared/domain/work-kind.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { WorkKind } from '#shared/ipc/work-kinds.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';

export interface WorkKindsDeps {
  readonly store: Store;
  readonly words: Words;
  readonly clock: Clock;
  readonly ids: IdSource;
}

type Row = Omit<WorkKind, 'archived'> & { readonly archived: number };

const most = 100;

/** The person's list of kinds of work. None is ever deleted, because past entries are of it. */
export class WorkKindsService {
  readonly #store: Store;
  readonly #words: Words;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor({ store, words, clock, ids }: WorkKindsDeps) {
    this.#store = store;
    this.#words = words;
    this.#clock = clock;
    this.#ids = ids;
  }

  list(): WorkKind[] {
    const rows = this.#store.sql
      .prepare(
        `SELECT k.id, k.name, k.archived,
           (SELECT count(*) FROM time_entries e WHERE e.work_kind_id = k.id) AS entries
         FROM work_kinds k ORDER BY k.rank, k.created_at, k.id`,
      )
      .all() as Row[];
    return rows.map((row) => ({ ...row, archived: row.archived === 1 }));
  }

  /** At the end of the list. Throws `invalid_input` at `name` for a name that is taken, `limit`. */
  add(name: string): { readonly id: string } {
    const kinds = this.list();
    if (kinds.length >= most) throw new AppError('limit');
    this.#assertFree(kinds, name, null);
    const id = this.#ids.next();
    this.#act('workKindAdded', name, (now) => {
      this.#store.sql
        .prepare(
          `INSERT INTO work_kinds (id, name, rank, created_at, updated_at)
           SELECT ?, ?, coalesce(max(rank), 0) + 1, ?, ? FROM work_kinds`,
        )
        .run(id, name, now, now);
    });
    return { id };
  }

  /** Throws `not_found`, `invalid_input` at `name`. */
  rename(id: string, name: string): void {
    const kinds = this.list();
    const kind = this.#kind(kinds, id);
    if (name === '' && !isBuiltIn(id)) throw invalidField('name', 'field.required');
    if (name !== '') this.#assertFree(kinds, name, id);
    const own = name === '' || (isBuiltIn(id) && name === this.#builtIn(id)) ? null : name;
    if (own === kind.name) return;
    this.#act('workKindRenamed', this.#nameOf(kind), (now) => {
      this.#store.sql
        .prepare('UPDATE work_kinds SET name = ?, updated_at = ? WHERE id = ?')
        .run(own, now, id);
    });
  }

  /** Puts a kind away, or brings it back. Throws `not_found`. */
  archive(id: string, archived: boolean): void {
    const kind = this.#kind(this.list(), id);
    if (kind.archived === archived) return;
    this.#act(archived ? 'workKindArchived' : 'workKindRestored', this.#nameOf(kind), (now) => {
      this.#store.sql
        .prepare('UPDATE work_kinds SET archived = ?, updated_at = ? WHERE id = ?')
        .run(Number(archived), now, id);
    });
  }

  /** Throws `not_found` for a kind that is not there. */
  move(id: string, above: string | null): void {
    const kinds = this.list();
    const kind = this.#kind(kinds, id);
    if (above !== null) this.#kind(kinds, above);
    if (above === id) return;
    const others = kinds.filter((each) => each.id !== id);
    const at = above === null ? 0 : others.findIndex((each) => each.id === above) + 1;
    const ordered = others.toSpliced(at, 0, kind);
    this.#act('workKindMoved', this.#nameOf(kind), (now) => {
      const set = this.#store.sql.prepare(
        'UPDATE work_kinds SET rank = :rank, updated_at = :now WHERE id = :id AND rank <> :rank',
      );
      for (const [index, each] of ordered.entries()) set.run({ id: each.id, rank: index + 1, now });
    });
  }

  #act(key: string, name: string, work: (now: number) => void): void {
    this.#store.act({ key: `undo.${key}`, values: { name } }, (announce) => {
      work(this.#clock.now());
      announce('time');
    });
  }

  #kind(kinds: readonly WorkKind[], id: string): WorkKind {
    const kind = kinds.find((each) => each.id === id);
    if (!kind) throw new AppError('not_found');
    return kind;
  }

  #assertFree(kinds: readonly WorkKind[], name: string, but: string | null): void {
    const folded = name.toLocaleLowerCase();
    const taken = kinds.some((kind) => kind.id !== but && this.#nameOf(kind).toLocaleLowerCase() === folded);
    if (taken) throw invalidField('name', 'workKind.taken');
  }

  #nameOf(kind: WorkKind): string {
    return workKindName(kind, (id) => this.#builtIn(id));
  }

  #builtIn(id: string): string {
    return this.#words.text(`common:workKind.${id}`);
  }
}
