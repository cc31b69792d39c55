import { z } from 'zod';
import { parseInstant } from '#shared/domain/instant.ts';
import type { DriveGateway, FolderPlace, RemoteFile, RemoteFileChange } from '../ports/drive-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
import { readable } from './problems.ts';
import type { GoogleSessions } from './sessions.ts';

const FOLDER = 'application/vnd.google-apps.folder';
const FILE_FIELDS =
  'id,name,mimeType,parents,driveId,trashed,size,modifiedTime,lastModifyingUser(displayName),version,md5Checksum,webViewLink,shortcutDetails(targetId)';
const ALL = { supportsAllDrives: true, includeItemsFromAllDrives: true } as const;

const fileSchema = z.object({
  id: z.string().min(1),
  name: z.string().default(''),
  mimeType: z.string().default('application/octet-stream'),
  parents: z.array(z.string()).optional(),
  driveId: z.string().optional(),
  trashed: z.boolean().default(false),
  size: z.string().regex(/^\d+$/).optional(),
  modifiedTime: z.string().optional(),
  lastModifyingUser: z.object({ displayName: z.string().optional() }).optional(),
  version: z.string().default(''),
  md5Checksum: z.string().optional(),
  webViewLink: z.string().optional(),
  shortcutDetails: z.object({ targetId: z.string().optional() }).optional(),
});

const startSchema = z.object({ startPageToken: z.string().min(1) });

const listSchema = z.object({
  files: z.array(fileSchema).default([]),
  nextPageToken: z.string().optional(),
  incompleteSearch: z.boolean().optional(),
});

const changesSchema = z.object({
  nextPageToken: z.string().optional(),
  newStartPageToken: z.string().optional(),
  changes: z
    .array(
      z.object({
        changeType: z.string().default('file'),
        time: z.string().optional(),
        removed: z.boolean().default(false),
        fileId: z.string().optional(),
        driveId: z.string().optional(),
        file: fileSchema.optional(),
      }),
    )
    .default([]),
});

const at = (text: string | undefined): number => (text === undefined ? 0 : parseInstant(text));

function mapFile(file: z.infer<typeof fileSchema>): RemoteFile {
  return {
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    folder: file.mimeType === FOLDER,
    parentId: file.parents?.[0] ?? null,
    driveId: file.driveId ?? null,
    trashed: file.trashed,
    size: file.size === undefined ? null : Number(file.size),
    modifiedAt: at(file.modifiedTime),
    modifiedBy: file.lastModifyingUser?.displayName ?? '',
    version: file.version,
    md5: file.md5Checksum ?? null,
    webUrl: file.webViewLink?.startsWith('https://') ? file.webViewLink : null,
    shortcutTarget: file.shortcutDetails?.targetId ?? null,
  };
}

function mapChange(change: z.infer<typeof changesSchema>['changes'][number]): RemoteFileChange[] {
  const when = at(change.time);
  if (change.changeType === 'drive') {
    if (change.driveId === undefined) return [];
    return [{ kind: change.removed ? 'drive-lost' : 'drive-found', driveId: change.driveId }];
  }
  if (change.removed || !change.file) {
    return change.fileId === undefined ? [] : [{ kind: 'removed', at: when, id: change.fileId }];
  }
  return [{ kind: 'file', at: when, file: mapFile(change.file) }];
}

/** Quotes text for Drive's search language. */
const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function placeQuery(place: Exclude<FolderPlace, { kind: 'shared-drives' }>): string {
  if (place.kind === 'shared-with-me') return 'sharedWithMe = true';
  return `${place.kind === 'my-drive' ? "'root'" : quote(place.folderId)} in parents`;
}

/** Google Drive v3 behind the port. Retries are not made here. */
export function createDriveGateway(sessions: GoogleSessions): DriveGateway {
  const list = async (
    accountId: string,
    query: { q: string; corpora: 'user' | 'drive' | 'allDrives'; driveId?: string },
    page: string | null,
    signal: AbortSignal,
  ) => {
    const answer = await sessions.drive(accountId, signal, (api) =>
      api.files.list(
        {
          ...query,
          ...ALL,
          pageSize: 1000,
          fields: `nextPageToken,incompleteSearch,files(${FILE_FIELDS})`,
          ...(page === null ? {} : { pageToken: page }),
        },
        { retry: false, signal },
      ),
    );
    return readable(() => {
      const found = listSchema.parse(answer.data);
      return {
        files: found.files.map(mapFile),
        nextPage: found.nextPageToken ?? null,
        incomplete: found.incompleteSearch === true,
      };
    });
  };
  const inDrive = (driveId: string | null) =>
    driveId === null ? { corpora: 'user' as const } : { corpora: 'drive' as const, driveId };

  return {
    async startCursor(accountId, driveId, signal) {
      const answer = await sessions.drive(accountId, signal, (api) =>
        api.changes.getStartPageToken(
          { supportsAllDrives: true, ...(driveId === null ? {} : { driveId }) },
          { retry: false, signal },
        ),
      );
      return readable(() => startSchema.parse(answer.data)).startPageToken;
    },

    async changes(accountId, driveId, cursor, signal) {
      const answer = await sessions.drive(accountId, signal, (api) =>
        api.changes.list(
          {
            pageToken: cursor,
            pageSize: 1000,
            fields: `nextPageToken,newStartPageToken,changes(changeType,time,removed,fileId,driveId,file(${FILE_FIELDS}))`,
            ...ALL,
            ...(driveId === null ? {} : { driveId }),
          },
          { retry: false, signal },
        ),
      );
      return readable(() => {
        const page = changesSchema.parse(answer.data);
        const nextPage = page.nextPageToken ?? null;
        const nextCursor = nextPage === null ? (page.newStartPageToken ?? null) : null;
        if (nextPage === null && nextCursor === null) throw new TypeError('the changes have no end');
        return { changes: page.changes.flatMap(mapChange), nextPage, nextCursor };
      });
    },

    async children(accountId, folderId, driveId, page, signal) {
      const q = `${quote(folderId)} in parents and trashed = false`;
      const found = await list(accountId, { q, ...inDrive(driveId) }, page, signal);
      // An incomplete search would look like deleted files, so it is no answer.
      if (found.incomplete) throw new RemoteError('failed', { status: 200 });
      return found;
    },

    async folders(accountId, place, page, signal) {
      const folders = `mimeType = '${FOLDER}' and trashed = false`;
      if (place.kind !== 'shared-drives') {
        const q = `${placeQuery(place)} and ${folders}`;
        return list(
          accountId,
          { q, ...inDrive(place.kind === 'folder' ? place.driveId : null) },
          page,
          signal,
        );
      }
      const found = await list(accountId, { q: folders, corpora: 'allDrives' }, page, signal);
      const top = found.files.filter((file) => file.driveId !== null && file.parentId === file.driveId);
      return { files: top, nextPage: found.nextPage };
    },

    async file(accountId, fileId, signal) {
      const answer = await sessions.drive(accountId, signal, (api) =>
        api.files.get({ fileId, fields: FILE_FIELDS, supportsAllDrives: true }, { retry: false, signal }),
      );
      return readable(() => mapFile(fileSchema.parse(answer.data)));
    },
  };
}
