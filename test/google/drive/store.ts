import type { FakeClock } from '../clock.ts';
import type { Rng } from '../rng.ts';
import { type ChangeLine, FOLDER, SHORTCUT, type SharedDrive, type StoredFile } from './types.ts';

export interface NewFile {
  name: string;
  parent: string;
  mimeType?: string;
  size?: number;
  shortcutTarget?: string;
  id?: string;
}

/** All files of all users, who sees them, and the change logs. Its methods act as a person would. */
export interface DriveStore {
  readonly files: Map<string, StoredFile>;
  readonly drives: Map<string, SharedDrive>;
  rootOf(email: string): string;
  addUser(email: string): void;
  addSharedDrive(name: string, members: Iterable<string>): SharedDrive;
  setMembers(driveId: string, members: Iterable<string>): void;
  create(by: string, file: NewFile): StoredFile;
  folder(by: string, parent: string, name: string): StoredFile;
  edit(by: string, id: string, patch: { name?: string; size?: number }): void;
  move(by: string, id: string, parent: string): void;
  trash(id: string, trashed: boolean): void;
  /** Deletes for good, with everything below. */
  remove(id: string): void;
  share(id: string, email: string): void;
  unshare(id: string, email: string): void;
  canSee(email: string, file: StoredFile): boolean;
  children(id: string): StoredFile[];
  /** The log of a user, or of one shared drive. */
  log(of: { email: string } | { driveId: string }): readonly ChangeLine[];
  /** Deleted files stay known so that their change can say so. */
  isTrashed(file: StoredFile): boolean;
}

