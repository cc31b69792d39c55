import { get } from 'node:http';
import { expect, test } from 'vitest';
import { loopbackEndpoints } from '#main/google/endpoints.ts';
import { googleSetup } from '#main/google/setup.ts';
import { RemoteError } from '#main/ports/remote.ts';
import { Backoff } from '#main/sync/backoff.ts';
import { loopbackOnly } from '../support/loopback-only.ts';

const browser = { open: () => Promise.resolve() };

test.each([
  'https://127.0.0.1:9/',
  'http://localhost:9/',
  'http://example.com/',
  'http://127.0.0.1.example.com/',
  'http://user@example.com:80/',
  'nonsense',
])('another Google at %s is refused', (address) => {
  expect(() => loopbackEndpoints(address, false)).toThrow();
});

test('a packaged app takes no other Google at all', () => {
  expect(() => googleSetup('http://127.0.0.1:9/', true, browser)).toThrow(/packaged/);
  expect(googleSetup('', true, browser).endpoints.rootUrl).toBeNull();
});

test('only the consent page on loopback is visited without a browser', async () => {
  const opened: string[] = [];
  const setup = googleSetup('http://127.0.0.1:9/', false, { open: async (url) => void opened.push(url) });
  await setup.opener.open('https://example.com/help');
  await expect(setup.opener.open('http://127.0.0.1:9/o/oauth2/v2/auth?x=1')).rejects.toThrow();
  expect(opened).toEqual(['https://example.com/help']);
});

test('no socket leaves the machine', async () => {
  loopbackOnly();
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  expect(() => get({ host: '192.0.2.1', port: 80 })).toThrow(/tried to reach 192\.0\.2\.1/);
});

test('pauses grow to 64 seconds and no further, and what cannot be helped is not tried again', async () => {
  const pauses: number[] = [];
  let now = 0;
  const wait = async (ms: number) => {
    pauses.push(ms);
    now += ms;
  };
  const backoff = new Backoff({ now: () => now, random: () => 0.999, wait });
  const { signal } = new AbortController();
  let calls = 0;
  const failing = (problem: 'limited' | 'denied') =>
    backoff.run('a', signal, () => {
      calls += 1;
      return Promise.reject(new RemoteError(problem));
    });
  await expect(failing('limited')).rejects.toMatchObject({ problem: 'limited' });
  expect(calls).toBe(8);
  expect(pauses.map((ms) => Math.round(ms / 1000))).toEqual([2, 3, 5, 9, 17, 33, 64]);
  calls = 0;
  await expect(failing('denied')).rejects.toMatchObject({ problem: 'denied' });
  expect(calls).toBe(1);
});
