/** Turns a page of ours into a document. */
export interface PdfPrinter {
  /**
   * PDF of self-contained HTML on the paper that its style names; no script runs and nothing is fetched. `pageOf` is
   * what each page says of its number, with `{page}` and `{pages}`. Throws AppError `unavailable` when printing fails.
   */
  print(html: string, pageOf?: string): Promise<Uint8Array>;
}
