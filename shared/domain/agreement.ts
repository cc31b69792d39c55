/** Terms by the hour; other kinds will stand beside them. */
export interface HourlyAgreement {
  readonly id: string;
  readonly validFrom: string;
  readonly currency: string;
  /** Minor units per hour. */
  readonly rate: number;
}

/** The terms that hold on a day (ISO date): the newest that had begun by then, or null before the first. */
export function agreementOn(agreements: readonly HourlyAgreement[], date: string): HourlyAgreement | null {
  let found: HourlyAgreement | null = null;
  for (const agreement of agreements) {
    if (agreement.validFrom > date) continue;
    if (!found || agreement.validFrom > found.validFrom) found = agreement;
  }
  return found;
}
