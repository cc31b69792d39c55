/** The parsed address, or null when it is none. (`URL.parse` is too new for the oldest runtime we test on.) */
export function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
