import { Temporal } from 'temporal-polyfill';

export const backupReasons = ['scheduled', 'migration', 'manual'] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface Backup {
  /** The file's name in the backup folder. */
  readonly name: string;
  /** UTC milliseconds. */
  readonly at: number;
  readonly reason: BackupReason;
}

const pattern = /^clientele-(\d{8}T\d{6}Z)-(scheduled|migration|manual)\.db$/;

export function backupName(at: number, reason: BackupReason): string {
  const stamp = Temporal.Instant.fromEpochMilliseconds(at)
    .toString({ smallestUnit: 'second' })
    .replaceAll(/[-:]/g, '');
  return `clientele-${stamp}-${reason}.db`;
}

/** The copy of a file that a person chose to restore; it is none of the kept backups. */
export const chosenName = 'chosen.db';

/** What a file name says; null for files that are none of our backups. */
export function parseBackupName(name: string): Backup | null {
  const [, stamp, reason] = pattern.exec(name) ?? [];
  if (!stamp || !reason) return null;
  try {
    return { name, at: Temporal.Instant.from(stamp).epochMilliseconds, reason: reason as BackupReason };
  } catch {
    return null;
  }
}

/**
 * Which backups to delete: kept are the three newest of today, the newest of each of the ten latest days that
 * have one, and always the newest of all. Days are those of `zone`.
 */
export function superfluous(backups: readonly Backup[], now: number, zone: string): Backup[] {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const today = dayOf(now);
  const kept = new Set(newestFirst.filter((backup) => dayOf(backup.at) === today).slice(0, 3));
  const days = new Set<string>();
  for (const backup of newestFirst) {
    const day = dayOf(backup.at);
    if (days.size < 10 && !days.has(day)) kept.add(backup);
    days.add(day);
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}

/** Whether it is time for the next scheduled backup: `every` milliseconds since the newest, or a clock set back. */
export function backupDue(newest: Backup | null, now: number, every: number): boolean {
  return newest === null || now - newest.at >= every || newest.at > now;
}
