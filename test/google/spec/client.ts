import type { FakeGoogle } from '../index.ts';

const AUTH = 'https://www.googleapis.com/auth/';
export const ALL_SCOPES = [
  `${AUTH}calendar.events`,
  `${AUTH}calendar.calendarlist.readonly`,
  `${AUTH}drive.metadata.readonly`,
];

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, read by tests only
  body: any;
  headers: Headers;
}

/** A bare HTTP client of the fake for one user, without any library between. */
export function bareClient(google: FakeGoogle, email: string, scopes: readonly string[] = ALL_SCOPES) {
  const token = google.accounts.issueAccess(
    google.accounts.grant(google.accounts.userByEmail(email), google.client.id, scopes),
  );
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(`${google.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  };
}

/** A timed event in Berlin on a day of 2026. */
export function timed(summary: string, date: string, hour = 9) {
  const at = (h: number) => ({
    dateTime: `${date}T${String(h).padStart(2, '0')}:00:00`,
    timeZone: 'Europe/Berlin',
  });
  return { summary, start: at(hour), end: at(hour + 1) };
}
