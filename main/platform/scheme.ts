import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { parseUrl } from '#shared/domain/url.ts';

export const appScheme = 'app';
export const appOrigin = 'app://clientele';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

// Mantine sets style attributes at run time, hence unsafe-inline for styles, never for scripts.
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/**
 * Serves files below `root` and nothing else, with the policy on every answer. Resolves once a page was asked for and
 * its answer is on its way.
 */
export function serveApp(session: Session, root: string): Promise<void> {
  return new Promise((resolve) => {
    session.protocol.handle(appScheme, async (request) => {
      const file = containedPath(root, request.url);
      if (!file) return new Response('Not found', { status: 404 });
      try {
        return new Response(await readFile(file), { headers: headersFor(file) });
      } catch {
        return new Response('Not found', { status: 404 });
      } finally {
        setImmediate(() => setImmediate(resolve));
      }
    });
  });
}

/** The file a URL names, or null when it would lie outside `root`. */
export function containedPath(root: string, address: string): string | null {
  const url = parseUrl(address);
  if (url?.host !== 'clientele') return null;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(root, path === '/' ? 'index.html' : path));
  return file.startsWith(root + sep) ? file : null;
}

function headersFor(file: string): Record<string, string> {
  return {
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
}
