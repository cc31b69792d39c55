import type { FakeClock } from '../clock.ts';
import type { Handlers } from '../context.ts';
import { errors } from '../google-error.ts';
import type { Rng } from '../rng.ts';
import { changeHandlers } from './changes.ts';
import { fileHandlers } from './files.ts';
import { renderDrive } from './render.ts';
import { createDriveStore, type DriveStore } from './store.ts';

/** The Drive half of the fake. */
export interface DriveWorld {
  readonly store: DriveStore;
  readonly handlers: Handlers;
  /** Page tokens given out so far stop working, as after a long absence. */
  expireChangeTokens(): void;
}

export function createDriveWorld(rng: Rng, clock: FakeClock): DriveWorld {
  const store = createDriveStore(rng, clock);
  let base = 1000;
  return {
    store,
    // Every log starts over at a higher number, so each token given out so far lies below it.
    expireChangeTokens: () => {
      base += 1_000_000;
    },
    handlers: {
      ...fileHandlers(store, rng),
      ...changeHandlers(store, () => base),
      'drive.drives.list': ({ query, user }) => {
        const mine = [...store.drives.values()].filter((d) => d.members.has(user.email));
        const start = query.pageToken === undefined ? 0 : mine.findIndex((d) => d.id === query.pageToken) + 1;
        const limit = Number(query.pageSize ?? 10);
        const items = mine.slice(start, start + limit);
        const more = start + items.length < mine.length;
        return {
          body: {
            kind: 'drive#driveList',
            ...(more ? { nextPageToken: items.at(-1)?.id } : {}),
            drives: items.map(renderDrive),
          },
        };
      },
      'drive.drives.get': ({ params, user }) => {
        const drive = store.drives.get(params.driveId ?? '');
        if (!drive?.members.has(user.email)) throw errors.driveNotFound(params.driveId ?? '');
        return { body: renderDrive(drive) };
      },
    },
  };
}
