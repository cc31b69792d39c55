import { join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { parseUrl } from '#shared/domain/url.ts';

export const appScheme = 'app';
export const appOrigin = 'app://clientele';

/** Chromium's number for a file that is not there. */
const FILE_NOT_FOUND = -6;

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

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
};

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
 *
 * Chromium reads the files and tells their types. `protocol.handle`, which Electron recommends instead, answers with a
 * `Response`: for that Node loads fetch, HTTP and TLS, 60 ms that the first page would wait for.
 */
export function serveApp(session: Session, root: string): Promise<void> {
  return new Promise((resolve) => {
    session.protocol.registerFileProtocol(appScheme, ({ url }, answer) => {
      const path = containedPath(root, url);
      answer(path ? { path, headers } : { error: FILE_NOT_FOUND });
      setImmediate(() => setImmediate(resolve));
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
