import type { Page } from '@playwright/test';

/** Adds a client through the app's own door and returns its id. */
export async function addClient(page: Page, name: string): Promise<string> {
  return ask<{ clientId: string }>(page, 'clients.add', {
    name,
    zone: 'Europe/London',
    language: 'en',
    currency: 'GBP',
  }).then(({ clientId }) => clientId);
}

/** Calls the contract as the renderer does; throws what the person would read. */
export async function ask<T>(page: Page, name: string, input?: unknown): Promise<T> {
  const answer = await page.evaluate(([method, value]) => window.api.call(String(method), value), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.details)}`);
  return answer.value as T;
}
