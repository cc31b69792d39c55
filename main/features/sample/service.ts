import { defaultColumnKinds } from '#shared/domain/clients.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Words } from '../../ports/words.ts';
import type { Store } from '../../store/store.ts';
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
   * Removes every sample client with all that belongs to it, also what was added to it since. One that an invoice
   * was issued for stays, archived: issued invoices are kept, whoever they are for.
   */
  remove(): void {
    const { store, belongings, clock } = this.#deps;
    const keepBilled = store.sql.prepare('UPDATE clients SET sample = 0, archived_at = ? WHERE id = ?');
    store.write((announce) => {
      for (const clientId of this.#ids()) {
        if (belongings.some((part) => part.refusal(clientId)?.reason === 'client.billed')) {
          keepBilled.run(clock.now(), clientId);
          continue;
        }
        for (const part of belongings) part.remove(clientId);
        store.sql.prepare('DELETE FROM clients WHERE id = ?').run(clientId);
      }
      store.sql.prepare('DELETE FROM focus_rounds WHERE sample = 1').run();
      announceAll(announce);
    });
  }

  #ids(): string[] {
    return this.#deps.store.sql.prepare('SELECT id FROM clients WHERE sample = 1').pluck().all() as string[];
  }
}

function announceAll(announce: (topic: 'clients' | 'tasks' | 'time' | 'billing' | 'settings') => void): void {
  for (const topic of ['clients', 'tasks', 'time', 'billing', 'settings'] as const) announce(topic);
}
