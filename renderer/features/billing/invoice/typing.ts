import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';

/** Text that is being typed and is not saved yet, by `note` or a line's id. */
export type Typing = Readonly<Record<string, string>>;

/** The page as it will be once what is being typed is saved. An issued invoice is never touched. */
export function applyTyping(snapshot: InvoiceSnapshot, typing: Typing): InvoiceSnapshot {
  if (snapshot.number !== null) return snapshot;
  return {
    ...snapshot,
    note: typing.note ?? snapshot.note,
    lines: snapshot.lines.map((line) => ({ ...line, text: typing[line.id] ?? line.text })),
  };
}
