import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';

/**
 * Refuses an undo that would lay an entry over time that the app has recorded by itself since: one stretch of time is
 * tracked once.
 */
export function guardEvidence(store: Store): void {
  const overlap = store.sql.prepare(
    `SELECT 1 FROM time_entries a JOIN time_entries b ON b.id <> a.id
     WHERE a.id IN (SELECT value FROM json_each(?)) AND b.id IN (SELECT value FROM json_each(?))
       AND a.started_at < ifnull(b.ended_at, 9e15) AND b.started_at < ifnull(a.ended_at, 9e15)`,
  );
  store.guardUndo('time_entries', ({ touched, sealed }) => {
    if (sealed.length === 0 || touched.length === 0) return;
    if (overlap.get(JSON.stringify(touched), JSON.stringify(sealed))) throw new AppError('conflict');
  });
}
