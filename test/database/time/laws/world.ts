import { rmSync } from 'node:fs';
import { GapRepository } from '#main/features/time/gap-rows.ts';
import { EntryList } from '#main/features/time/list.ts';
import { length, spanOf } from '#shared/domain/spans.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { EntryView, GapView } from '#shared/ipc/time.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { addClients, boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

export const works = [
  { clientId: northwind, taskId: newsletter },
  { clientId: fjord, taskId: boardPack },
  { clientId: northwind, taskId: null, note: 'phone' },
] as const;

/** A workspace on a real file, a computer and a person, with what must be true of them at any time. */
export class World {
  readonly clock: FakeClock;
  readonly #file: string;
  readonly #ids = new CountingIds();
  time: ReturnType<typeof openTime>;

  constructor(file: string, zone: string) {
    this.#file = file;
    for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
    this.clock = new FakeClock('2026-10-24T20:00:00Z', zone);
    this.time = this.#open();
    addClients(this.time.store);
    this.time.pulse.start();
  }

  /** The app ends, in good order or not, and is started again after a while. */
  restart(away: number, inGoodOrder: boolean): void {
    const { events, power } = this.time;
    if (inGoodOrder) this.time.pulse.stop();
    this.time.store.close();
    this.clock.advance(away);
    this.time = this.#open();
    this.time.events.push(...events);
    this.time.power.idle = power.idle;
    this.time.pulse.start();
  }

  entries(): EntryView[] {
    return new EntryList(this.time.store.sql).all({ clientId: null }, null, 0);
  }

  gaps(): GapView[] {
    return new GapRepository(this.time.store.sql).touching({ from: 0, to: Number.MAX_SAFE_INTEGER }, null);
  }

  openGaps(): GapView[] {
    return this.gaps().filter(({ answer }) => answer === null);
  }

  running(): EntryView | null {
    return this.time.timer.running();
  }

  /** Until when the running timer is settled. */
  settled(): number {
    const wall = this.time.store.sql.prepare('SELECT wall FROM timer_beat').pluck().get();
    return Math.max((wall as number | undefined) ?? 0, this.clock.now());
  }

  /** How far a running timer is ahead of a clock that was corrected by a second or two, and for which it waits. */
  ahead(): number {
    return this.running() ? this.settled() - this.clock.now() : 0;
  }

  /** Milliseconds that are accounted for: in entries, or waiting for an answer. */
  accounted(): number {
    const settled = this.settled();
    const tracked = this.entries().reduce((sum, entry) => sum + length(spanOf(entry, settled)), 0);
    return this.openGaps().reduce((sum, gap) => sum + gap.endedAt - gap.startedAt, tracked);
  }

  /** Runs what may be refused by a rule; a refusal must have changed nothing. */
  attempt<T>(work: () => T): T | null {
    this.look();
    const before = this.snapshot();
    try {
      return work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (this.snapshot() !== before) throw new Error(`refused with ${error.code}, but changed something`);
      return null;
    }
  }

  /** The watch looks, as it does when the computer wakes. */
  look(): void {
    this.time.power.resume();
  }

  snapshot(): string {
    const all = (table: string) => this.time.store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
    return JSON.stringify([all('time_entries'), all('time_gaps')]);
  }

  close(): void {
    this.time.store.close();
  }

  #open() {
    const time = openTime(this.#file, this.clock, this.#ids);
    time.preferences.idleMinutes = 2;
    return time;
  }
}
