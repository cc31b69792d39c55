import type { LineRecord, NewLine } from './invoice-rows.ts';

/** A line of a credit note: the billed line as it was when all of it is taken back, else one piece of the amount. */
export function creditLine(
  line: LineRecord,
  net: number,
  place: Pick<NewLine, 'id' | 'invoiceId' | 'position'>,
): NewLine {
  const { clientId, text, taxCategory, taxRate } = line;
  const same = { clientId, text, taxCategory, taxRate, correctsLineId: line.id, net };
  if (net !== line.net) return { ...same, ...place, kind: 'free', quantity: 1000, unit: net };
  const { kind, quantity, unit, percent, detail, seconds } = line;
  return { ...same, ...place, kind, quantity, unit, percent, detail, seconds };
}
