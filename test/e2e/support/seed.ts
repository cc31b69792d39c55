import type { Page } from '@playwright/test';
import type { CallArguments, MethodName, Output } from '#shared/ipc/contract.ts';
import type { Envelope } from '#shared/ipc/errors.ts';

/** Calls the app through its own door, as a screen would. Throws what a person would read. */
export async function callApp<Name extends MethodName>(
  page: Page,
  ...[name, input]: CallArguments<Name>
): Promise<Output<Name>> {
  const answer = (await page.evaluate(([method, value]) => window.api.call(method as string, value), [
    name,
    input,
  ] as const)) as Envelope;
  if (answer.ok) return answer.value as Output<Name>;
  throw new Error(`${name}: ${answer.message} ${JSON.stringify(answer.details)}`);
}

/** A client with the usual columns; answers its id and those of its columns by kind. */
export async function addClient(
  page: Page,
  name: string,
): Promise<{ clientId: string; columns: Record<string, string> }> {
  const { clientId } = await callApp(page, 'clients.add', { name });
  const board = await callApp(page, 'board.get', { clientId });
  return { clientId, columns: Object.fromEntries(board.columns.map((column) => [column.kind, column.id])) };
}
