/** Percent of a cycle's hours at which a person is told. */
export const alertLevels = [70, 90, 100] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** The highest level that the work of a cycle has reached of all its hours, carried ones too; null below the first. */
export function alertLevel(worked: number, available: number): AlertLevel | null {
  if (available <= 0) return worked > 0 ? 100 : null;
  return alertLevels.findLast((level) => worked * 100 >= available * level) ?? null;
}
