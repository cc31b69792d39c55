import { Temporal } from 'temporal-polyfill';

/** The ISO date of a number of days since 1970. */
export function dateText(day: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
}
