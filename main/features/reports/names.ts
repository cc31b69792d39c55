import type { ReportNames } from '#shared/domain/report-label.ts';
import { workKindName } from '#shared/domain/work-kind.ts';
import type { ReportView } from '#shared/ipc/reports.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { Words } from '../../ports/words.ts';
import type { Sql } from '../../store/open.ts';

type Named = Pick<ReportView, 'clients' | 'tasks'>;

/** What things are called in reports that leave the app: in the person's language, or in the reader's. */
export class NameSource {
  readonly #sql: Sql;
  readonly #words: Words;
  readonly #documentWords: DocumentWords;

  constructor(sql: Sql, words: Words, documentWords: DocumentWords) {
    this.#sql = sql;
    this.#words = words;
    this.#documentWords = documentWords;
  }

  /** `language` is the reader's (BCP 47); null for the person's own. */
  names({ clients, tasks }: Named, language: string | null): ReportNames {
    const spoken = language ?? this.#words.language();
    const text: ReportNames['text'] = (key, values) => this.#documentWords.text(spoken, key, values);
    const kinds = this.#sql.prepare('SELECT id, name FROM work_kinds').all() as {
      id: string;
      name: string | null;
    }[];
    const named = new Map(
      kinds.map((kind) => [kind.id, workKindName(kind, (id) => text(`common:workKind.${id}`))]),
    );
    return {
      // British order, which no reader of English mistakes.
      locale: spoken === 'en' ? 'en-GB' : spoken,
      text,
      kindName: (id) => named.get(id) ?? id,
      clients,
      tasks,
    };
  }
}
