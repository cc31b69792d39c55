import { z } from 'zod';
import { parseInstant } from '#shared/domain/instant.ts';
import type {
  DriveGateway,
  FolderPlace,
  RemoteDrive,
  RemoteFile,
  RemoteFileChange,
} from '../ports/drive-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
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

const drivesSchema = z.object({
  drives: z.array(z.object({ id: z.string().min(1), name: z.string().default('') })).default([]),
  nextPageToken: z.string().optional(),
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
    return change.removed && change.driveId !== undefined
      ? [{ kind: 'drive-lost', driveId: change.driveId }]
      : [];
  }
  if (change.removed || !change.file) {
    return change.fileId === undefined ? [] : [{ kind: 'removed', at: when, id: change.fileId }];
  }
  return [{ kind: 'file', at: when, file: mapFile(change.file) }];
}

function parsed<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (!result.success) throw new RemoteError('failed', { cause: result.error });
  return result.data;
}

/** Quotes text for Drive's search language. */
const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function placeQuery(place: FolderPlace): string {
  if (place.kind === 'shared-with-me') return 'sharedWithMe = true';
  return `${place.kind === 'my-drive' ? "'root'" : quote(place.folderId)} in parents`;
}

/** Google Drive v3 behind the port. Retries are not made here. */
export function createDriveGateway(sessions: GoogleSessions): DriveGateway {
  const list = async (
    accountId: string,
    q: string,
    driveId: string | null,
    page: string | null,
    signal: AbortSignal,
  ) => {
    const answer = await sessions.drive(accountId, signal, (api) =>
      api.files.list(
        {
          q,
          pageSize: 1000,
          fields: `nextPageToken,incompleteSearch,files(${FILE_FIELDS})`,
          ...ALL,
          ...(driveId === null ? { corpora: 'user' } : { corpora: 'drive', driveId }),
          ...(page === null ? {} : { pageToken: page }),
        },
        { retry: false, signal },
      ),
    );
    const found = parsed(listSchema, answer.data);
    // An incomplete search would look like deleted files, so it is no answer.
    if (found.incompleteSearch) throw new RemoteError('failed', { status: 200 });
    return { files: found.files.map(mapFile), nextPage: found.nextPageToken ?? null };
  };

  const drivesPage = async (accountId: string, page: string | null, signal: AbortSignal) => {
    const answer = await sessions.drive(accountId, signal, (api) =>
      api.drives.list(
        {
          pageSize: 100,
          fields: 'nextPageToken,drives(id,name)',
          ...(page === null ? {} : { pageToken: page }),
        },
        { retry: false, signal },
      ),
    );
    return parsed(drivesSchema, answer.data);
  };

  return {
    async startCursor(accountId, driveId, signal) {
      const answer = await sessions.drive(accountId, signal, (api) =>
        api.changes.getStartPageToken(
          { supportsAllDrives: true, ...(driveId === null ? {} : { driveId }) },
          { retry: false, signal },
        ),
      );
      return parsed(z.object({ startPageToken: z.string().min(1) }), answer.data).startPageToken;
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
      const page = parsed(changesSchema, answer.data);
      const nextPage = page.nextPageToken ?? null;
      const nextCursor = nextPage === null ? (page.newStartPageToken ?? null) : null;
      if (nextPage === null && nextCursor === null) throw new RemoteError('failed');
      return { changes: page.changes.flatMap(mapChange), nextPage, nextCursor };
    },

    children: (accountId, folderId, driveId, page, signal) =>
      list(accountId, `${quote(folderId)} in parents and trashed = false`, driveId, page, signal),

    folders: (accountId, place, page, signal) =>
      list(
        accountId,
        `${placeQuery(place)} and mimeType = '${FOLDER}' and trashed = false`,
        place.kind === 'folder' ? place.driveId : null,
        page,
        signal,
      ),

    async file(accountId, fileId, signal) {
      const answer = await sessions.drive(accountId, signal, (api) =>
        api.files.get({ fileId, fields: FILE_FIELDS, supportsAllDrives: true }, { retry: false, signal }),
      );
      return mapFile(parsed(fileSchema, answer.data));
    },

    async drives(accountId, signal) {
      const out: RemoteDrive[] = [];
      let page: string | null = null;
      do {
        const found: z.infer<typeof drivesSchema> = await drivesPage(accountId, page, signal);
        out.push(...found.drives);
        page = found.nextPageToken ?? null;
      } while (page !== null);
      return out;
    },
  };
}
