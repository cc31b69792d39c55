import { systemClock } from '#main/platform/clock.ts';
import { Backups } from '#main/store/backups.ts';
import { migrate } from '#main/store/migrate.ts';
import { openDatabase } from '#main/store/open.ts';
import { acknowledge } from './acknowledge.ts';
import { steps } from './migration-steps.ts';

/** Migrates the file that is named, with a backup first, and acknowledges that it has begun. */
const [, , file = '', folder = ''] = process.argv;
const sql = openDatabase(file);
const backups = new Backups(folder, systemClock);
acknowledge('begun');
migrate(sql, steps, () => backups.createNow(sql, 'migration'));
sql.close();
