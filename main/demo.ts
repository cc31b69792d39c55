import type { contract } from '#shared/ipc/contract.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { ChangeFeed } from './store/change-feed.ts';

/**
 * Does by itself, in a throw-away profile, what a VA does on the first day: connects the account that the server on
 * loopback has, and gives each calendar and folder to the client of the same name. The sync is the real one.
 */
export async function connectSampleAccount(
  handlers: Handlers<typeof contract>,
  feed: ChangeFeed,
): Promise<void> {
  const { accountId } = await handlers['accounts.connect'](undefined);
  const clients = new Map((await handlers['clients.list'](undefined)).map(({ name, id }) => [name, id]));
  const calendars = await until(feed, async () => {
    const all = await handlers['calendar.calendars'](undefined);
    return all.length >= clients.size ? all : null;
  });
  for (const { id, name } of calendars) {
    const clientId = clients.get(name);
    if (clientId) await handlers['calendar.assign']({ calendarId: id, clientId });
  }
  const { folders } = await handlers['files.browse']({ accountId, place: { kind: 'my-drive' } });
  for (const { id, name, driveId } of folders) {
    const clientId = clients.get(name);
    if (clientId) await handlers['files.assign']({ accountId, remoteId: id, driveId, name, clientId });
  }
}

/** Asks again after every change until there is an answer. */
function until<T>(feed: ChangeFeed, ask: () => Promise<T | null>): Promise<T> {
  return new Promise((done, failed) => {
    const stop = feed.subscribe(() => void attempt());
    const attempt = async () => {
      try {
        const answer = await ask();
        if (answer === null) return;
        stop();
        done(answer);
      } catch (error) {
        stop();
        failed(error);
      }
    };
    void attempt();
  });
}
