import { toIso } from '../clock.ts';
import type { Context, Handlers } from '../context.ts';
import { errors } from '../google-error.ts';
import { renderDrive, renderFile } from './render.ts';
import type { DriveStore } from './store.ts';
import type { ChangeLine } from './types.ts';

/** changes.getStartPageToken and changes.list, for a user or for one shared drive. */
export function changeHandlers(store: DriveStore, first: () => number): Handlers {
  const open = (context: Context): readonly ChangeLine[] => {
    const { driveId } = context.query;
    if (driveId === undefined) return store.log({ email: context.user.email });
    if (context.query.supportsAllDrives !== true) throw errors.invalid('supportsAllDrives');
    const id = String(driveId);
    if (!store.drives.get(id)?.members.has(context.user.email)) throw errors.driveNotFound(id);
    return store.log({ driveId: id });
  };
  const render = (line: ChangeLine, email: string) => {
    const head = { kind: 'drive#change', time: toIso(line.atMs) };
    if (line.kind === 'drive') {
      const drive = store.drives.get(line.id);
      const member = drive?.members.has(email) === true;
      return {
        ...head,
        type: 'drive',
        changeType: 'drive',
        driveId: line.id,
        removed: !member,
        ...(member && drive ? { drive: renderDrive(drive) } : {}),
      };
    }
    const file = store.files.get(line.id);
    const seen = file !== undefined && store.canSee(email, file);
    return {
      ...head,
      type: 'file',
      changeType: 'file',
      fileId: line.id,
      removed: !seen,
      ...(seen ? { file: renderFile(store, file, email) } : {}),
    };
  };
  return {
    'drive.changes.getStartPageToken': (context) => ({
      body: { kind: 'drive#startPageToken', startPageToken: String(first() + open(context).length) },
    }),
    'drive.changes.list': (context) => {
      const { query, user } = context;
      const log = open(context);
      const base = first();
      if (query.driveId !== undefined && query.includeItemsFromAllDrives !== true) {
        throw errors.invalid('includeItemsFromAllDrives');
      }
      const token = Number(query.pageToken);
      if (!Number.isInteger(token) || token < base || token > base + log.length) {
        throw errors.invalid('pageToken');
      }
      const limit = Math.min(Number(query.pageSize ?? 100), context.pageCap);
      const start = token - base;
      // A file that changed often is told once, at its latest place; pages cut the raw log.
      const last = new Map<string, number>();
      for (const [i, line] of log.entries()) last.set(`${line.kind}:${line.id}`, i);
      const end = Math.min(log.length, start + limit);
      const lines = log
        .slice(start, end)
        .filter((line, i) => last.get(`${line.kind}:${line.id}`) === start + i);
      return {
        body: {
          kind: 'drive#changeList',
          ...(end < log.length
            ? { nextPageToken: String(base + end) }
            : { newStartPageToken: String(base + end) }),
          changes: lines
            .map((line) => render(line, user.email))
            .filter((c) => query.includeRemoved !== false || !c.removed)
            .filter(
              (c) =>
                query.includeItemsFromAllDrives === true || !('file' in c) || c.file?.driveId === undefined,
            ),
        },
      };
    },
  };
}
