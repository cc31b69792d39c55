/** Texts in a language that is chosen by the document, not by the person at the screen. */
export interface DocumentWords {
  /** `key` is `namespace:path`. */
  text(language: string, key: string, values?: Readonly<Record<string, string | number>>): string;
}
