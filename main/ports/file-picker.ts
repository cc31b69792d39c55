export interface FileQuestion {
  /** Title of the dialog. */
  readonly title: string;
  /** Which files are shown first: a word for them, and their endings without the dot. */
  readonly kind: { readonly name: string; readonly extensions: readonly string[] };
  /** The word for showing all files. */
  readonly all: string;
}

/** Asks the person for a file that is there already. */
export interface FilePicker {
  /** Its path; null when the person cancelled. */
  pick(question: FileQuestion): Promise<string | null>;
}
