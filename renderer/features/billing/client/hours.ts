import { formatDuration, MINUTE, parseDuration } from '#shared/domain/duration.ts';
import { parseScaled } from '#shared/domain/money-text.ts';

/** Minutes of contracted hours as typed: `10`, `7.5`, `7:30`, `7h 30m`; null when they cannot be read. */
export function readHours(text: string, language: string): number | null {
  if (/[:a-z]/i.test(text)) {
    const length = parseDuration(text);
    return length === null ? null : length / MINUTE;
  }
  const hundredths = parseScaled(text, 2, language);
  return hundredths.ok ? Math.round((hundredths.value * 60) / 100) : null;
}

/** The same minutes as they may be typed again. */
export function writeHours(minutes: number | null): string {
  if (minutes === null) return '';
  return minutes % 60 === 0 ? String(minutes / 60) : formatDuration(minutes * MINUTE);
}
