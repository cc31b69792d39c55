/** For libraries that want a `Date`; the only maker of one outside the clock adapters. @param instant UTC milliseconds. */
export function toDate(instant: number): Date {
  return new Date(instant);
}
