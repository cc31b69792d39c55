import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { announce } from '#main/ipc/announce.ts';
import { touched } from '#renderer/lib/queries.ts';
import { read, write } from '#shared/ipc/method.ts';

const contract = {
  'tasks.get': read<string>()(z.undefined(), ['tasks', 'time']),
  'clients.list': read<string>()(z.undefined(), ['clients', 'tasks']),
  'tasks.add': write()(z.undefined()),
};

describe('a change', () => {
  const changes = announce(contract, [{ topic: 'tasks', clientId: 'a' }]);

  it('names the reads it makes stale, and no write', () => {
    expect(changes).toEqual([{ topic: 'tasks', clientId: 'a', reads: ['tasks.get', 'clients.list'] }]);
  });

  it('touches reads of its client and reads across clients', () => {
    expect(touched(['tasks.get', { clientId: 'a' }], changes)).toBe(true);
    expect(touched(['clients.list', undefined], changes)).toBe(true);
    expect(touched(['tasks.get', { clientId: 'b' }], changes)).toBe(false);
    expect(touched(['app.info', undefined], changes)).toBe(false);
  });

  it('across clients touches every client', () => {
    const all = announce(contract, [{ topic: 'time', clientId: null }]);
    expect(touched(['tasks.get', { clientId: 'b' }], all)).toBe(true);
  });
});
