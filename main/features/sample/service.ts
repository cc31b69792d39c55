import { defaultColumnKinds } from '#shared/domain/clients.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
import { withoutGuards } from '../../store/unguarded.ts';
import { demoOptions, type SampleOptions, tourOptions } from './options.ts';
import { writeSample } from './write.ts';

export interface SampleDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly words: Words;
  readonly belongings: readonly ClientBelongings[];
}

/** Brings the invented workspace for looking around, and takes exactly it away again. */
export class SampleService {
  readonly #deps: SampleDependencies;

  constructor(deps: SampleDependencies) {
    this.#deps = deps;
  }

  present(): boolean {
    return this.#ids().length > 0;
  }

  /** Adds the sample clients beside whatever is there. Throws `conflict` when they are there already. */
  install(): void {
    this.#write(tourOptions);
  }

  /** The larger workspace of a demo, for an empty profile. */
  installDemo(): void {
    this.#write(demoOptions);
  }

  #write(optionsAt: (now: number, zone: string) => SampleOptions): void {
    const { store, clock, words } = this.#deps;
    if (this.present()) throw new AppError('conflict', { reason: 'sample.present' });
    const names = Object.fromEntries(
      defaultColumnKinds.map((kind) => [kind, words.text(`clients:columns.${kind}`)]),
    );
    store.write((announce) => {
      writeSample(store.sql, optionsAt(clock.now(), clock.zone()), names);
      announceAll(announce);
    });
  }

  /**
   * How many invented clients stay when the sample goes: those that an invoice was issued to, once a real client got
   * one too. The numbers then form one series, and a series keeps all of its invoices.
   */
  kept(): number {
    return this.#staying(this.#ids()).length;
  }

  /** Removes every sample client with all that belongs to it, also what was added to it since, but for `kept`. */
  remove(): void {
    const { store } = this.#deps;
    store.write((announce) => {
      const ids = this.#ids();
      const staying = this.#staying(ids);
      for (const id of staying) this.#archive(id);
      const going = ids.filter((id) => !staying.includes(id));
      if (going.some((id) => this.#isBilled(id))) {
        withoutGuards(store.sql, () => this.#take(going));
      } else {
        this.#take(going);
      }
      store.sql.prepare('DELETE FROM focus_rounds WHERE sample = 1').run();
      announceAll(announce);
    });
  }

  #staying(ids: readonly string[]): readonly string[] {
    return this.#hasOwnInvoice() ? ids.filter((id) => this.#isBilled(id)) : [];
  }

  #take(ids: readonly string[]): void {
    const { store, belongings } = this.#deps;
    for (const id of ids) {
      if (this.#isBilled(id)) for (const part of belongings) part.removeKept?.(id);
      for (const part of belongings) part.remove(id);
      store.sql.prepare('DELETE FROM clients WHERE id = ?').run(id);
    }
  }

  /** It is a client like any other from now on; no timer runs for one that was put away. */
  #archive(id: string): void {
    const { sql } = this.#deps.store;
    const now = this.#deps.clock.now();
    sql.prepare('DELETE FROM time_entries WHERE ended_at IS NULL AND client_id = ?').run(id);
    sql.prepare('UPDATE clients SET sample = 0, archived_at = ? WHERE id = ?').run(now, id);
  }

  #isBilled(id: string): boolean {
    return this.#deps.belongings.some((part) => part.refusal(id)?.reason === 'client.billed');
  }

  #hasOwnInvoice(): boolean {
    const found = this.#deps.store.sql
      .prepare(
        `SELECT 1 FROM invoices JOIN clients ON clients.id = invoices.client_id
         WHERE invoices.state = 'issued' AND clients.sample = 0 LIMIT 1`,
      )
      .get();
    return found !== undefined;
  }

  #ids(): string[] {
    return this.#deps.store.sql.prepare('SELECT id FROM clients WHERE sample = 1').pluck().all() as string[];
  }
}

function announceAll(announce: (topic: 'clients' | 'tasks' | 'time' | 'billing' | 'settings') => void): void {
  for (const topic of ['clients', 'tasks', 'time', 'billing', 'settings'] as const) announce(topic);
}
