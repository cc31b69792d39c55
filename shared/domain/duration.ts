/** Milliseconds in a minute and in an hour. */
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/**
 * A length of time in words that read alike in every language: `0m`, `45m`, `3h`, `1h 05m`, `−20m`.
 * @param ms length in milliseconds; parts of a minute are cut off, as a timesheet does.
 */
export function formatDuration(ms: number): string {
  const sign = ms <= -MINUTE ? '−' : '';
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${sign}${rest}m`;
  if (rest === 0) return `${sign}${hours}h`;
  return `${sign}${hours}h ${String(rest).padStart(2, '0')}m`;
}

/**
 * Whole seconds beside money: `5h 40m`, with seconds where there are any (`5h 40m 23s`), so that what is shown adds up
 * and hours by their rate are the amount.
 */
export function formatExact(seconds: number): string {
  const sign = seconds < 0 ? '−' : '';
  const total = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const rest = total % 60;
  const small = hours === 0 ? `${minutes}m` : `${two(minutes)}m`;
  const parts = [
    hours > 0 ? `${hours}h` : '',
    minutes > 0 || (hours > 0 && rest > 0) || total === 0 ? small : '',
    rest > 0 ? `${hours + minutes > 0 ? two(rest) : rest}s` : '',
  ];
  return sign + parts.filter(Boolean).join(' ');
}

/**
 * A running timer, which counts its seconds: `0:42:10`.
 * @param ms elapsed milliseconds; a clock that was set back shows as zero, never as a negative time.
 */
export function formatRunning(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * Reads what a person types as a length: `1h 05m`, `1:05`, `90`, `90m`, `1.5h`, `1,5`.
 * A bare whole number is minutes, a bare number with a decimal mark is hours.
 * @returns milliseconds, or null when it cannot be read or is not above zero.
 */
export function parseDuration(text: string): number | null {
  const input = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(input);
  if (clock) return positive(Number(clock[1]) * 60 + Number(clock[2]));
  if (/^\d{1,5}$/.test(input)) return positive(Number(input));
  if (/^\d{0,3}\.\d{1,2}$/.test(input)) return positive(Number(input) * 60);
  const parts =
    /^(?:(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|std|hours?))?\s*(?:(\d{1,4})\s*(?:m|min|minutes?)?)?$/.exec(input);
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return null;
  return positive(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0));
}

function positive(minutes: number): number | null {
  return minutes > 0 ? Math.round(minutes) * MINUTE : null;
}
