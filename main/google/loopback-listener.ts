import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseUrl } from '#shared/domain/url.ts';

const PATH = '/google/callback';

/** What the person reads in the browser when it may be closed. */
export interface ListenerTexts {
  readonly done: string;
  readonly refused: string;
}

export type Callback = { readonly kind: 'code'; readonly code: string } | { readonly kind: 'refused' };

/** Listens once, on 127.0.0.1 and a free port, for the browser to come back. */
export interface LoopbackListener {
  readonly redirectUri: string;
  /** Settles with the first callback that carries the right state; anything else is answered and ignored. */
  readonly callback: Promise<Callback>;
  close(): void;
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
    connection: 'close',
  });
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  response.end(
    `<!doctype html><title>Clientele</title><p style="font:16px system-ui;margin:4em">${safe}</p>`,
  );
}

export async function listenOnce(state: string, texts: ListenerTexts): Promise<LoopbackListener> {
  let settle: (callback: Callback) => void = () => {};
  const callback = new Promise<Callback>((resolve) => {
    settle = resolve;
  });
  // Only to connect an account: no start need load it.
  const { createServer } = await import('node:http');
  const server: Server = createServer((request, response) => {
    // Anything on this computer may send anything here: what is no address must not throw.
    const url = parseUrl(`http://127.0.0.1${request.url}`);
    if (request.method !== 'GET' || url?.pathname !== PATH || url.searchParams.get('state') !== state) {
      answer(response, 404, '');
      return;
    }
    const code = url.searchParams.get('code');
    if (code !== null) {
      answer(response, 200, texts.done);
      settle({ kind: 'code', code });
    } else {
      answer(response, 200, texts.refused);
      settle({ kind: 'refused' });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    redirectUri: `http://127.0.0.1:${port}${PATH}`,
    callback,
    close: () => {
      server.close();
      server.closeIdleConnections();
    },
  };
}
