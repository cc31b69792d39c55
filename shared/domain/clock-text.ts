/**
 * Reads a time of day as people type it: `9`, `9:30`, `930`, `09.30`, `9h30`, with `am` or `pm` too. Gives `HH:MM`,
 * or null when it is none.
 */
export function readClock(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|h|uhr)?$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const [, hourText = '', minuteText = '0', suffix] = match;
  const half = suffix === 'am' || suffix === 'pm';
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (suffix === 'pm' ? 12 : 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
