import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';

/** What the person wrote, and why no tax is charged; each once. */
export function notesPart({ note, taxNote, taxReasons }: InvoiceSnapshot): string {
  const notes = [note, taxNote, ...taxReasons.map(({ text }) => text)].map((text) => text.trim());
  return [...new Set(notes)]
    .filter(Boolean)
    .map((text) => `<p class="note lines">${escapeHtml(text)}</p>`)
    .join('');
}
