import { dayBorders } from '#shared/domain/day-borders.ts';
import { errorFacts } from '#shared/domain/error-facts.ts';
import type { AuditQuery, AuditView } from '#shared/ipc/audit.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Timer } from '../../ports/timer.ts';
import { ThreadError } from '../../store/failure.ts';
import type { Sql } from '../../store/open.ts';
import { areFew, fewEntries } from './source.ts';
import type { Standpoint } from './standpoint.ts';
import { createAnswers } from './thread/answers.ts';
import type { AnswerName, AnswerOf, Answers, QueryOf } from './thread/protocol.ts';
import { ReportThread, type StartReportThread } from './thread/thread.ts';

export interface DeskParts {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
  readonly startReading: StartReportThread;
  /** How many entries are added up here. */
  readonly few?: number;
}

/**
 * Decides who answers: a few thousand entries are added up here in some milliseconds; what takes longer is done by a
 * thread, so that nobody's click or key waits for it.
 */
export class ReportDesk {
  readonly #parts: DeskParts;
  readonly #here: Answers;
  readonly #thread: ReportThread;

  constructor(parts: DeskParts) {
    const { sql, timer, logger, startReading } = parts;
    this.#parts = parts;
    this.#here = createAnswers(sql);
    this.#thread = new ReportThread(
      () => startReading({ database: sql.name }),
      timer,
      (error) => logger.error('reports.thread', errorFacts(error)),
    );
  }

  /** See `ReportService.get`. */
  report(query: ReportQuery): Promise<ReportView> {
    return this.#answer('report', query);
  }

  /** See `auditOf`. */
  audit(query: AuditQuery): Promise<AuditView> {
    return this.#answer('audit', query);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }

  async #answer<Name extends AnswerName>(name: Name, query: QueryOf<Name>): Promise<AnswerOf<Name>> {
    const { settings, clock } = this.#parts;
    const from = { now: clock.now(), zone: clock.zone(), weekStart: settings.get('weekStart') };
    if (!this.#isQuick(query, from)) return this.#ask(name, query, from);
    const answer = this.#here[name] as (query: QueryOf<Name>, from: Standpoint) => AnswerOf<Name>;
    return answer(query, from);
  }

  async #ask<Name extends AnswerName>(
    name: Name,
    query: QueryOf<Name>,
    from: Standpoint,
  ): Promise<AnswerOf<Name>> {
    try {
      return await this.#thread.ask(name, query, from);
    } catch (error) {
      if (error instanceof ThreadError) this.#parts.logger.error('reports.thread', error.facts);
      throw error;
    }
  }

  #isQuick({ fromDate, toDate, clientId }: ReportQuery | AuditQuery, { zone }: Standpoint): boolean {
    const { sql, few = fewEntries } = this.#parts;
    // No other thread sees a database in memory.
    if (sql.memory) return true;
    const borders = dayBorders(fromDate, toDate, zone);
    return areFew(sql, borders[0] as number, borders.at(-1) as number, clientId, few);
  }
}
