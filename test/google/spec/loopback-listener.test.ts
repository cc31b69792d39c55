import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackListener, listenOnce } from '#main/google/loopback-listener.ts';

let listener: LoopbackListener;

beforeEach(async () => {
  listener = await listenOnce('right', { done: 'Done', refused: 'Refused' });
});
afterEach(() => listener.close());

/** Sends a request line as it is, which a well-behaved client would not; answers the status line. */
async function request(target: string): Promise<string | undefined> {
  const socket = connect(Number(new URL(listener.redirectUri).port), '127.0.0.1');
  socket.end(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
  return (await text(socket)).split('\r\n')[0];
}

describe('the listener that waits for the browser', () => {
  it('answers what is no address, and goes on waiting', async () => {
    for (const target of ['//', '//[', '/\\', 'http://[/']) {
      expect(await request(target), target).toContain('404');
    }
    expect(await request('/google/callback?state=right&code=abc')).toContain('200');
    expect(await listener.callback).toEqual({ kind: 'code', code: 'abc' });
  });

  it('ignores a callback whose state is another', async () => {
    expect(await request('/google/callback?state=wrong&code=evil')).toContain('404');
    expect(await request('/google/callback?state=right&error=access_denied')).toContain('200');
    expect(await listener.callback).toEqual({ kind: 'refused' });
  });
});
