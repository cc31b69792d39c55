import { parseUrl } from './url.ts';

const openable = new Set(['https:', 'mailto:']);
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const mailAddress = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
const portOnly = /^[^/]+:\d+(\/|$)/;

/**
 * The address a person meant, ready to be opened: without a scheme it is a mail address or a web page.
 * Null for anything that is not `https:` or `mailto:`.
 */
export function readLink(typed: string): string | null {
  const text = typed.trim();
  const bare = mailAddress.test(text)
    ? `mailto:${text}`
    : scheme.test(text) && !portOnly.test(text)
      ? text
      : `https://${text}`;
  const url = parseUrl(bare);
  if (!url || !openable.has(url.protocol)) return null;
  if (url.protocol === 'https:' && !url.hostname.includes('.') && url.hostname !== 'localhost') return null;
  return url.href;
}

/** What to call a link without a title: the host, or the mail address. */
export function linkName(url: string): string {
  const parsed = parseUrl(url);
  if (!parsed) return url;
  return parsed.protocol === 'mailto:' ? parsed.pathname : parsed.hostname.replace(/^www\./, '');
}
