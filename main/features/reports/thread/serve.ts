import { packed } from '../../../store/failure.ts';
import type { Sql } from '../../../store/open.ts';
import { createAnswers } from './answers.ts';
import type { FromReportThread, ToReportThread } from './protocol.ts';

export interface ServeParts {
  readonly sql: Sql;
  say(message: FromReportThread): void;
  /** Closes the database and ends the thread. */
  end(): void;
}

/** Answers what the window's thread asks, one question after the other. */
export function serve({ sql, say, end }: ServeParts): (message: ToReportThread) => void {
  const answers = createAnswers(sql);
  return (message) => {
    if (message.do === 'end') return end();
    const { call, name, query, from } = message;
    try {
      const answer = answers[name] as (query: unknown, from: unknown) => unknown;
      say({ call, value: answer(query, from) });
    } catch (error) {
      say({ call, failure: packed(error) });
    }
  };
}
