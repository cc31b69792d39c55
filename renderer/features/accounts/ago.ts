const steps: readonly [limit: number, size: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [3_600_000, 60_000, 'minute'],
  [86_400_000, 3_600_000, 'hour'],
  [Number.POSITIVE_INFINITY, 86_400_000, 'day'],
];

/** How long ago an instant was, in words: "2 minutes ago". Both in UTC milliseconds. */
export function ago(at: number, now: number, locale: string): string {
  const passed = Math.max(0, now - at);
  const [, size, unit] = steps.find(([limit]) => passed < limit) ?? [0, 86_400_000, 'day' as const];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(passed / size), unit);
}
