/** Turns a page of ours into a document. */
export interface PdfPrinter {
  /** A4 PDF of self-contained HTML; no script runs and nothing is fetched. Throws AppError `unavailable` when printing fails. */
  print(html: string): Promise<Uint8Array>;
}