export function createDriveStore(rng: Rng, clock: FakeClock): DriveStore {
  const files = new Map<string, StoredFile>();
  const below = new Map<string, Set<string>>();
  const drives = new Map<string, SharedDrive>();
  const roots = new Map<string, string>();
  const logs = new Map<string, ChangeLine[]>();

  const get = (id: string): StoredFile => {
    const file = files.get(id);
    if (!file) throw new Error(`no file ${id}`);
    return file;
  };
  const log = (key: string): ChangeLine[] => {
    const known = logs.get(key) ?? [];
    logs.set(key, known);
    return known;
  };
  const link = (id: string, parent: string | undefined, add: boolean): void => {
    if (parent === undefined) return;
    const set = below.get(parent) ?? new Set();
    if (add) set.add(id);
    else set.delete(id);
    below.set(parent, set);
  };
  const canSee = (email: string, file: StoredFile): boolean => {
    if (file.driveId !== undefined) {
      if (drives.get(file.driveId)?.members.has(email)) return true;
    }
    for (
      let at: StoredFile | undefined = file;
      at;
      at = at.parent === undefined ? undefined : files.get(at.parent)
    ) {
      if (at.owner === email || at.sharedWith.has(email)) return true;
    }
    return false;
  };
  const viewers = (file: StoredFile): Set<string> =>
    new Set([...roots.keys()].filter((email) => canSee(email, file)));
  const announce = (
    file: StoredFile,
    people: Iterable<string>,
    driveIds: Iterable<string | undefined> = [file.driveId],
  ): void => {
    const line: ChangeLine = { kind: 'file', id: file.id, atMs: clock.now() };
    // What happens inside a shared drive is in the drive's own log; what happens in My Drive, and what comes
    // from there or goes there, in the users' logs.
    const sides = [...driveIds];
    const inDrive = new Set(sides.filter((id) => id !== undefined));
    for (const id of inDrive) log(`drive:${id}`).push(line);
    for (const email of people) {
      const member = [...inDrive].some((id) => drives.get(id)?.members.has(email));
      if (sides.includes(undefined) || !member) log(`user:${email}`).push(line);
    }
    clock.advance(1);
  };
  const touch = (file: StoredFile, by?: string): void => {
    file.version += 1;
    if (by === undefined) return;
    file.modifiedMs = clock.now();
    file.lastModifiedBy = by;
  };
  const setDrive = (file: StoredFile, driveId: string | undefined): void => {
    file.driveId = driveId;
    for (const id of below.get(file.id) ?? []) setDrive(get(id), driveId);
  };
  const hash = (): string => Array.from({ length: 32 }, () => rng.int(16).toString(16)).join('');

  const putTop = (id: string, top: Partial<StoredFile>): void => {
    files.set(id, {
      id,
      name: '',
      mimeType: FOLDER,
      parent: undefined,
      driveId: undefined,
      owner: undefined,
      sharedWith: new Set(),
      trashed: false,
      createdMs: clock.now(),
      modifiedMs: clock.now(),
      version: 1,
      size: undefined,
      md5: undefined,
      shortcutTarget: undefined,
      lastModifiedBy: '',
      starred: false,
      ...top,
    });
  };

  const create = (by: string, input: NewFile): StoredFile => {
    const parent = files.get(input.parent);
    const driveId = drives.has(input.parent) ? input.parent : parent?.driveId;
    const mimeType = input.mimeType ?? 'application/pdf';
    const google = mimeType.startsWith('application/vnd.google-apps.');
    const file: StoredFile = {
      id: input.id ?? `1${rng.id(32)}`,
      name: input.name,
      mimeType,
      parent: input.parent,
      driveId,
      owner: driveId === undefined ? by : undefined,
      sharedWith: new Set(),
      trashed: false,
      createdMs: clock.now(),
      modifiedMs: clock.now(),
      version: 1,
      size: google ? undefined : (input.size ?? 1000 + rng.int(500_000)),
      md5: google ? undefined : hash(),
      shortcutTarget: input.shortcutTarget,
      lastModifiedBy: by,
      starred: false,
    };
    if (input.shortcutTarget !== undefined)
      Object.assign(file, { mimeType: SHORTCUT, size: undefined, md5: undefined });
    files.set(file.id, file);
    link(file.id, file.parent, true);
    announce(file, viewers(file));
    return file;
  };

  return {
    files,
    drives,
    canSee,
    create,
    rootOf: (email) => {
      const root = roots.get(email);
      if (!root) throw new Error(`no drive of ${email}`);
      return root;
    },
    addUser: (email) => {
      const id = `0A${rng.id(17)}PVA`;
      roots.set(email, id);
      putTop(id, { name: 'My Drive', owner: email, lastModifiedBy: email });
    },
    addSharedDrive: (name, members) => {
      const drive = { id: `0A${rng.id(17)}9PVA`, name, members: new Set(members), createdMs: clock.now() };
      drives.set(drive.id, drive);
      // The top folder of a shared drive has the drive's id, and is always called "Drive".
      putTop(drive.id, { name: 'Drive', driveId: drive.id });
      for (const email of drive.members)
        log(`user:${email}`).push({ kind: 'drive', id: drive.id, atMs: clock.now() });
      return drive;
    },
    setMembers: (driveId, members) => {
      const drive = drives.get(driveId);
      if (!drive) throw new Error(`no shared drive ${driveId}`);
      const after = new Set(members);
      for (const email of new Set([...drive.members, ...after])) {
        if (drive.members.has(email) !== after.has(email)) {
          log(`user:${email}`).push({ kind: 'drive', id: driveId, atMs: clock.now() });
        }
      }
      drive.members = after;
    },
    folder: (by, parent, name) => create(by, { name, parent, mimeType: FOLDER }),
    edit: (by, id, patch) => {
      const file = get(id);
      if (patch.name !== undefined) file.name = patch.name;
      if (patch.size !== undefined && file.size !== undefined) {
        file.size = patch.size;
        file.md5 = hash();
      }
      touch(file, by);
      announce(file, viewers(file));
    },
    move: (by, id, parent) => {
      const file = get(id);
      const before = viewers(file);
      const fromDrive = file.driveId;
      link(id, file.parent, false);
      file.parent = parent;
      link(id, parent, true);
      setDrive(file, drives.has(parent) ? parent : files.get(parent)?.driveId);
      if (file.driveId !== undefined) file.owner = undefined;
      else file.owner ??= by;
      touch(file);
      announce(file, new Set([...before, ...viewers(file)]), [fromDrive, file.driveId]);
    },
    trash: (id, trashed) => {
      const file = get(id);
      file.trashed = trashed;
      touch(file);
      announce(file, viewers(file));
    },
    remove: (id) => {
      const drop = (file: StoredFile, people: Set<string>): void => {
        for (const child of [...(below.get(file.id) ?? [])]) drop(get(child), people);
        files.delete(file.id);
        below.delete(file.id);
        link(file.id, file.parent, false);
      };
      const file = get(id);
      const people = viewers(file);
      drop(file, people);
      announce(file, people);
    },
    share: (id, email) => {
      const file = get(id);
      file.sharedWith.add(email);
      touch(file);
      announce(file, viewers(file));
    },
    unshare: (id, email) => {
      const file = get(id);
      const before = viewers(file);
      file.sharedWith.delete(email);
      touch(file);
      announce(file, before);
    },
    children: (id) => [...(below.get(id) ?? [])].flatMap((child) => files.get(child) ?? []),
    log: (of) => log('email' in of ? `user:${of.email}` : `drive:${of.driveId}`),
    isTrashed: (file) => {
      for (
        let at: StoredFile | undefined = file;
        at;
        at = at.parent === undefined ? undefined : files.get(at.parent)
      ) {
        if (at.trashed) return true;
      }
      return false;
    },
  };
}
