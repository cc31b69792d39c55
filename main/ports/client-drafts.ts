/** A client with its empty board, made but not stored: columns of the database by their own names. */
export interface ClientDraft {
  readonly id: string;
  readonly row: Readonly<Record<string, string | number | null>>;
  readonly columns: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly rank: string;
  }[];
}

/** Makes new clients for whoever stores them together with something else, in one transaction. */
export interface ClientDrafts {
  /** In the order of the names; codes and colours differ from each other's as far as they can. */
  draft(names: readonly string[]): readonly ClientDraft[];
}
