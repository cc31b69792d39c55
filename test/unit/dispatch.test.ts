import { expect, it } from 'vitest';
import { z } from 'zod';
import { createDispatcher } from '#main/ipc/dispatch.ts';
import { read } from '#shared/ipc/method.ts';

it('an error that nobody expected leaves its place in the log, and not its words', async () => {
  const lines: [event: string, fields: object | undefined][] = [];
  const note = (event: string, fields?: object) => void lines.push([event, fields]);
  const dispatcher = createDispatcher(
    { 'clients.list': read<null>()(z.undefined(), []) },
    {
      'clients.list': () => {
        throw Object.assign(new TypeError('Meyer has no rate'), { code: 'SQLITE_ERROR' });
      },
    },
    { info: note, warn: note, error: note },
    (code) => code,
  );
  expect(await dispatcher.call(true, 'clients.list', undefined)).toMatchObject({
    ok: false,
    code: 'internal',
  });
  expect(lines).toEqual([
    [
      'ipc.failed',
      {
        name: 'clients.list',
        error: 'TypeError',
        code: 'SQLITE_ERROR',
        at: expect.stringMatching(/^dispatch\.test\.ts:\d+:\d+ dispatch\.ts:\d+:\d+/),
      },
    ],
  ]);
  expect(JSON.stringify(lines)).not.toContain('Meyer');
});
