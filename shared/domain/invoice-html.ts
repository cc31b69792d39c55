import { escapeHtml } from './html-text.ts';
import { factsPart } from './invoice-page/facts.ts';
import { footPart } from './invoice-page/foot.ts';
import { headerPart } from './invoice-page/header.ts';
import { linesPart } from './invoice-page/lines.ts';
import { notesPart } from './invoice-page/notes.ts';
import { totalsPart } from './invoice-page/totals.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.ts';
import { invoiceStyle, pageStyle } from './invoice-style.ts';
import { documentLocale } from './invoice-text.ts';

/**
 * Nothing may load but the fonts that whoever shows the page serves with it, and pictures that are a part of the page
 * itself. No script may run. The policy is the same for every page: a document that is written anew keeps the old ones.
 */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:";

export interface PageParts {
  /** The `@font-face` rules of the fonts, whose addresses depend on where the page is shown. */
  readonly fontCss?: string;
  /** The picture of the logo as a `data:` address; without it its place stays empty. */
  readonly logoUrl?: string | null;
}

/**
 * The page of an invoice: the preview and the printed document alike. Everything a person wrote is escaped.
 */
export function invoiceHtml(
  snapshot: InvoiceSnapshot,
  { fontCss = '', logoUrl = null }: PageParts = {},
): string {
  const { texts, language, look } = snapshot;
  const heading = snapshot.kind === 'credit_note' ? texts.creditNote : texts.invoice;
  const title = `${heading} ${snapshot.number ?? texts.draft}`;
  return `<!doctype html>
<html lang="${escapeHtml(documentLocale(language))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${fontCss}${pageStyle(look.paper, look.accent)}${invoiceStyle}</style>
</head>
<body><main class="sheet">
${headerPart(snapshot, logoUrl)}
<div class="title"><h1>${escapeHtml(heading)}</h1>${snapshot.number === null ? `<span class="badge">${escapeHtml(texts.draft)}</span>` : ''}</div>
${factsPart(snapshot)}
${linesPart(snapshot)}
${totalsPart(snapshot)}
${notesPart(snapshot)}
${footPart(snapshot)}
</main></body>
</html>`;
}
