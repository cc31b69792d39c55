import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiParts, runApi } from './api.ts';
import { httpDate } from './clock.ts';
import type { OAuthAnswer, OAuthServer } from './oauth.ts';

/** One line of the request log. Tokens and bodies are not kept. */
export interface LogLine {
  method: string;
  path: string;
  operation: string;
  status: number | 'cut';
  query: Record<string, string>;
}

export interface HttpServer {
  url: string;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function oauthRoute(
  oauth: OAuthServer,
  method: string,
  url: URL,
  body: string,
  bearer: string | undefined,
): OAuthAnswer | undefined {
  const route = `${method} ${url.pathname}`;
  if (route === 'GET /o/oauth2/v2/auth') return oauth.authorise(url.searchParams);
  if (route === 'POST /token') return oauth.token(new URLSearchParams(body));
  if (route === 'POST /revoke') {
    return oauth.revoke(url.searchParams.has('token') ? url.searchParams : new URLSearchParams(body));
  }
  if (route === 'GET /v1/userinfo') return oauth.userinfo(bearer);
  return undefined;
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  response.writeHead(status, { ...headers, 'content-length': bytes.byteLength });
  response.end(bytes);
}

/** Listens on a free port of 127.0.0.1 and nowhere else. */
export async function listen(
  parts: ApiParts & { oauth: OAuthServer; log(line: LogLine): void },
  port = 0,
): Promise<HttpServer> {
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const bodyText = await read(request);
    const headers = request.headers as Record<string, string | undefined>;
    const query = Object.fromEntries(url.searchParams);
    const bearer = headers.authorization?.replace(/^Bearer /, '');
    const oauth = oauthRoute(parts.oauth, method, url, bodyText, bearer);
    if (oauth) {
      parts.log({
        method,
        path: url.pathname,
        operation: `oauth${url.pathname.replaceAll('/', '.')}`,
        status: oauth.status,
        query: {},
      });
      if (url.pathname === '/token' && parts.oauth.consent.silent) return;
      const text = typeof oauth.body === 'string' ? oauth.body : JSON.stringify(oauth.body);
      send(response, oauth.status, { 'content-type': 'application/json', ...oauth.headers }, text);
      return;
    }
    const { wire, delayMs, operation } = runApi(
      { method, path: url.pathname, search: url.searchParams, headers, bodyText },
      parts,
    );
    parts.log({ method, path: url.pathname, operation, status: wire === 'cut' ? 'cut' : wire.status, query });
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (wire === 'cut') response.destroy();
    else send(response, wire.status, { ...wire.headers, date: httpDate(parts.clock.now()) }, wire.text);
  };
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      parts.violation(`the fake failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
