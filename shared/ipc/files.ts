import { z } from 'zod';
import { id, requiredText } from './fields.ts';
import { read, write } from './method.ts';

/** A folder at Google that was given to a client. */
export interface FolderView {
  readonly id: string;
  readonly accountId: string;
  readonly accountEmail: string;
  readonly clientId: string;
  readonly name: string;
  /** `new`: not listed yet. `lost`: deleted, in the bin, or no longer shared. */
  readonly state: 'new' | 'present' | 'lost';
  readonly shared: boolean;
  /** Files below it, folders not counted. */
  readonly files: number;
}

export interface FileView {
  /** The file's id at Google. */
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly folder: boolean;
  /** For a folder: whether there is anything in it. */
  readonly hasChildren: boolean;
  /** Bytes; null for folders and Google's own documents. */
  readonly size: number | null;
  readonly modifiedAt: number;
  readonly modifiedBy: string;
  readonly shortcut: boolean;
  /** Where it opens in the browser. */
  readonly webUrl: string | null;
}

/** A file found by its name, with where it lies. */
export interface FoundFile extends FileView {
  /** The assigned folder. */
  readonly folderId: string;
  /** Names of the folders between the assigned one and the file. */
  readonly path: readonly string[];
}

export interface FoundView {
  readonly files: readonly FoundFile[];
  /** There are more than are told. */
  readonly more: boolean;
}

export interface FeedItem {
  readonly seq: number;
  readonly fileId: string;
  readonly name: string;
  readonly folder: boolean;
  readonly what: 'added' | 'changed' | 'renamed' | 'moved' | 'removed';
  readonly by: string;
  readonly at: number;
  /** Later than the last look. */
  readonly fresh: boolean;
  /** Null when it is no longer there. */
  readonly webUrl: string | null;
}

export interface FeedView {
  /** Null when nobody has looked yet. */
  readonly lookedAt: number | null;
  readonly fresh: number;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

export interface BrowseView {
  readonly folders: readonly {
    readonly id: string;
    readonly name: string;
    readonly driveId: string | null;
  }[];
}

const remoteId = z.string().min(1).max(200);

export const filesContract = {
  'files.folders': read<readonly FolderView[]>()(z.strictObject({ clientId: id.nullable() }), [
    'files',
    'accounts',
    'clients',
  ]),
  /** What lies in an assigned folder, or in a folder below it. Folders first, then by name. */
  'files.children': read<readonly FileView[]>()(
    z.strictObject({ folderId: id, parentId: remoteId.nullable() }),
    ['files'],
  ),
  /** Files and folders of a client whose names hold every word of `text`, whatever their case and accents; by name. */
  'files.find': read<FoundView>()(z.strictObject({ clientId: id, text: requiredText(200) }), ['files']),
  'files.feed': read<FeedView>()(
    z.strictObject({ clientId: id, limit: z.int().min(1).max(500).default(100) }),
    ['files'],
  ),
  /** The person has seen what changed up to now. */
  'files.looked': write()(z.strictObject({ clientId: id })),
  /** Asks Google for folders to choose from; needs the network. */
  'files.browse': read<BrowseView>()(
    z.strictObject({
      accountId: id,
      place: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('my-drive') }),
        z.strictObject({ kind: z.literal('shared-drives') }),
        z.strictObject({ kind: z.literal('shared-with-me') }),
        z.strictObject({ kind: z.literal('folder'), folderId: remoteId, driveId: remoteId.nullable() }),
      ]),
    }),
    [],
  ),
  'files.assign': write<{ readonly id: string }>()(
    z.strictObject({
      accountId: id,
      remoteId,
      driveId: remoteId.nullable(),
      name: requiredText(500),
      clientId: id,
    }),
  ),
  'files.unassign': write()(z.strictObject({ folderId: id })),
};
