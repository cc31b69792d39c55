import { toIso } from '../clock.ts';
import type { DriveStore } from './store.ts';
import { FOLDER, SHORTCUT, type SharedDrive, type StoredFile } from './types.ts';

/** The full file resource for one viewer; masks and defaults are cut from it afterwards. */
export function renderFile(store: DriveStore, file: StoredFile, email: string): Record<string, unknown> {
  const target = file.shortcutTarget === undefined ? undefined : store.files.get(file.shortcutTarget);
  const parent = file.parent === undefined ? undefined : store.files.get(file.parent);
  // A parent that the viewer cannot see is left out, as for items shared on their own.
  const parentSeen = parent !== undefined && store.canSee(email, parent);
  const person = (address: string) => ({
    kind: 'drive#user',
    displayName: address.split('@')[0],
    me: address === email,
    emailAddress: address,
    permissionId: `p-${address}`,
  });
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    ...(file.parent !== undefined && parentSeen ? { parents: [file.parent] } : {}),
    ...(file.driveId === undefined ? {} : { driveId: file.driveId, teamDriveId: file.driveId }),
    ...(file.owner === undefined ? {} : { owners: [person(file.owner)], ownedByMe: file.owner === email }),
    trashed: store.isTrashed(file),
    explicitlyTrashed: file.trashed,
    starred: file.starred,
    createdTime: toIso(file.createdMs),
    modifiedTime: toIso(file.modifiedMs),
    version: String(file.version),
    ...(file.size === undefined ? {} : { size: String(file.size), quotaBytesUsed: String(file.size) }),
    ...(file.md5 === undefined ? {} : { md5Checksum: file.md5 }),
    shared: file.sharedWith.size > 0 || file.driveId !== undefined,
    spaces: ['drive'],
    ...(file.lastModifiedBy === '' ? {} : { lastModifyingUser: person(file.lastModifiedBy) }),
    iconLink: 'https://drive-thirdparty.googleusercontent.com/16/type/x',
    webViewLink:
      file.mimeType === FOLDER
        ? `https://drive.google.com/drive/folders/${file.id}`
        : `https://drive.google.com/file/d/${file.id}/view`,
    ...(file.mimeType === SHORTCUT && file.shortcutTarget !== undefined
      ? {
          shortcutDetails: {
            targetId: file.shortcutTarget,
            ...(target ? { targetMimeType: target.mimeType } : {}),
          },
        }
      : {}),
    capabilities: { canEdit: file.owner === email || file.driveId !== undefined, canDownload: true },
  };
}

export function renderDrive(drive: SharedDrive): Record<string, unknown> {
  return {
    kind: 'drive#drive',
    id: drive.id,
    name: drive.name,
    createdTime: toIso(drive.createdMs),
    hidden: false,
    colorRgb: '#0f9d58',
  };
}

/** What Drive sends when the request names no fields. */
export const DEFAULT_FIELDS: Record<string, string> = {
  'drive.files.list': 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType,driveId,teamDriveId)',
  'drive.files.get': 'kind,id,name,mimeType,driveId,teamDriveId',
  'drive.changes.list':
    'kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,driveId,file(kind,id,name,mimeType,driveId,teamDriveId),drive(kind,id,name))',
  'drive.drives.list': 'kind,nextPageToken,drives(kind,id,name)',
  'drive.drives.get': 'kind,id,name',
  'drive.changes.getStartPageToken': 'kind,startPageToken',
};
