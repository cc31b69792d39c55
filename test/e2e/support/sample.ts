import { expect, type Page } from '@playwright/test';
import type { FakeGoogle } from '#test/google/index.ts';
import { startFakeGoogle } from '#test/google/index.ts';
import { launch, type RunningApp } from './app.ts';
import { demoDraft } from './sample-money.ts';
import { callApp } from './seed.ts';

const zones = [
  'Europe/Tallinn',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Pacific/Honolulu',
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Atlantic/Azores',
];

/** A zone where it is about noon, so that the day has a past and a future whenever the test runs. */
export function zoneAtNoon(): string {
  const hours = (zone: string) =>
    Number(new Intl.DateTimeFormat('en', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format());
  const distance = (zone: string) => Math.abs(hours(zone) - 12);
  return zones.toSorted((a, b) => distance(a) - distance(b))[0] ?? 'Europe/Tallinn';
}

/** The app on the whole sample, its account connected and read to the end, a part of the work billed. */
export interface SampleApp extends RunningApp {
  /** Ids of the sample's clients by name. */
  readonly clients: ReadonlyMap<string, string>;
  /** The one invoice that is not issued. */
  readonly draft: string;
}

export async function launchSample(profile: string): Promise<SampleApp> {
  const zone = zoneAtNoon();
  const google = await startFakeGoogle({ seed: 1 });
  // Playwright has no import.meta.main; the demo's own start is not run by importing it.
  const { fillWithSample } = await import('#test/google/demo.ts');
  fillWithSample(google, zone, { events: 160, files: 240 });
  const app = await launch({
    profile,
    args: ['--demo', `--google-endpoint=${google.url}`],
    env: { TZ: zone },
  });
  const list = await callApp(app.page, 'clients.list');
  await synced(app.page, list.length);
  const draft = await demoDraft(app.page);
  return {
    ...app,
    draft,
    clients: new Map(list.map(({ name, id }) => [name, id])),
    close: () => app.close().finally(() => stopClean(google)),
  };
}

/** Waits until every client has its calendar and its folder, and nothing is on its way any more. */
async function synced(page: Page, clients: number): Promise<void> {
  const standing = async () => {
    const [account] = (await callApp(page, 'accounts.list')).accounts;
    return account ? [account.calendars, account.folders, account.run] : [];
  };
  await expect.poll(standing, { timeout: 60_000 }).toEqual([clients, clients, null]);
}

async function stopClean(google: FakeGoogle): Promise<void> {
  await google.stop();
  google.assertClean();
}
