import { quantityScale } from '../invoice.ts';
import type { SnapshotLine } from '../invoice-snapshot.ts';
import { lineNet } from '../line-net.ts';
import { amountText, shortText } from './decimal.ts';
import type { ELine } from './model.ts';

type Priced = Pick<ELine, 'quantity' | 'unit' | 'price' | 'baseQuantity'>;

const secondsPerHour = 3600;
/** 3600 seconds are 10 000 ten-thousandths of an hour: what divides by 9 seconds has at most four decimals. */
const hourScale = 4;
const secondsPerStep = 9;

/**
 * Quantity and price of a line such that their product, rounded to the currency, is its net. No price may lie below
 * zero (BR-27), so a discount is a negative quantity. What was priced otherwise, such as a discount of so many percent
 * or a part that is credited, is one piece.
 */
export function pricedLine(line: SnapshotLine, currency: string): Priced {
  const { kind, seconds, quantity, unit, net, percent } = line;
  const exact = percent === null && lineNet(line, currency) === net;
  if (exact && (kind === 'time' || kind === 'hours') && unit >= 0) return timed(seconds ?? 0, unit, currency);
  const sign = unit < 0 ? -1 : 1;
  const pieces = exact && quantity !== null ? { count: quantity * sign, each: unit * sign } : onePiece(net);
  return {
    quantity: shortText(pieces.count, quantityScale),
    unit: kind === 'day' && exact ? 'DAY' : 'C62',
    price: amountText(pieces.each, currency),
    baseQuantity: '1',
  };
}

function onePiece(net: number) {
  return { count: net < 0 ? -(10 ** quantityScale) : 10 ** quantityScale, each: Math.abs(net) };
}

/** Hours where they are exact in four decimals, else minutes, else seconds; the price is always that of an hour. */
function timed(seconds: number, hourlyRate: number, currency: string): Priced {
  const price = amountText(hourlyRate, currency);
  if (seconds % secondsPerStep === 0) {
    const hours = (seconds / secondsPerStep) * ((10 ** hourScale * secondsPerStep) / secondsPerHour);
    return { price, quantity: shortText(hours, hourScale), unit: 'HUR', baseQuantity: '1' };
  }
  if (seconds % 60 === 0) return { price, quantity: `${seconds / 60}`, unit: 'MIN', baseQuantity: '60' };
  return { price, quantity: `${seconds}`, unit: 'SEC', baseQuantity: `${secondsPerHour}` };
}
